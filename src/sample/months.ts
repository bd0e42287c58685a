import type { Calendar } from './calendar.ts';

/** A calendar month that the sample touches. */
export interface Month {
  /** `2026-10` */
  readonly name: string;
  /** Its first and last day, which may lie outside the sample. */
  readonly start: string;
  readonly end: string;
  /** Its first day within the sample. */
  readonly from: number;
  /** The month of the story in which it begins. */
  readonly story: number;
}

export function calendarMonths(calendar: Calendar): Month[] {
  const months: Month[] = [];
  for (let month = calendar.first.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    const start = month.toPlainDate({ day: 1 });
    if (Temporal.PlainDate.compare(start, calendar.until) > 0) return months;
    const from = Math.max(0, calendar.first.until(start, { largestUnit: 'days' }).days);
    const end = month.toPlainDate({ day: month.daysInMonth }).toString();
    months.push({ name: month.toString(), start: start.toString(), end, from, story: calendar.storyMonth(calendar.time(from, 0)) });
  }
}
