import type { Value } from './company.ts';

/** A point in time as a record gives it: exact, or only a date. */
export interface Moment {
  /** Milliseconds since 1970 UTC; of a date, the start of that day in the workspace's time zone. */
  readonly at: number;
  /** The local calendar day. */
  readonly day: string;
  readonly dateOnly: boolean;
}

const isDate = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);
const hasZone = (value: string): boolean => /(Z|[+-]\d\d:?\d\d)$/.test(value);

export const startOfDay = (day: string, zone: string): number => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** Reads a time as a record holds it: a date, an instant with its offset, or a local time of the workspace. Null for null. */
export function momentOf(value: Value | undefined, zone: string): Moment | null {
  if (value === null || value === undefined) return null;
  const written = String(value);
  if (isDate(written)) return { at: startOfDay(written, zone), day: written, dateOnly: true };
  const zoned = hasZone(written)
    ? Temporal.Instant.from(written).toZonedDateTimeISO(zone)
    : Temporal.PlainDateTime.from(written.replace(' ', 'T')).toZonedDateTime(zone);
  return { at: zoned.epochMilliseconds, day: zoned.toPlainDate().toString(), dateOnly: false };
}

export const addDays = (day: string, count: number): string => Temporal.PlainDate.from(day).add({ days: count }).toString();
/** Whole days from one date to another, negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
/** Monday is 1, Sunday is 7. */
export const weekday = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Every day from one date to another, both included. */
export function daysOf(start: string, end: string): string[] {
  const days: string[] = [];
  for (let day = start; day <= end; day = addDays(day, 1)) days.push(day);
  return days;
}

export const earliest = <T extends string | null>(days: readonly T[]): T | null =>
  days.reduce<T | null>((least, day) => (day !== null && (least === null || day < least) ? day : least), null);

/** The last moment of a day. */
export const closeOfDay = (day: string, zone: string): Moment => ({ at: startOfDay(addDays(day, 1), zone) - 1, day, dateOnly: false });
