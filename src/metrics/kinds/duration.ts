import { all, choose, compare, type Expression, literal } from '../expression.ts';
import type { DurationMetric, SimpleMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { countAt, numberAt } from '../plan/scan.ts';
import { coverageOf, distinctReasons, measure, type Planned } from '../plan/series.ts';
import { reasons } from '../result/reasons.ts';
import { FlowScan } from '../sql/flow.ts';
import { SurvivalScan } from '../sql/survival.ts';
import { planSimple } from './simple.ts';

const aggregates = {
  mean: { aggregate: 'average' },
  median: { aggregate: 'median' },
  p75: { aggregate: 'percentile', fraction: 0.75 },
  p90: { aggregate: 'percentile', fraction: 0.9 },
} as const satisfies Record<string, Pick<SimpleMetric, 'aggregate' | 'fraction'>>;

/** Completed cases dated by their end; or, with open ones, cases dated by their start (Kaplan–Meier). */
export function planDuration(metric: DurationMetric, frame: Frame, plan: Plan): Planned {
  if (metric.statistic === 'km_median') return planSurvival(metric, frame, plan);
  const { dataset, start, end, unit, time, where } = metric;
  const took: Expression = { op: 'elapsed', from: start, to: end, unit, time };
  // By the clock: between two moments outside business hours no business time passes, whichever comes first.
  const order: Expression = { ...took, time: 'calendar' };
  const forward = choose(compare(order, '>=', literal(0)), took, null);
  const simple: SimpleMetric = {
    kind: 'simple',
    dataset,
    at: end,
    of: forward,
    scale: [0, null],
    ...aggregates[metric.statistic],
    ...(where ? { where } : {}),
  };
  const planned = planSimple(simple, frame, plan);
  const scan = plan.add(new FlowScan(dataset, end, frame, plan.world));
  const backward = scan.columns.add({ call: 'rows', where: all(...(where ? [where] : []), compare(order, '<', literal(0))) });
  return {
    series: (answers) => {
      const series = planned.series(answers);
      return {
        groups: series.groups,
        at: (period, group) => {
          const one = series.at(period, group);
          const reversed = countAt(answers.of(scan).row(period, group), backward) > 0;
          return { ...one, reasons: distinctReasons(one.reasons, reversed ? [reasons.endBeforeStart] : []) };
        },
      };
    },
  };
}

function planSurvival(metric: DurationMetric, frame: Frame, plan: Plan): Planned {
  const scan = plan.add(new SurvivalScan(metric, frame, plan.world));
  return {
    series: (answers) => {
      const answer = answers.of(scan);
      return {
        groups: answer.groups,
        at: (period, group) => {
          const row = answer.row(period, group);
          const [ended, open, reversed] = [countAt(row, 'ended'), countAt(row, 'open'), countAt(row, 'reversed')];
          const [median, low, high] = [numberAt(row, 'median'), numberAt(row, 'low'), numberAt(row, 'high')];
          const n = ended + open;
          return measure({
            value: median,
            n,
            coverage: coverageOf(n, n + reversed),
            ci: low !== null && high !== null ? [low, high] : null,
            reasons: [...(n > 0 && median === null ? [reasons.medianNotReached] : []), ...(reversed > 0 ? [reasons.endBeforeStart] : [])],
            detail: { ended, open },
          });
        },
      };
    },
  };
}
