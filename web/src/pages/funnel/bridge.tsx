import { useAnswers } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { DayField } from '../../parts/day-field/day-field.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { MissingNotice } from '../../parts/state-notice/missing-notice.tsx';
import { Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { Waterfall } from '../../parts/waterfall/waterfall.tsx';
import { useFormat } from '../../words/format.ts';
import { funnelWords } from '../../words/funnel.ts';
import { useWords } from '../../words/language.ts';
import styles from './bridge.module.css';
import type { Asking, Where } from './funnel-page.tsx';

interface Props {
  readonly asking: Asking;
  readonly pipeline: string | null;
  readonly where: Where;
  /** Days of the reader's own; absent: the last complete day, and the end of the month before it. */
  readonly at: string | undefined;
  readonly against: string | undefined;
  readonly onDates: (dates: { readonly at?: string | undefined; readonly against?: string | undefined }) => void;
}

/** The open pipeline at one date beside another, and every way in which deals came and went. It adds up. */
export function Bridge({ asking: { asOf, measure }, pipeline, where, at, against, onDates }: Props) {
  const say = useWords(funnelWords);
  const format = useFormat();
  const answers = useAnswers('pipeline_bridge');
  const { data, error, isPlaceholderData, refetch } = useOperation(
    'pipeline_bridge',
    {
      where,
      ...(pipeline ? { pipeline } : {}),
      ...(at ? { at } : {}),
      ...(against && (!at || against <= at) ? { against } : {}),
      ...(asOf ? { asOf } : {}),
    },
    { enabled: answers === true },
  );
  const unit = measure === 'value' ? 'money' : 'count';
  const nameOf = (step: NonNullable<typeof data>['steps'][number]['step']): string => say(step === 'lost' ? 'lostStep' : step);
  const steps = (data?.steps ?? [])
    .map((part) => ({
      name: nameOf(part.step),
      deals: part.deals,
      change: part.change,
      value: part.value,
      effect: (measure === 'value' ? part.value : part.change) ?? 0,
    }))
    .filter(({ deals }) => deals > 0);
  const sizeOf = (stock: { readonly deals: number; readonly value: number | null }): number =>
    measure === 'value' ? (stock.value ?? 0) : stock.deals;
  const heaviest = steps.toSorted((left, right) => Math.abs(right.effect) - Math.abs(left.effect))[0];
  const alike = format.alike([...(data ? [sizeOf(data.before), sizeOf(data.after)] : []), ...steps.map(({ effect }) => effect)], unit);
  const day = (one: string | null): string => (one === null ? '–' : format.day(one));
  return (
    <PageSection
      title={say('bridge')}
      id="bridge"
      actions={
        answers !== false && (
          <div className={styles.dates}>
            <DayField
              label={say('against')}
              value={data?.query.against ?? against ?? ''}
              onChange={(one) => onDates({ against: one === '' ? undefined : one })}
            />
            <DayField
              label={say('at')}
              value={data?.query.at ?? at ?? ''}
              onChange={(one) => onDates({ at: one === '' ? undefined : one })}
            />
          </div>
        )
      }
    >
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {answers === false && <MissingNotice fields={['opportunity.status', 'opportunity.created_at']} />}
      {!data && !error && answers !== false && <Skeleton height={280} />}
      {data && (
        <Updating active={isPlaceholderData}>
          {error && <TroubleNotice error={error} />}
          <ChartFrame
            title={say('bridge')}
            heading={null}
            period={`${day(data.query.against)} – ${day(data.query.at)}`}
            sentence={
              heaviest
                ? say('bridgeSays', {
                    before: alike.value(sizeOf(data.before)),
                    against: day(data.query.against),
                    after: alike.value(sizeOf(data.after)),
                    at: day(data.query.at),
                    change: alike.difference(sizeOf(data.after) - sizeOf(data.before)),
                    step: heaviest.name.toLowerCase(),
                    value: alike.difference(heaviest.effect),
                  })
                : say('bridgeSame', {
                    before: alike.value(sizeOf(data.before)),
                    against: day(data.query.against),
                    after: alike.value(sizeOf(data.after)),
                    at: day(data.query.at),
                  })
            }
            table={{
              columns: [say('step'), { label: say('deals'), kind: 'count' }, { label: say('value'), kind: 'money' }],
              rows: [
                [say('openAt', { day: day(data.query.against) }), data.before.deals, data.before.value],
                ...steps.map(({ name, change, value }) => [
                  name,
                  { value: change, text: format.difference(change, 'count') },
                  { value, text: value === null ? '–' : format.difference(value, 'money') },
                ]),
                [say('openAt', { day: day(data.query.at) }), data.after.deals, data.after.value],
              ],
            }}
          >
            <Waterfall
              unit={unit}
              direction="none"
              before={{ name: say('openAt', { day: day(data.query.against) }), value: sizeOf(data.before) }}
              after={{ name: say('openAt', { day: day(data.query.at) }), value: sizeOf(data.after) }}
              steps={steps.filter(({ effect }) => effect !== 0)}
            />
          </ChartFrame>
          <p className={styles.help}>
            {say('bridgeHelp')} {measure === 'value' && data.withoutAmount > 0 && say('withoutAmount', { count: data.withoutAmount })}
          </p>
        </Updating>
      )}
    </PageSection>
  );
}
