import type { Grain } from '../../src/metrics/query.ts';
import type { Settings } from '../../src/model/settings.ts';
import { addDays, daysBetween, earliest, weekday } from './time.ts';

/** Both dates included. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** How many months a period of the grain has; none for days and weeks. */
const monthsOf = (grain: Grain): number => ({ day: 0, week: 0, month: 1, quarter: 3, year: 12, total: 0 })[grain];

/** The whole period of a grain that holds a day: weeks from the workspace's first weekday, quarters and years from the fiscal year's first month. */
export function periodOf(day: string, grain: Grain, settings: Settings): Period {
  if (grain === 'day' || grain === 'total') return { start: day, end: day };
  if (grain === 'week') {
    const first = names.indexOf(settings.week_starts_on) + 1;
    let start = day;
    while (weekday(start) !== first) start = addDays(start, -1);
    return { start, end: addDays(start, 6) };
  }
  let start = Temporal.PlainDate.from(day).with({ day: 1 });
  while ((start.month - settings.fiscal_year_starts_in + 12) % monthsOf(grain) !== 0) start = start.subtract({ months: 1 });
  return {
    start: start.toString(),
    end: start
      .add({ months: monthsOf(grain) })
      .subtract({ days: 1 })
      .toString(),
  };
}

/** The periods of a range in order, the first and last cut where the range cuts them. */
export function periodsOf(range: Period, grain: Grain, settings: Settings): Period[] {
  if (range.start > range.end) return [];
  if (grain === 'total') return [range];
  const periods: Period[] = [];
  for (let day = range.start; day <= range.end; ) {
    const whole = periodOf(day, grain, settings);
    periods.push({ start: day, end: earliest([whole.end, range.end]) ?? whole.end });
    day = addDays(whole.end, 1);
  }
  return periods;
}

/**
 * The same stretch `back` periods earlier. A period that is cut keeps its distance from its first day, and ends where the earlier one ends at the
 * latest; a whole one gives a whole one. Of `total`: the stretch of the same length before.
 */
export function earlier(period: Period, back: number, grain: Grain, settings: Settings): Period {
  if (back === 0) return period;
  if (grain === 'total') {
    const length = daysBetween(period.start, period.end) + 1;
    return { start: addDays(period.start, -length * back), end: addDays(period.end, -length * back) };
  }
  const whole = periodOf(period.start, grain, settings);
  let before = whole;
  for (let step = 0; step < back; step++) before = periodOf(addDays(before.start, -1), grain, settings);
  const moved = (day: string): string => earliest([addDays(before.start, daysBetween(whole.start, day)), before.end]) ?? before.end;
  return { start: moved(period.start), end: period.end === whole.end ? before.end : moved(period.end) };
}

/** The twelve complete months before a day that is known to its end. */
export function defaultRange(knownTo: string): Period {
  const first = Temporal.PlainDate.from(addDays(knownTo, 1)).with({ day: 1 });
  return { start: first.subtract({ months: 12 }).toString(), end: first.subtract({ days: 1 }).toString() };
}
