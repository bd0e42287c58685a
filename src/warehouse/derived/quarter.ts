import type { Dialect } from '../../model/dialect.ts';

/** Calendar quarters are counted from the year 0: that of 2024-02-01 is 8096. */

/** The quarter of a day, in SQL. */
export const quarterOf = (dialect: Dialect, day: string): string =>
  dialect.convert(`extract(year from ${day}) * 4 + floor((extract(month from ${day}) - 1) / 3)`, 'integer');

/** The first day of a quarter. */
export const firstDayOf = (quarter: number): string => {
  const month = (quarter % 4) * 3 + 1;
  return `${String(Math.floor(quarter / 4)).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
};

/** The last day of a quarter. */
export const lastDayOf = (quarter: number): string =>
  Temporal.PlainDate.from(firstDayOf(quarter + 1))
    .subtract({ days: 1 })
    .toString();

/** The quarter of a day given as YYYY-MM-DD. */
export const quarterOfDay = (day: string): number => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
