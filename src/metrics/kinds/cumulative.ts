import type { DayRange } from '../../model/dialect.ts';
import { addDays, startOfPeriod } from '../calendar/period.ts';
import type { CumulativeMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import type { Planned } from '../plan/series.ts';
import { planSimple } from './simple.ts';

/** Earlier than any day of a company's data. */
const dawn = '0001-01-01';

/** The aggregate over the days from the start of the window, month, quarter, year or all time to the end of each period. */
export function planCumulative(metric: CumulativeMetric, frame: Frame, plan: Plan): Planned {
  const rules = plan.world.catalog.settings;
  const start = ({ end }: DayRange): string => {
    if (metric.window) return addDays(end, 1 - metric.window.days);
    if (!metric.to_date || metric.to_date === 'ever') return dawn;
    return startOfPeriod(Temporal.PlainDate.from(end), metric.to_date, rules).toString();
  };
  return planSimple(
    metric.of,
    frame,
    plan,
    frame.periods.map((period) => ({ start: start(period), end: period.end })),
  );
}
