import { useOperation } from '../../api/use-operation.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { HeatTable } from '../../parts/heat-table/heat-table.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { funnelWords } from '../../words/funnel.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { Asking } from './funnel-page.tsx';

interface Props {
  readonly day: string;
  /** Stages in their order along the funnel. */
  readonly order: readonly string[];
  readonly asking: Asking;
}

const shownOwners = 12;

/** Who carries which deals in which stage, at the close of a day. */
export function OpenPipeline({ day, order, asking: { where, asOf, measure } }: Props) {
  const say = useWords(funnelWords);
  const parts = useWords(partsWords);
  const format = useFormat();
  const byValue = measure === 'value';
  const { data, error, refetch } = useOperation('query', {
    kpis: [byValue ? 'pipeline_value' : 'open_opportunities'],
    grain: 'total',
    from: day,
    to: day,
    by: ['owner.name', 'stage'],
    where,
    periods: 'partial',
    ...(asOf ? { asOf } : {}),
  });
  const cells = (data && 'cells' in data ? data.cells : []).flatMap(({ group, value }) =>
    value === null || value === 0 || !('stage' in group)
      ? []
      : [{ owner: group['owner.name'] ?? parts('unknownGroup'), stage: group.stage ?? parts('unknownGroup'), value }],
  );
  const place = (stage: string): number => (order.includes(stage) ? order.indexOf(stage) : order.length);
  const sumBy = (of: (cell: (typeof cells)[number]) => string): readonly (readonly [string, number])[] =>
    [...Map.groupBy(cells, of)].map(([name, some]) => [name, some.reduce((sum, { value }) => sum + value, 0)] as const);
  const owners = sumBy(({ owner }) => owner).toSorted((left, right) => right[1] - left[1]);
  const stages = sumBy(({ stage }) => stage).toSorted((left, right) => place(left[0]) - place(right[0]));
  const fullest = stages.toSorted((left, right) => right[1] - left[1])[0];
  const [first] = owners;
  const total = owners.reduce((sum, [, value]) => sum + value, 0);
  const unit = byValue ? 'money' : 'count';
  // Of whole columns: sums are as large as any of their parts.
  const write = format.alike(
    cells.map(({ value }) => value),
    unit,
  ).value;
  const at = (owner: string, stage: string): number | null => {
    const some = cells.filter((cell) => cell.owner === owner && cell.stage === stage);
    return some.length === 0 ? null : some.reduce((sum, { value }) => sum + value, 0);
  };
  return (
    <PageSection title={say('open')} note={say('openNote', { day: format.day(day) })} id="open">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={260} />}
      {data && !first && <EmptyNotice is={where.length > 0 ? 'noMatch' : 'noData'}>{say('openNone')}</EmptyNotice>}
      {first && fullest && (
        <ChartFrame
          title={say('open')}
          heading={null}
          sentence={say(byValue ? 'openSaysValue' : 'openSaysCount', {
            total: write(total),
            owner: first[0],
            ownerValue: write(first[1]),
            stage: fullest[0],
            stageValue: write(fullest[1]),
          })}
          table={{
            columns: [say('owner'), ...[...stages.map(([stage]) => stage), say('total')].map((label) => ({ label, kind: unit }))],
            rows: owners.map(([owner, sum]) => [owner, ...stages.map(([stage]) => at(owner, stage)), sum]),
          }}
        >
          <HeatTable
            caption={say('openTable')}
            corner={say('owner')}
            columns={[...stages.map(([stage]) => stage), say('total')]}
            rows={owners.slice(0, shownOwners).map(([owner, sum]) => ({
              name: owner,
              cells: [
                ...stages.map(([stage]) => {
                  const value = at(owner, stage);
                  return { value, text: value === null ? '' : format.axis(value, unit), full: value === null ? null : write(value) };
                }),
                { value: null, text: format.axis(sum, unit), full: write(sum), isTotal: true },
              ],
            }))}
          />
        </ChartFrame>
      )}
    </PageSection>
  );
}
