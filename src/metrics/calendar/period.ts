import type { DayRange } from '../../model/dialect.ts';
import type { Settings } from '../../model/settings.ts';
import type { Grain } from '../query.ts';

type CalendarRules = Pick<Settings, 'week_starts_on' | 'fiscal_year_starts_in'>;

const weekdayNumber = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 } as const;

/** The first day of the period of `grain` that holds `day`. Quarters and years are the fiscal year's. */
export function startOfPeriod(day: Temporal.PlainDate, grain: Exclude<Grain, 'total'>, rules: CalendarRules): Temporal.PlainDate {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: (day.dayOfWeek - weekdayNumber[rules.week_starts_on] + 7) % 7 });
    case 'month':
      return day.with({ day: 1 });
    case 'quarter':
      return day.with({ day: 1 }).subtract({ months: (day.month - rules.fiscal_year_starts_in + 12) % 3 });
    case 'year':
      return day.with({ day: 1 }).subtract({ months: (day.month - rules.fiscal_year_starts_in + 12) % 12 });
  }
}

const step = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
} as const;

/** The last day of the period that begins at `start`. */
export const endOfPeriod = (start: Temporal.PlainDate, grain: Exclude<Grain, 'total'>): Temporal.PlainDate =>
  start.add(step[grain]).subtract({ days: 1 });

/**
 * The periods that cover a range, in order, each clipped to it; `total` is the range itself.
 * Every period is there, whether or not anything happened in it.
 */
export function periodsOf(range: DayRange, grain: Grain, rules: CalendarRules): DayRange[] {
  if (grain === 'total') return [range];
  const periods: DayRange[] = [];
  const last = Temporal.PlainDate.from(range.end);
  let start = startOfPeriod(Temporal.PlainDate.from(range.start), grain, rules);
  while (Temporal.PlainDate.compare(start, last) <= 0) {
    const end = endOfPeriod(start, grain).toString();
    periods.push({ start: start.toString() < range.start ? range.start : start.toString(), end: end > range.end ? range.end : end });
    start = start.add(step[grain]);
  }
  return periods;
}

/** The same stretch of calendar `count` periods earlier: whole periods stay whole, clipped ones keep their day offsets. */
export function shiftPeriod(period: DayRange, grain: Grain, count: number, rules: CalendarRules): DayRange {
  if (count === 0) return period;
  const start = Temporal.PlainDate.from(period.start);
  const end = Temporal.PlainDate.from(period.end);
  if (grain === 'total') {
    const days = daysIn(period) * count;
    return { start: start.subtract({ days }).toString(), end: end.subtract({ days }).toString() };
  }
  const full = startOfPeriod(start, grain, rules);
  let earlier = full;
  for (let index = 0; index < count; index += 1) earlier = startOfPeriod(earlier.subtract({ days: 1 }), grain, rules);
  const earlierEnd = endOfPeriod(earlier, grain);
  const shiftedStart = earlier.add({ days: full.until(start, { largestUnit: 'day' }).days });
  const wholeEnd = Temporal.PlainDate.compare(end, endOfPeriod(full, grain)) === 0;
  const shiftedEnd = wholeEnd ? earlierEnd : earlier.add({ days: full.until(end, { largestUnit: 'day' }).days });
  const clip = (day: Temporal.PlainDate) => (Temporal.PlainDate.compare(day, earlierEnd) > 0 ? earlierEnd : day);
  return { start: clip(shiftedStart).toString(), end: clip(shiftedEnd).toString() };
}

/** The same dates a year earlier; 29 February becomes 28. */
export const yearBefore = (period: DayRange): DayRange => {
  const end = Temporal.PlainDate.from(period.end);
  const start = Temporal.PlainDate.from(period.start).subtract({ years: 1 });
  const wholeMonth = end.day === end.daysInMonth;
  const earlier = end.subtract({ years: 1 });
  return { start: start.toString(), end: (wholeMonth ? earlier.with({ day: earlier.daysInMonth }) : earlier).toString() };
};

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

export const daysIn = (period: DayRange): number =>
  Temporal.PlainDate.from(period.start).until(Temporal.PlainDate.from(period.end), { largestUnit: 'day' }).days + 1;

/** The 12 whole months before the month after the last complete day. */
export function defaultRange(lastCompleteDay: string): DayRange {
  const next = Temporal.PlainDate.from(lastCompleteDay).add({ days: 1 }).with({ day: 1 });
  return { start: next.subtract({ months: 12 }).toString(), end: next.subtract({ days: 1 }).toString() };
}
