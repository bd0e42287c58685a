import { useOperation } from '../../api/use-operation.ts';
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

const buckets = ['current', 'days_1_30', 'days_31_60', 'days_61_90', 'days_over_90'] as const;

/** What customers owe, by how long it has been due. */
export function Debt({ where, day, asOf }: Props) {
  const say = useWords(customersWords);
  const format = useFormat();
  const { data, error, refetch } = useOperation(
    'query',
    {
      kpis: ['receivables_overdue'],
      variant: 'ageing',
      grain: 'total',
      from: day ?? '',
      to: day ?? '',
      where,
      periods: 'partial',
      ...(asOf ? { asOf } : {}),
    },
    { enabled: day !== null },
  );
  const cell = data && 'cells' in data ? data.cells[0] : undefined;
  const rows = buckets.map((bucket) => ({ bucket, name: say(bucket), amount: Number(cell?.detail?.[bucket] ?? 0) }));
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  const old = rows.at(-1)?.amount ?? 0;
  const alike = format.alike([total, ...rows.map(({ amount }) => amount)], 'money', 'always');
  const isRefused = cell?.state === 'unavailable';
  return (
    <PageSection title={say('debt')} note={day && say('debtNote', { day: format.day(day) })} id="debt">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      {data && isRefused && (cell.reasons.includes('no_rights') ? <EmptyNotice is="noRights" /> : <MissingNotice fields={cell.reasons} />)}
      {data && !isRefused && total === 0 && <EmptyNotice is="goodNews">{say('debtNone')}</EmptyNotice>}
      {data && !isRefused && total > 0 && (
        <ChartFrame
          title={say('debt')}
          heading={null}
          sentence={
            <>
              {say('debtSays', {
                overdue: alike.value(cell?.value ?? 0),
                total: alike.value(total),
                share: format.share((cell?.value ?? 0) / total),
              })}{' '}
              {old > 0 && say('debtOld', { value: alike.value(old) })}
            </>
          }
          table={{
            columns: [say('bucket'), { label: say('amount'), kind: 'money' }],
            rows: rows.map(({ name, amount }) => [name, amount]),
          }}
        >
          <Bars
            rows={rows.map(({ bucket, name, amount }) => ({
              name,
              size: amount,
              value: alike.value(amount),
              note: format.share(amount / total),
              muted: bucket === 'current',
              warn: bucket === 'days_61_90' || bucket === 'days_over_90',
            }))}
          />
        </ChartFrame>
      )}
    </PageSection>
  );
}
