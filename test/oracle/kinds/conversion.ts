import type { ConversionMetric } from '../../../src/metrics/metric.ts';
import type { Value } from '../company.ts';
import { type At, fieldOf, holds, timeOf, worthOf } from '../expression.ts';
import { coverageOf, isAsked, isUnsettled, keyOf, numbersOf, placesOf, type Result, type Scope, sumOf, within } from '../scope.ts';
import { daysBetween, type Moment } from '../time.ts';

/**
 * Of the entities that entered in the period, how many converted within the window of days. Dated by conversion: those that converted in the
 * period, whenever they had entered, to those that entered in it.
 */
export function conversion(metric: ConversionMetric, scope: Scope): Result {
  const reasons = new Set<string>();
  const { base, window } = metric;
  const entered = placesOf(scope.world, base.dataset, reasons).filter((at) => {
    const when = timeOf(at, base.at);
    return when !== null && holds(base.where, at) && isAsked(scope, at, when) && fieldOf(at, base.entity) !== null;
  });
  const cohort = entered.filter((at) => within(scope.period, timeOf(at, base.at)));
  const converted =
    metric.dated_by === 'base'
      ? cohort.filter((at) => conversionsOf(metric, scope, at, reasons).length > 0)
      : entered.filter((at) => conversionsOf(metric, scope, at, reasons).some((when) => within(scope.period, when)));
  const numerator = sizeOf(metric, converted);
  const denominator = sizeOf(metric, cohort);
  const usable = cohort.filter((at) => worthOfBase(metric, at) !== null).length;
  const n = metric.weighting === 'value' ? usable : denominator;
  const immature = metric.dated_by === 'base' && n > 0 && isUnsettled(window, scope);
  return {
    value: denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
    n,
    coverage: coverageOf(usable, cohort.length),
    immature,
    reasons: [...reasons, ...(denominator === 0 ? ['denominator_zero'] : []), ...(immature ? ['immature'] : [])],
  };
}

/** How much base rows are: distinct entities, rows, or the worth of the rows. */
function sizeOf(metric: ConversionMetric, rows: readonly At[]): number {
  if (metric.weighting === 'value') return sumOf(numbersOf(rows.map((at) => worthOfBase(metric, at))));
  if (metric.count === 'events') return rows.length;
  return new Set(rows.map((at) => keyOf(at.row, fieldOf(at, metric.base.entity)))).size;
}

const worthOfBase = (metric: ConversionMetric, at: At): Value =>
  metric.weighting === 'value' ? (metric.value === undefined ? null : worthOf(metric.value, at)) : 1;

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
