import { useOperation } from '../../api/use-operation.ts';
import { Bars } from '../../parts/bars/bars.tsx';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { MissingNotice } from '../../parts/state-notice/missing-notice.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { funnelWords } from '../../words/funnel.ts';
import { useWords } from '../../words/language.ts';
import type { Asking } from './funnel-page.tsx';

interface Props {
  readonly period: { readonly start: string; readonly end: string };
  readonly asking: Asking;
  /** Deals, or leads that never became one. */
  readonly of: 'deals' | 'leads';
}

const told = {
  deals: {
    kpi: 'opportunity_lost_reasons',
    title: 'reasons',
    says: 'reasonsSays',
    none: 'reasonsNone',
    small: 'reasonsSmall',
    count: 'deals',
  },
  leads: {
    kpi: 'lead_lost_reasons',
    title: 'leadReasons',
    says: 'leadReasonsSays',
    none: 'leadReasonsNone',
    small: 'leadReasonsSmall',
    count: 'leads',
  },
} as const;

/** What deals or leads were lost for; deals by number or by value. What nobody noted is told too. */
export function Reasons({ period, asking: { where, asOf, ...asking }, of }: Props) {
  const say = useWords(funnelWords);
  const format = useFormat();
  const words = told[of];
  const measure = of === 'deals' ? asking.measure : 'count';
  const { data, error, refetch } = useOperation('query', {
    kpis: [words.kpi],
    variant: measure === 'value' ? 'by_value' : 'by_count',
    grain: 'total',
    from: period.start,
    to: period.end,
    where,
    periods: 'partial',
    ...(asOf ? { asOf } : {}),
  });
  const lacking = (data && 'cells' in data ? data.cells : []).find(({ state }) => state === 'unavailable');
  const rows = (data && 'cells' in data ? data.cells : [])
    .flatMap((cell) =>
      cell.value === null || !('lost_reason' in cell.group) || cell.value === 0
        ? []
        : [
            {
              name: cell.group.lost_reason ?? say('unknown'),
              known: cell.group.lost_reason !== null,
              share: cell.value,
              amount: cell.numerator ?? 0,
              whole: cell.denominator ?? 0,
            },
          ],
    )
    // What is unknown is no reason: it comes last.
    .toSorted((left, right) => Number(right.known) - Number(left.known) || right.share - left.share);
  const [first] = rows;
  const unknown = rows.find(({ known }) => !known);
  const unit = measure === 'value' ? 'money' : 'count';
  const alike = format.alike([...rows.map(({ amount }) => amount), ...(first ? [first.whole] : [])], unit, 'always');
  return (
    <PageSection title={say(words.title)} note={say('reasonsNote', { period: format.period(period, 'total') })} id={words.title}>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={220} />}
      {lacking && <MissingNotice fields={lacking.reasons} />}
      {data && !first && !lacking && <EmptyNotice is="goodNews">{say(words.none)}</EmptyNotice>}
      {first && (
        <ChartFrame
          title={say(words.title)}
          heading={null}
          sentence={
            <>
              {first.known && say(words.says, { reason: first.name, share: format.share(first.share), total: alike.value(first.whole) })}{' '}
              {unknown && say('reasonsUnknown', { share: format.share(unknown.share) })}{' '}
              {first.whole < 20 && unit === 'count' && say(words.small)}
            </>
          }
          table={{
            columns: [
              say('reason'),
              { label: say('share'), kind: 'rate' },
              { label: measure === 'value' ? say('value') : say(words.count), kind: unit },
            ],
            rows: rows.map(({ name, share, amount }) => [name, share, amount]),
          }}
        >
          <Bars
            rows={rows.map(({ name, share, amount, known }) => ({
              name,
              size: share,
              value: format.share(share),
              note: alike.value(amount),
              muted: !known,
            }))}
          />
        </ChartFrame>
      )}
    </PageSection>
  );
}
