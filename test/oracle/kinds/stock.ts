import type { StockMetric } from '../../../src/metrics/metric.ts';
import { type At, holds, timeOf, worthOf } from '../expression.ts';
import { coverageOf, isAsked, keyOf, numbersOf, placesOf, quantileOf, type Result, type Scope, sumOf, within } from '../scope.ts';
import { addDays, closeOfDay, daysOf } from '../time.ts';

/** A value at the close of a day, grouped by what things were at that close: at the end of the period, at its start (the close of the day before), or the mean over its days. */
export function stock(metric: StockMetric, scope: Scope): Result {
  const { start, end } = scope.period;
  // What is not known yet stays as it was last known.
  const known = (day: string): string => (scope.knownTo !== null && scope.knownTo < day ? scope.knownTo : day);
  if (metric.at === 'opening') return closeOf(metric, scope, known(addDays(start, -1)));
  if (metric.at === 'closing') return closeOf(metric, scope, known(end));
  const days = start > known(end) ? [known(end)] : daysOf(start, known(end));
  const closes = days.map((day) => closeOf(metric, scope, day));
  const [only] = closes;
  if (only && closes.length === 1) return only;
  const values = numbersOf(closes.map((close) => close.value));
  return {
    value: values.length === 0 ? null : sumOf(values) / values.length,
    n: Math.round(sumOf(closes.map((close) => close.n)) / closes.length),
    coverage: sumOf(closes.map((close) => close.coverage)) / closes.length,
    immature: false,
    reasons: [...new Set(closes.flatMap((close) => close.reasons))],
  };
}

/** A span holds at the close of a day when it began on or before the day and ended after it, if at all. */
export function holdsAt(at: At, day: string, span?: StockMetric['span']): boolean {
  const from = timeOf(at, span ? span.from : 'valid_from')?.day ?? null;
  const end = span ? span.to : 'valid_to';
  const to = end === null ? null : (timeOf(at, end)?.day ?? null);
  // A span without a start has always been; a record without one has not begun.
  return (from === null ? span === undefined : from <= day) && (to === null || to > day);
}

function closeOf(metric: StockMetric, scope: Scope, day: string): Result {
  const reasons = new Set<string>();
  const rows = placesOf(scope.world, metric.dataset, reasons, metric.dimensions).filter((at) => {
    if (!holdsAt(at, day, metric.span) || !holds(metric.where, at)) return false;
    if (metric.within && !within(scope.period, timeOf(at, metric.within))) return false;
    const since = (metric.since ?? []).map((item) => worthOf(item, at));
    const until = (metric.until ?? []).map((item) => worthOf(item, at));
    if (since.some((from) => from === null || String(from) > day)) return false;
    if (until.some((to) => to !== null && String(to) <= day)) return false;
    return isAsked(scope, at, closeOfDay(day, scope.world.zone));
  });
  for (const at of rows) if (at.row.start_unknown === true) reasons.add('start_unknown');
  const of = metric.of;
  const usable = of === undefined ? rows : rows.filter((at) => worthOf(of, at) !== null);
  const values = of === undefined ? [] : usable.map((at) => worthOf(of, at));
  const distinct = new Set(of === undefined ? [] : usable.map((at) => keyOf(at.row, worthOf(of, at))));
  const numbers = metric.aggregate === 'count_distinct' ? [] : numbersOf(values);
  const value = {
    count: () => rows.length,
    count_distinct: () => distinct.size,
    // A sum of which no part is known is not known.
    sum: () => (rows.length > 0 && numbers.length === 0 ? null : sumOf(numbers)),
    average: () => (numbers.length === 0 ? null : sumOf(numbers) / numbers.length),
    median: () => quantileOf(numbers, 0.5),
  }[metric.aggregate]();
  const n = metric.aggregate === 'count' ? rows.length : metric.aggregate === 'count_distinct' ? distinct.size : usable.length;
  const parts = metric.aggregate === 'average' ? { numerator: sumOf(numbers), denominator: numbers.length } : {};
  return { value, ...parts, n, coverage: coverageOf(usable.length, rows.length), immature: false, reasons: [...reasons] };
}
