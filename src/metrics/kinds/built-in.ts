import { workingDaysIn } from '../../model/working-days.ts';
import { daysIn } from '../calendar/period.ts';
import type { BuiltInMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { measure, type Planned } from '../plan/series.ts';

/** Days of the period: the same number for every group. */
export function planBuiltIn(metric: BuiltInMetric, frame: Frame, plan: Plan): Planned {
  const { settings } = plan.world.catalog;
  const values = frame.periods.map((period) => (metric.name === 'days' ? daysIn(period) : workingDaysIn(period, settings)));
  return {
    series: () => ({
      groups: new Map(),
      at: (period) => {
        const value = values[period] ?? 0;
        return measure({ value, n: value });
      },
    }),
  };
}
