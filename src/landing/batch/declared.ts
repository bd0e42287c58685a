import type { Declared } from '../apply/watermark.ts';

/**
 * A mapping's `exported_at`: a date of the workspace's calendar, or a moment (without zone: in the mapping's).
 * The text has been checked (`parseMapping`).
 */
export const declaredMoment = (exportedAt: string, timezone: string, workspaceTimezone: string): Declared => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(exportedAt)) {
    const start = Temporal.PlainDate.from(exportedAt).toZonedDateTime(workspaceTimezone).toInstant();
    return { instant: start.toString(), day: exportedAt, dateOnly: true };
  }
  const zoned = /(z|[+-]\d{2}:?\d{2})$/i.test(exportedAt);
  const instant = zoned ? Temporal.Instant.from(exportedAt) : Temporal.PlainDateTime.from(exportedAt).toZonedDateTime(timezone).toInstant();
  return { instant: instant.toString(), day: instant.toZonedDateTimeISO(workspaceTimezone).toPlainDate().toString(), dateOnly: false };
};
