import { useOperation } from '../../api/use-operation.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { funnelWords } from '../../words/funnel.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useWords } from '../../words/language.ts';
import type { Asking, FunnelOf } from './funnel-page.tsx';

interface Props {
  readonly funnel: FunnelOf;
  readonly period: { readonly start: string; readonly end: string };
  readonly asking: Asking;
}

/** How long deals stay in each stage, with its interval, and which stage holds the funnel up. */
export function Times({ funnel, period, asking: { where, asOf } }: Props) {
  const say = useWords(funnelWords);
  const kpi = useWords(kpiWords);
  const format = useFormat();
  const { data, error, refetch } = useOperation('query', {
    kpis: ['funnel_stage_duration'],
    grain: 'total',
    from: period.start,
    to: period.end,
    by: ['stage'],
    where,
    periods: 'partial',
    ...(asOf ? { asOf } : {}),
  });
  const found = data && 'cells' in data ? data.cells : [];
  const rows = funnel.stages.flatMap(({ stage }) => {
    const cell = found.find(({ group }) => group.stage === stage);
    return cell && cell.value !== null ? [{ ...cell, name: stage, value: cell.value }] : [];
  });
  const slowest = rows.toSorted((left, right) => right.value - left.value)[0];
  const neck = funnel.stages.find(({ stage }) => stage === funnel.bottleneck);
  const days = (value: number): string => format.value(value, 'days');
  return (
    <PageSection title={say('times')} note={say('timesNote')} id="times">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={220} />}
      {data && !slowest && <EmptyNotice is="noData">{say('timesNone')}</EmptyNotice>}
      {data && slowest && (
        <ChartFrame
          title={say('times')}
          heading={null}
          sentence={
            <>
              {say('timesSays', {
                stage: slowest.name,
                value: days(slowest.value),
                sum: days(rows.reduce((sum, { value }) => sum + value, 0)),
              })}{' '}
              {neck?.slowness
                ? say('bottleneckSays', {
                    stage: neck.stage,
                    cycle: format.share(neck.slowness.shareOfCycle),
                    drop: format.share(neck.slowness.dropOff),
                  })
                : say('bottleneckNone')}
            </>
          }
          table={{
            columns: [
              say('stage'),
              { label: kpi('value'), kind: 'days' },
              { label: kpi('from'), kind: 'days' },
              { label: kpi('to'), kind: 'days' },
              { label: kpi('sample'), kind: 'count' },
            ],
            rows: rows.map(({ name, value, ci, n }) => [name, value, ci?.[0] ?? null, ci?.[1] ?? null, n]),
          }}
        >
          <IntervalDots
            unit="days"
            whole={null}
            rows={rows.map(({ name, value, ci, n, reasons }) => ({
              name,
              value,
              ci: ci ? [ci[0], ci[1]] : null,
              n,
              unsure: reasons.includes('small_sample'),
            }))}
          />
        </ChartFrame>
      )}
    </PageSection>
  );
}
