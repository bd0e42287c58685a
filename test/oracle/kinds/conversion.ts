import type { ConversionMetric } from '../../../src/metrics/metric.ts';
import type { Row, Value } from '../company.ts';
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
  // Rows of nobody convert nobody: among events and by value they count below the line, among entities not at all.
  const entered = placesOf(scope.world, base.dataset, reasons, base.dimensions).filter(
    (at) =>
      holds(base.where, at) &&
      isAsked(scope, at, timeOf(at, base.at)) &&
      (metric.count === 'events' || metric.weighting === 'value' || fieldOf(at, base.entity) !== null),
  );
  const cohort = entered.filter((at) => within(scope.period, timeOf(at, base.at)));
  const every = metric.count === 'events' ? lastOnly(metric, pairsOf(metric, scope, reasons)) : firstOnly(pairsOf(metric, scope, reasons));
  // Attributes are those of the event that dates the pair.
  const pairs = every.filter(({ at, when }) =>
    metric.dated_by === 'base' ? cohort.some((one) => one.row === at.row) : within(scope.period, when) && isAsked(scope, at, when),
  );
  const numerator = metric.count === 'events' ? sizeOfEvents(metric, pairs) : sizeOf(metric, [...new Set(pairs.map(({ at }) => at))]);
  const denominator = metric.count === 'events' && metric.weighting === 'entity' ? cohort.length : sizeOf(metric, cohort);
  const usable = cohort.filter((at) => worthOfBase(metric, at) !== null).length;
  const n = metric.weighting === 'value' ? usable : denominator;
  // With a window, dates of a row that cannot be are told.
  if (window !== null && metric.dated_by === 'base' && cohort.some((at) => isBackwards(metric, at))) reasons.add('end_before_start');
  const immature = metric.dated_by === 'base' && denominator !== 0 && isUnsettled(window, scope);
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

/** Whether a row says that it converted before it began. */
function isBackwards(metric: ConversionMetric, at: At): boolean {
  const { converted } = metric;
  if (!converted.same_row || converted.at === undefined || !holds(converted.where, at)) return false;
  const [start, end] = [timeOf(at, metric.base.at), timeOf(at, converted.at)];
  return start !== null && end !== null && end.day < start.day;
}

interface Pair {
  readonly at: At;
  readonly event: Row;
  readonly when: Moment | null;
}

/** Every base row with each of its conversions, whatever was asked of them. */
const pairsOf = (metric: ConversionMetric, scope: Scope, reasons: Set<string>): Pair[] =>
  placesOf(scope.world, metric.base.dataset, reasons, metric.base.dimensions)
    .filter((at) => holds(metric.base.where, at))
    .flatMap((at) => conversionsOf(metric, scope, at, reasons).map((event) => ({ at, ...event })));

/** Each conversion is the doing of the last base row before it. */
function lastOnly(metric: ConversionMetric, pairs: readonly Pair[]): Pair[] {
  const last = new Map<Row, Pair>();
  const startOf = ({ at }: Pair): number => timeOf(at, metric.base.at)?.at ?? Number.NEGATIVE_INFINITY;
  for (const pair of pairs) {
    const known = last.get(pair.event);
    if (!known || startOf(pair) > startOf(known) || (startOf(pair) === startOf(known) && String(pair.at.row.id) > String(known.at.row.id)))
      last.set(pair.event, pair);
  }
  return [...last.values()];
}

/** A base row converts when it first does. */
function firstOnly(pairs: readonly Pair[]): Pair[] {
  const first = new Map<Row, Pair>();
  for (const pair of pairs) {
    const known = first.get(pair.at.row);
    if (!known || (pair.when?.at ?? 0) < (known.when?.at ?? 0)) first.set(pair.at.row, pair);
  }
  return [...first.values()];
}

/** How many conversions there are; by value, each for the worth of the base row it is of. */
function sizeOfEvents(metric: ConversionMetric, pairs: readonly Pair[]): number {
  if (metric.weighting === 'value')
    return sizeOf(
      metric,
      pairs.map(({ at }) => at),
    );
  return new Set(pairs.map(({ event }) => event)).size;
}

/** How much base rows are: distinct entities, or the worth of the rows. */
function sizeOf(metric: ConversionMetric, rows: readonly At[]): number {
  if (metric.weighting === 'value') return sumOf(numbersOf(rows.map((at) => worthOfBase(metric, at))));
  return new Set(rows.map((at) => keyOf(at.row, fieldOf(at, metric.base.entity)))).size;
}

const worthOfBase = (metric: ConversionMetric, at: At): Value =>
  metric.weighting === 'value' ? (metric.value === undefined ? null : worthOf(metric.value, at)) : 1;

/** The conversions of a base row within the window, each with its row and time; a time not known, of either end, only `ever` lets pass. */
function conversionsOf(metric: ConversionMetric, scope: Scope, base: At, reasons: Set<string>): { event: Row; when: Moment | null }[] {
  const { converted, window } = metric;
  const start = timeOf(base, metric.base.at);
  const inTime = (when: Moment | null): boolean => {
    if (when === null || start === null) return window === null;
    const days = start.dateOnly || when.dateOnly ? daysBetween(start.day, when.day) : (when.at - start.at) / 86_400_000;
    return when.day >= start.day && (window === null || days <= window);
  };
  if (converted.same_row) {
    const when = converted.at === undefined ? null : timeOf(base, converted.at);
    if (!holds(converted.where, base) || (converted.at !== undefined && when === null && converted.where === undefined)) return [];
    // The row says that it converted, so without a window it did, whatever its dates.
    return window === null || inTime(when) ? [{ event: base.row, when }] : [];
  }
  if (fieldOf(base, metric.base.entity) === null) return [];
  const key = keyOf(base.row, fieldOf(base, metric.base.entity));
  return placesOf(scope.world, converted.dataset, reasons)
    .filter(
      (at) => holds(converted.where, at) && fieldOf(at, converted.entity) !== null && keyOf(at.row, fieldOf(at, converted.entity)) === key,
    )
    .map((at) => ({ event: at.row, when: timeOf(at, converted.at) }))
    .filter(({ when }) => when !== null && inTime(when));
}
