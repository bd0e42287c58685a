import type { BuiltInMetric } from '../../../src/metrics/metric.ts';
import { isWorkingDay } from '../business.ts';
import type { Result, Scope } from '../scope.ts';
import { daysOf } from '../time.ts';

/** Calendar days, or working days, of the period. */
export function builtIn(metric: BuiltInMetric, scope: Scope): Result {
  const days = daysOf(scope.period.start, scope.period.end);
  const value = metric.name === 'days' ? days.length : days.filter((day) => isWorkingDay(day, scope.world.settings)).length;
  return { value, n: value, coverage: 1, immature: false, reasons: [] };
}
