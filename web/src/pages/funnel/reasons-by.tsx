import { useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { DimensionPicker } from '../../parts/dimension-picker/dimension-picker.tsx';
import { HeatTable } from '../../parts/heat-table/heat-table.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useDimensionName } from '../../words/dimensions.ts';
import { useFormat } from '../../words/format.ts';
import { funnelWords } from '../../words/funnel.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { Asking } from './funnel-page.tsx';

interface Props {
  readonly period: { readonly start: string; readonly end: string };
  readonly asking: Asking;
}

const dimensions = ['product.name', 'owner.name', 'account.industry', 'competitor'] as const;
const shownColumns = 6;

/** Reasons crossed with products, people, industries or competitors: where each of them loses us most. */
export function ReasonsBy({ period, asking: { where, asOf, measure } }: Props) {
  const say = useWords(funnelWords);
  const parts = useWords(partsWords);
  const nameOf = useDimensionName();
  const format = useFormat();
  const [dimension, setDimension] = useState<(typeof dimensions)[number]>('product.name');
  const { data, error, refetch } = useOperation('query', {
    kpis: ['opportunity_lost_reasons'],
    variant: measure === 'value' ? 'by_value' : 'by_count',
    grain: 'total',
    from: period.start,
    to: period.end,
    by: [dimension],
    where,
    periods: 'partial',
    ...(asOf ? { asOf } : {}),
  });
  const unit = measure === 'value' ? 'money' : 'count';
  const cells = (data && 'cells' in data ? data.cells : []).flatMap(({ group, numerator, value }) =>
    !numerator || value === null || !('lost_reason' in group)
      ? []
      : [
          {
            reason: group.lost_reason ?? say('unknown'),
            known: group.lost_reason !== null,
            group: group[dimension] ?? parts('unknownGroup'),
            named: group[dimension] != null,
            amount: numerator,
            share: value,
          },
        ],
  );
  const sumOf = (some: typeof cells): number => some.reduce((sum, { amount }) => sum + amount, 0);
  const ranked = (of: (cell: (typeof cells)[number]) => string, isLast: (cell: (typeof cells)[number]) => boolean): readonly string[] =>
    [...Map.groupBy(cells, of)]
      .toSorted(([, left], [, right]) => Number(left.every(isLast)) - Number(right.every(isLast)) || sumOf(right) - sumOf(left))
      .map(([name]) => name);
  // What is unknown comes last in both directions.
  const reasons = ranked(
    ({ reason }) => reason,
    ({ known }) => !known,
  );
  const groups = ranked(
    ({ group }) => group,
    ({ named }) => !named,
  );
  const at = (reason: string, group: string) => cells.find((cell) => cell.reason === reason && cell.group === group) ?? null;
  const [first] = groups;
  const main = cells.filter(({ group, known }) => group === first && known).toSorted((left, right) => right.amount - left.amount)[0];
  const lost = sumOf(cells.filter(({ group }) => group === first));
  // Why deals are lost is told above where nobody notes it.
  if (data && 'cells' in data && data.cells.some(({ state }) => state === 'unavailable')) return null;
  const title = say('reasonsBy', { dimension: nameOf(dimension) });
  return (
    <PageSection title={title} note={say('reasonsNote', { period: format.period(period, 'total') })}>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={260} />}
      {data && (
        <ChartFrame
          title={title}
          heading={null}
          sentence={
            first && main
              ? say('reasonsBySays', {
                  group: first,
                  lost: format.value(lost, unit),
                  reason: main.reason,
                  share: format.share(main.share),
                })
              : ''
          }
          table={{
            columns: [say('reason'), ...groups.map((label) => ({ label, kind: unit }) as const)],
            rows: reasons.map((reason) => [reason, ...groups.map((group) => at(reason, group)?.amount ?? null)]),
          }}
          actions={
            <DimensionPicker
              label={say('by')}
              value={dimension}
              options={dimensions.map((value) => ({ value, label: nameOf(value) }))}
              onChange={(value) => setDimension(dimensions.find((one) => one === value) ?? 'product.name')}
            />
          }
        >
          {groups.length === 0 ? (
            <EmptyNotice is="goodNews">{say('reasonsNone')}</EmptyNotice>
          ) : (
            <HeatTable
              caption={say('reasonsByTable')}
              corner={say('reason')}
              columns={groups.slice(0, shownColumns)}
              rows={reasons.map((reason) => ({
                name: reason,
                cells: groups.slice(0, shownColumns).map((group) => {
                  const cell = at(reason, group);
                  return cell
                    ? {
                        value: cell.share,
                        text: format.axis(cell.amount, unit),
                        full: say('reasonsByCell', { amount: format.value(cell.amount, unit), share: format.share(cell.share), group }),
                      }
                    : { value: null, text: '' };
                }),
              }))}
            />
          )}
        </ChartFrame>
      )}
    </PageSection>
  );
}
