import type { DayRange } from '../../model/dialect.ts';
import type { Settings } from '../../model/settings.ts';
import { addDays, startOfPeriod } from '../calendar/period.ts';
import type { Panel } from '../metric.ts';

type Grain = NonNullable<Panel['grain']>;

/** The last whole period of a grain that ends on or before a day. */
function lastWhole(day: string, grain: Grain, rules: Settings): DayRange {
  const next = Temporal.PlainDate.from(addDays(day, 1));
  const end = startOfPeriod(next, grain, rules).subtract({ days: 1 });
  return { start: startOfPeriod(end, grain, rules).toString(), end: end.toString() };
}

/**
 * The periods that a panel has for a cell's period, in order of time. Without `grain` the period itself, also while it runs; with it only
 * whole periods of which the data are complete: those within the cell's period or, with `back`, that many up to its end.
 * @param lastCompleteDay null: nothing is known to be complete
 */
export function panelPeriods(panel: Panel, period: DayRange, lastCompleteDay: string | null, rules: Settings): readonly DayRange[] {
  const { grain, back } = panel;
  if (grain === undefined) return [period];
  if (lastCompleteDay === null) return [];
  const periods: DayRange[] = [];
  let one = lastWhole(period.end < lastCompleteDay ? period.end : lastCompleteDay, grain, rules);
  while (back === undefined ? one.start >= period.start : periods.length < back) {
    periods.unshift(one);
    one = lastWhole(addDays(one.start, -1), grain, rules);
  }
  return periods;
}
