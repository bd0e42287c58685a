import { addDays } from '../calendar/period.ts';
import { all, type Expression, literal } from '../expression.ts';
import type { RatioMetric, SimpleMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { countAt } from '../plan/scan.ts';
import { distinctReasons, measure, type Planned, unionGroups } from '../plan/series.ts';
import * as interval from '../result/interval.ts';
import { reasons } from '../result/reasons.ts';
import { FlowScan } from '../sql/flow.ts';

/** Σxy over the rows that both sides share, when they are sums or counts over the same rows and time; else none are shared. */
function planProducts(
  metric: RatioMetric,
  frame: Frame,
  plan: Plan,
): ((answers: Parameters<Planned['series']>[0], period: number, group: string) => number) | null {
  const { numerator, denominator } = metric;
  const summable = (side: RatioMetric['numerator']): side is SimpleMetric =>
    side.kind === 'simple' && (side.aggregate === 'sum' || side.aggregate === 'count');
  if (!summable(numerator) || !summable(denominator) || numerator.dataset !== denominator.dataset || numerator.at !== denominator.at)
    return null;
  const scan = plan.add(new FlowScan(numerator.dataset, numerator.at, frame, plan.world, numerator.dimensions));
  const conditions = [numerator.where, denominator.where].filter((where): where is Expression => where !== undefined);
  const name = scan.columns.add({
    call: 'products',
    of: numerator.of ?? literal(1),
    and: denominator.of ?? literal(1),
    where: conditions.length === 0 ? null : all(...conditions),
  });
  return (answers, period, group) => countAt(answers.of(scan).row(period, group), name);
}

const counts = ({ kind, ...side }: RatioMetric['numerator']): boolean =>
  (kind === 'simple' || kind === 'stock') && 'aggregate' in side && (side.aggregate === 'count' || side.aggregate === 'count_distinct');

/** Between what a ratio lies. */
function scaleOf({ of, scale, numerator, denominator }: RatioMetric): interval.Scale {
  if (of === 'part') return [0, 1];
  return scale ?? (counts(numerator) && counts(denominator) ? [0, null] : [null, null]);
}

/** Each side at its own grain first, then joined on the shared dimensions: no row is counted twice. */
export function planRatio(metric: RatioMetric, frame: Frame, plan: Plan): Planned {
  const top = plan.metric(metric.numerator, frame);
  const bottom = plan.metric(metric.denominator, frame);
  const products = metric.of === 'proportion' ? null : planProducts(metric, frame, plan);
  const times = metric.times ?? 1;
  const scale = scaleOf(metric);
  // A sum over a count is a mean of rows that count alike.
  const isMean = metric.of !== 'part' && counts(metric.denominator);
  const settled = (period: number): boolean => {
    const { start, end } = frame.periods[period] ?? {};
    if (metric.settles_in === undefined || start === undefined || end === undefined || frame.lastCompleteDay === null) return true;
    const from = metric.settles_from === 'opening' ? addDays(start, -1) : end;
    return addDays(from, metric.settles_in) <= frame.lastCompleteDay;
  };
  return {
    series: (answers) => {
      const numerators = top.series(answers);
      const denominators = bottom.series(answers);
      return {
        groups: unionGroups([denominators, numerators]),
        at: (period, group) => {
          const x = numerators.at(period, group);
          const y = denominators.at(period, group);
          const value = x.value === null || y.value === null || y.value === 0 ? null : (x.value / y.value) * times;
          const bounds = (): interval.Interval | null => {
            if (value === null || x.value === null || y.value === null) return null;
            if (metric.of === 'proportion') return interval.wilson(x.value, y.value);
            if (!x.moments || !y.moments) return null;
            return interval.ratio(
              {
                x: x.moments.sum,
                y: y.moments.sum,
                xx: x.moments.squares,
                yy: y.moments.squares,
                xy: products?.(answers, period, group) ?? 0,
              },
              scale,
              isMean ? y.n : null,
            );
          };
          const ci = bounds();
          return measure({
            value,
            numerator: x.value,
            denominator: y.value,
            n: y.n,
            coverage: Math.min(x.coverage, y.coverage),
            ci: ci && [ci[0] * times, ci[1] * times],
            reasons: distinctReasons(
              x.reasons,
              y.reasons,
              y.value === 0 ? [reasons.denominatorZero] : [],
              settled(period) || y.value === 0 ? [] : [reasons.immature],
            ),
            detail: x.detail ?? y.detail,
          });
        },
      };
    },
  };
}
