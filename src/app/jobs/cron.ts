import { Cron } from 'croner';

const at = (pattern: string, timezone: string): Cron => new Cron(pattern, { timezone, paused: true, mode: '5-part' });

const instant = (date: Date | undefined | null): Temporal.Instant | null =>
  date ? Temporal.Instant.fromEpochMilliseconds(date.getTime()) : null;

const asDate = (moment: Temporal.Instant): Date => new Date(moment.epochMilliseconds);

/** Whether it is a cron expression of five fields: minute, hour, day, month, day of the week. */
export function isCron(pattern: string): boolean {
  try {
    return at(pattern, 'UTC').nextRun() !== null;
  } catch {
    return false;
  }
}

/**
 * The last planned time up to a moment, that moment included. A time that summer time skips is made up for right after the gap; one that comes twice counts once.
 * @param pattern cron of five fields, in `timezone` @returns null where there is none
 */
export function lastPlanned(pattern: string, timezone: string, moment: Temporal.Instant): Temporal.Instant | null {
  return instant(at(pattern, timezone).previousRuns(1, asDate(moment.add({ milliseconds: 1 })))[0]);
}

/** The first planned time after a moment; see `lastPlanned`. */
export function nextPlanned(pattern: string, timezone: string, moment: Temporal.Instant): Temporal.Instant | null {
  return instant(at(pattern, timezone).nextRun(asDate(moment)));
}
