import type { Dialect } from '../../model/dialect.ts';
import { dateOnlyColumn, dayColumn } from '../../model/layout.ts';

/**
 * A moment is three columns: the instant `x`, its local day `x_day`, and `x_date_only`, whether only the day is known. Derived
 * datasets carry all three through, so that durations follow the rule of dates.
 */

/** Whether the source gave only a date for an instant field of an entity's row. Never null. */
export const isDateOnly = (dialect: Dialect, row: string, field: string): string =>
  `coalesce(${dialect.contains(`${row}.${dateOnlyColumn}`, dialect.text(`,${field},`))}, false)`;

/** The three columns of an entity's instant field, for a SELECT list. */
export const momentOf = (dialect: Dialect, row: string, field: string, as: string): string =>
  `${row}.${field} as ${as}, ${row}.${dayColumn(field)} as ${as}_day, ${isDateOnly(dialect, row, field)} as ${as}_date_only`;

/** The three columns of a moment under another name. */
export const sameMoment = (row: string, moment: string, as: string = moment): string =>
  ['', '_day', '_date_only'].map((part) => `${row}.${moment}${part} as ${as}${part}`).join(', ');

/** A moment made by calling something on each of its three columns: `lead(x) over w`. */
export const mapMoment = (moment: string, as: string, call: (column: string) => string): string =>
  ['', '_day', '_date_only'].map((part) => `${call(`${moment}${part}`)} as ${as}${part}`).join(', ');

/** The three columns of the first moment whose condition holds; no moment where none does. A moment of null is none. */
export const pickMoment = (
  dialect: Dialect,
  as: string,
  cases: readonly (readonly [condition: string, moment: string | null])[],
): string => {
  const column = (part: string, none: string): string =>
    `case ${cases.map(([condition, moment]) => `when ${condition} then ${moment === null ? none : `${moment}${part}`}`).join(' ')} else ${none} end as ${as}${part}`;
  return [column('', dialect.nullOf('instant')), column('_day', dialect.nullOf('date')), column('_date_only', 'false')].join(', ');
};

/** The three columns of no moment. */
export const noMoment = (dialect: Dialect, as: string): string =>
  `${dialect.nullOf('instant')} as ${as}, ${dialect.nullOf('date')} as ${as}_day, false as ${as}_date_only`;

/** The three columns of the start of a calendar day. */
export const startOfDay = (dialect: Dialect, day: string, timeZone: string, as: string): string =>
  `${dialect.startOfDay(day, timeZone)} as ${as}, ${day} as ${as}_day, true as ${as}_date_only`;

/** Days from one moment to another: a difference of dates if either is only a date, else elapsed. */
export const daysApart = (dialect: Dialect, from: string, to: string): string =>
  `case when ${from}_date_only or ${to}_date_only then ${dialect.double(dialect.daysBetween(`${from}_day`, `${to}_day`))} else ${dialect.secondsBetween(from, to)} / 86400 end`;

/** Deleted, merged and test records are out. */
export const isLive = (row: string): string =>
  `${row}.deleted_at is null and ${row}.merged_into_id is null and coalesce(${row}.is_test, false) = false`;
