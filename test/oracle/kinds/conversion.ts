import type { ConversionMetric } from '../../../src/metrics/metric.ts';
import { type At, fieldOf, holds, timeOf, worthOf } from '../expression.ts';
import { isAsked, keyOf, placesOf, type Result, type Scope, sumOf, within } from '../scope.ts';
import { addDays, daysBetween, type Moment } from '../time.ts';

/** Of the entities that entered in the period, how many converted within the window of days. */
export function conversion(metric: ConversionMetric, scope: Scope): Result {
  const reasons = new Set<string>();
  const { base, window } = metric;
  const entered = placesOf(scope.world, base.dataset, reasons).filter((at) => {
    const when = timeOf(at, base.at);
    return when !== null && holds(base.where, at) && isAsked(scope, at, when) && fieldOf(at, base.entity) !== null;
  });
  const cohort =
    metric.dated_by === 'base'
      ? entered.filter((at) => within(scope.period, timeOf(at, base.at)))
      : entered.filter((at) => conversionsOf(metric, scope, at, reasons).some((when) => within(scope.period, when)));
  const keys = new Set(cohort.map((at) => keyOf(at.row, fieldOf(at, base.entity))));
  const converted = new Set<string>();
  for (const at of cohort) if (conversionsOf(metric, scope, at, reasons).length > 0) converted.add(keyOf(at.row, fieldOf(at, base.entity)));
  const worth = (at: At): number => (metric.weighting === 'entity' ? 1 : Number((metric.value && worthOf(metric.value, at)) ?? 0));
  const numerator =
    metric.weighting === 'entity' && metric.count === 'entities'
      ? converted.size
      : sumOf(cohort.filter((at) => conversionsOf(metric, scope, at, reasons).length > 0).map(worth));
  const denominator = metric.weighting === 'entity' && metric.count === 'entities' ? keys.size : sumOf(cohort.map(worth));
  const immature = window !== null && scope.knownTo !== null && addDays(scope.period.end, window) > scope.knownTo;
  return {
    value: denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
    n: keys.size,
    expected: keys.size,
    immature,
    reasons: [...reasons, ...(denominator === 0 ? ['denominator_zero'] : []), ...(immature ? ['immature'] : [])],
  };
}

/** When a base row converted within the window; null stands for a conversion whose date is unknown, which only `ever` counts. */
function conversionsOf(metric: ConversionMetric, scope: Scope, base: At, reasons: Set<string>): (Moment | null)[] {
  const { converted, window } = metric;
  const start = timeOf(base, metric.base.at);
  const inTime = (when: Moment | null): boolean => {
    if (when === null) return window === null;
    if (start === null || when.day < start.day) return false;
    return window === null || daysBetween(start.day, when.day) <= window;
  };
  if (converted.same_row) {
    if (!holds(converted.where, base)) return [];
    const when = converted.at === undefined ? null : timeOf(base, converted.at);
    if (converted.at !== undefined && when === null && converted.where === undefined) return [];
    return inTime(when) ? [when] : [];
  }
  const key = keyOf(base.row, fieldOf(base, metric.base.entity));
  return placesOf(scope.world, converted.dataset, reasons)
    .filter(
      (at) => holds(converted.where, at) && fieldOf(at, converted.entity) !== null && keyOf(at.row, fieldOf(at, converted.entity)) === key,
    )
    .map((at) => timeOf(at, converted.at))
    .filter(inTime);
}
