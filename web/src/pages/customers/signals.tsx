import { useOperation } from '../../api/use-operation.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import { Bars } from '../../parts/bars/bars.tsx';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { MissingNotice } from '../../parts/state-notice/missing-notice.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import type { Where } from './customers-page.tsx';

interface Props {
  readonly where: Where;
  readonly day: string | null;
  readonly asOf: string | undefined;
}

const signals = [
  'complaint',
  'frequent_calls',
  'contract_calls',
  'closing_calls',
  'overdue_order',
  'low_survey',
  'unpaid_invoice',
] as const;

/** Which signs the customers at risk show, and what is at stake with them. */
export function Signals({ where, day, asOf }: Props) {
  const say = useWords(customersWords);
  const format = useFormat();
  const { data, error, refetch } = useOperation(
    'query',
    { kpis: ['at_risk_customers'], grain: 'total', from: day ?? '', to: day ?? '', where, periods: 'partial', ...(asOf ? { asOf } : {}) },
    { enabled: day !== null },
  );
  const cell = data && 'cells' in data ? data.cells[0] : undefined;
  const found = cell?.detail?.signals;
  const counts = typeof found === 'object' && found !== null ? new Map(Object.entries(found)) : new Map<string, unknown>();
  const rows = signals
    .map((signal) => ({ name: say(`signal_${signal}`), count: Number(counts.get(signal) ?? 0) }))
    .toSorted((left, right) => right.count - left.count);
  const [first] = rows;
  const stake = cell?.detail?.revenue_at_stake;
  return (
    <PageSection
      title={say('signals')}
      note={say('signalsNote')}
      id="signals"
      actions={<ActButton about={{ among: 'need=risk', kpi: 'at_risk_customers' }} />}
    >
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      {data && cell?.state === 'unavailable' && <MissingNotice fields={cell.reasons} />}
      {data && cell?.state !== 'unavailable' && cell?.value == null && <EmptyNotice is={where.length > 0 ? 'noMatch' : 'noData'} />}
      {cell?.value === 0 && <EmptyNotice is="goodNews">{say('signalsNone')}</EmptyNotice>}
      {first && cell?.value ? (
        <ChartFrame
          title={say('signals')}
          heading={null}
          sentence={
            <>
              {say('signalsSays', {
                number: format.number(cell.value, 0),
                signal: first.name.toLowerCase(),
                n: format.number(first.count, 0),
              })}{' '}
              {typeof stake === 'number' && say('signalsStake', { value: format.value(stake, 'money') })}
            </>
          }
          table={{ columns: [say('signal'), { label: say('size'), kind: 'count' }], rows: rows.map(({ name, count }) => [name, count]) }}
        >
          <Bars rows={rows.map(({ name, count }) => ({ name, size: count, value: format.number(count, 0) }))} />
        </ChartFrame>
      ) : null}
    </PageSection>
  );
}
