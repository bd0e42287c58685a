import type { SimpleMetric } from '../../../src/metrics/metric.ts';
import { holds, timeOf, worthOf } from '../expression.ts';
import { isAsked, keyOf, numbersOf, placesOf, quantileOf, type Result, type Scope, sumOf, within } from '../scope.ts';

/** An aggregate over the rows whose time falls in the period. */
export function simple(metric: SimpleMetric, scope: Scope): Result {
  const reasons = new Set<string>();
  const rows = placesOf(scope.world, metric.dataset, reasons, metric.dimensions).filter((at) => {
    const when = timeOf(at, metric.at);
    return within(scope.period, when) && holds(metric.where, at) && isAsked(scope, at, when);
  });
  const values = metric.of === undefined ? rows.map(() => 1) : [];
  const keys = new Set<string>();
  for (const at of metric.of === undefined ? [] : rows) {
    const value = worthOf(metric.of ?? { op: 'literal', value: null }, at);
    if (value === null) continue;
    keys.add(keyOf(at.row, value));
    if (metric.aggregate !== 'count_distinct') values.push(...numbersOf([value]));
    else values.push(1);
  }
  const isCount = metric.aggregate === 'count';
  const n = isCount ? rows.length : values.length;
  const zero = (metric.empty ?? (['count', 'count_distinct', 'sum'].includes(metric.aggregate) ? 'zero' : 'null')) === 'zero';
  const value = isCount ? n : metric.aggregate === 'count_distinct' ? keys.size : aggregateOf(metric, values);
  const empty = n === 0 ? (zero ? 0 : null) : value;
  return { value: empty, n, expected: rows.length, immature: false, reasons: [...reasons] };
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
