import { useOperation } from '../../api/use-operation.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import type { TwinColumn } from '../../parts/chart-frame/twin.ts';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import { differing } from '../../parts/kpi-section/differs.ts';
import { stretchOf } from '../../parts/kpi-section/stretch.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { serviceWords } from '../../words/service.ts';
import { sharesOf, wholeOf } from './by-product.ts';
import styles from './service-page.module.css';
import { Slip } from './slip.tsx';

const onTime = 'on_time_delivery';
const satisfied = 'csat';

/** What was done against what was felt: deliveries on time and satisfied customers of each product, in the same order. */
export function ProductPairs({ end }: { readonly end: string }) {
  const say = useWords(serviceWords);
  const format = useFormat();
  const { view } = useView();
  const stretch = stretchOf(view, end, 12);
  const asked = {
    kpis: [onTime, satisfied],
    grain: 'total' as const,
    ...stretch,
    where: conditionsOf(view),
    periods: 'partial' as const,
    ...(view.asOf ? { asOf: view.asOf } : {}),
  };
  const { data, error, refetch } = useOperation('query', { ...asked, by: ['product.name'] });
  const total = useOperation('query', asked);
  const cells = data && 'cells' in data ? data.cells : [];
  const totals = total.data && 'cells' in total.data ? total.data.cells : [];
  const [all, allSatisfied] = [wholeOf(totals, onTime), wholeOf(totals, satisfied)];
  const done = sharesOf(cells, onTime).toSorted((left, right) => left.value - right.value);
  const felt = new Map(sharesOf(cells, satisfied).map((share) => [share.name, share]));
  const late = differing(done, all).below;
  const unhappy = differing([...felt.values()], allSatisfied).below;
  const worst = late.find(({ name }) => unhappy.some((one) => one.name === name)) ?? late[0];
  const write = (value: number | null): string => (value === null ? '–' : format.value(value, 'rate'));
  const sentence = (): string => {
    const feeling = worst && unhappy.find(({ name }) => name === worst.name);
    if (worst && feeling) {
      return say('both', {
        product: worst.name,
        onTime: write(worst.value),
        satisfied: write(feeling.value),
        all: write(all),
        allSatisfied: write(allSatisfied),
      });
    }
    if (late.length > 0) return say('late', { list: format.list(late.map(({ name }) => name)), allSatisfied: write(allSatisfied) });
    if (unhappy.length > 0) return say('unhappy', { list: format.list(unhappy.map(({ name }) => name)) });
    return say('noneDiffers');
  };
  if (data && done.length === 0) return null;
  const twinOf = (share: { value: number; ci: readonly [number, number] | null; n: number } | undefined): (number | null)[] =>
    share ? [share.value, share.ci?.[0] ?? null, share.ci?.[1] ?? null, share.n] : [null, null, null, null];
  const heads = (name: string): TwinColumn[] => [
    ...[name, `${name}: ${say('from')}`, `${name}: ${say('to')}`].map((label) => ({ label, kind: 'rate' })),
    { label: `${name}: ${say('cases')}`, kind: 'count' },
  ];
  return (
    <PageSection title={say('pairs')} note={`${format.day(stretch.from)} – ${format.day(stretch.to)}`}>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={280} />}
      {data && (
        <ChartFrame
          title={say('pairs')}
          period={`${format.day(stretch.from)} – ${format.day(stretch.to)}`}
          heading={null}
          sentence={sentence()}
          table={{
            columns: [say('product'), ...heads(say('onTime')), ...heads(say('satisfied'))],
            rows: done.map((share) => [share.name, ...twinOf(share), ...twinOf(felt.get(share.name))]),
          }}
        >
          <div className={styles.pair}>
            <section aria-label={say('onTime')}>
              <p className={styles.of}>{say('onTime')}</p>
              <IntervalDots unit="rate" whole={all} rows={done} />
            </section>
            <section aria-label={say('satisfied')}>
              <p className={styles.of}>{say('satisfied')}</p>
              <IntervalDots unit="rate" whole={allSatisfied} rows={done.flatMap(({ name }) => felt.get(name) ?? [])} />
            </section>
          </div>
        </ChartFrame>
      )}
      {worst && <Slip product={worst.name} end={end} whole={all} />}
    </PageSection>
  );
}
