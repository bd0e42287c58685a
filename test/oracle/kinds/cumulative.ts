import type { CumulativeMetric } from '../../../src/metrics/metric.ts';
import { periodOf } from '../calendar.ts';
import type { Result, Scope } from '../scope.ts';
import { addDays } from '../time.ts';
import { simple } from './simple.ts';

/** The metric over a longer stretch that ends with the period. */
export function cumulative(metric: CumulativeMetric, scope: Scope): Result {
  const { end } = scope.period;
  return simple(metric.of, { ...scope, period: { start: startOf(metric, end, scope), end } });
}

function startOf(metric: CumulativeMetric, end: string, scope: Scope): string {
  if (metric.window) return addDays(end, 1 - metric.window.days);
  if (metric.to_date === undefined || metric.to_date === 'ever') return '0001-01-01';
  return periodOf(end, metric.to_date, scope.world.settings).start;
}
