import { useOperation } from '../../api/use-operation.ts';
import { type BarRow, Bars } from '../../parts/bars/bars.tsx';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { funnelWords } from '../../words/funnel.ts';
import { useWords } from '../../words/language.ts';
import styles from './bridge.module.css';
import type { Asking } from './funnel-page.tsx';

interface Props {
  readonly day: string;
  readonly asking: Asking;
}

/** So many months are shown one by one; what is to close after them stands together. */
const months = 6;

const lastDayOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** When the open pipeline is to close, what is past its date, and what is to be expected of it. */
export function ExpectedClose({ day, asking: { where, asOf, measure } }: Props) {
  const say = useWords(funnelWords);
  const format = useFormat();
  const byValue = measure === 'value';
  const asked = { grain: 'total', from: day, to: day, where, periods: 'partial', ...(asOf ? { asOf } : {}) } as const;
  const { data, error, refetch } = useOperation('query', {
    ...asked,
    kpis: [byValue ? 'pipeline_value' : 'open_opportunities'],
    by: ['expected_close_on'],
  });
  const forecast = useOperation('query', { ...asked, kpis: ['forecast_expected_revenue'] });
  const unit = byValue ? 'money' : 'count';
  const cells = (data && 'cells' in data ? data.cells : []).flatMap(({ group, value }) =>
    value === null || value === 0 || !('expected_close_on' in group) ? [] : [{ close: group.expected_close_on ?? null, value }],
  );
  const keyOf = (close: string | null): string => (close === null ? 'none' : close <= day ? 'late' : close.slice(0, 7));
  const sums = new Map<string, number>();
  for (const { close, value } of cells) sums.set(keyOf(close), (sums.get(keyOf(close)) ?? 0) + value);
  const late = sums.get('late') ?? 0;
  const dated = [...sums].filter(([key]) => key !== 'late' && key !== 'none').toSorted(([left], [right]) => (left < right ? -1 : 1));
  const later = dated.slice(months).reduce((sum, [, value]) => sum + value, 0);
  const shown = dated
    .slice(0, months)
    .map(([key, value]) => ({ name: format.period({ start: `${key}-01`, end: lastDayOf(key) }, 'month'), value }));
  const fullest = shown.toSorted((left, right) => right.value - left.value)[0];
  const alike = format.alike([...sums.values(), later], unit, 'always');
  const rows: readonly (BarRow & { readonly amount: number })[] = [
    ...(late > 0 ? [{ name: say('late'), amount: late, warn: true }] : []),
    ...shown.map(({ name, value }) => ({ name, amount: value })),
    ...(later > 0 ? [{ name: say('later'), amount: later }] : []),
    ...(sums.has('none') ? [{ name: say('noDate'), amount: sums.get('none') ?? 0, muted: true }] : []),
  ].map((row) => ({ ...row, size: row.amount, value: alike.value(row.amount) }));
  const expected = forecast.data && 'cells' in forecast.data ? forecast.data.cells[0] : undefined;
  return (
    <PageSection title={say('close')} note={say('closeNote', { day: format.day(day) })} id="close">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={260} />}
      {data && rows.length === 0 && <EmptyNotice is={where.length > 0 ? 'noMatch' : 'noData'}>{say('closeNone')}</EmptyNotice>}
      {data && rows.length > 0 && (
        <ChartFrame
          title={say('close')}
          heading={null}
          sentence={
            <>
              {fullest && say('closeSays', { month: fullest.name, value: alike.value(fullest.value) })}{' '}
              {late > 0 && say('closeLate', { value: alike.value(late) })}
            </>
          }
          table={{
            columns: [say('month'), { label: byValue ? say('value') : say('deals'), kind: unit }],
            rows: rows.map(({ name, amount }) => [name, amount]),
          }}
        >
          <Bars rows={rows} />
        </ChartFrame>
      )}
      {expected && expected.value !== null && expected.ci && (
        <p className={styles.help}>
          {say('expected', {
            value: format.value(expected.value, 'money'),
            from: format.value(expected.ci[0], 'money'),
            to: format.value(expected.ci[1], 'money'),
          })}
        </p>
      )}
    </PageSection>
  );
}
