import type { SimpleMetric } from '../../../src/metrics/metric.ts';
import type { Value } from '../company.ts';
import { type At, holds, timeOf, worthOf } from '../expression.ts';
import { coverageOf, isAsked, keyOf, numbersOf, placesOf, quantileOf, type Result, type Scope, sumOf, within } from '../scope.ts';

/** An aggregate over the rows whose time falls in the period. @param counts which of them count */
export function simple(metric: SimpleMetric, scope: Scope, counts: (at: At) => boolean = () => true): Result {
  const reasons = new Set<string>();
  const rows = placesOf(scope.world, metric.dataset, reasons, metric.dimensions).filter((at) => {
    const when = timeOf(at, metric.at);
    return within(scope.period, when) && holds(metric.where, at) && isAsked(scope, at, when) && counts(at);
  });
  const result = metric.aggregate === 'count_distinct' ? distinct(metric, rows) : aggregate(metric, rows);
  const zero = (metric.empty ?? (['count', 'count_distinct', 'sum'].includes(metric.aggregate) ? 'zero' : 'null')) === 'zero';
  const value = rows.length === 0 ? (zero ? 0 : null) : result.value;
  return { ...result, value, immature: false, reasons: [...reasons] };
}

const knownOf = (metric: SimpleMetric, at: At): Value => (metric.of === undefined ? null : worthOf(metric.of, at));

function aggregate(metric: SimpleMetric, rows: readonly At[]): Pick<Result, 'value' | 'n' | 'coverage' | 'numerator' | 'denominator'> {
  if (metric.aggregate === 'count') return { value: rows.length, n: rows.length, coverage: 1 };
  const values = numbersOf(rows.map((at) => knownOf(metric, at)));
  const value = aggregateOf(metric, values);
  const known = { value, n: values.length, coverage: coverageOf(values.length, rows.length) };
  // An average is a ratio of its sum to its rows.
  return metric.aggregate === 'average' ? { ...known, numerator: sumOf(values), denominator: values.length } : known;
}

/** Distinct values, of which those with too few rows (or too few distinct things on them) do not count. */
function distinct(metric: SimpleMetric, rows: readonly At[]): Pick<Result, 'value' | 'n' | 'coverage'> {
  const usable = rows.filter((at) => knownOf(metric, at) !== null);
  const rowsOfKey = new Map<string, At[]>();
  for (const at of usable) {
    const key = keyOf(at.row, knownOf(metric, at));
    rowsOfKey.set(key, [...(rowsOfKey.get(key) ?? []), at]);
  }
  const enough = [...rowsOfKey.values()].filter((own) => {
    const { at_least: least } = metric;
    const of = least?.of;
    if (least === undefined) return true;
    if (of === undefined) return own.length >= least.count;
    const things = own.map((at) => ({ at, thing: worthOf(of, at) })).filter(({ thing }) => thing !== null);
    return new Set(things.map(({ at, thing }) => keyOf(at.row, thing))).size >= least.count;
  });
  return { value: enough.length, n: enough.length, coverage: coverageOf(usable.length, rows.length) };
}

function aggregateOf(metric: SimpleMetric, values: readonly number[]): number | null {
  if (values.length === 0) return null;
  switch (metric.aggregate) {
    case 'count':
    case 'count_distinct':
      return values.length;
    case 'sum':
      return sumOf(values);
    case 'average':
      return sumOf(values) / values.length;
    case 'median':
      return quantileOf(values, 0.5);
    case 'percentile':
      return quantileOf(values, metric.fraction ?? 0.5);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
  }
}
