/** What a simple cron line says; null for one that is shown as it stands. */
export type CronWords =
  | { readonly kind: 'daily'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'hourly' | 'minutely'; readonly count: number };

/** @param cron five fields: `17 3 * * *` is every day at 3:17 */
export function readCron(cron: string): CronWords | null {
  const [minute = '', hour = '', ...days] = cron.trim().split(/\s+/);
  if (days.length !== 3 || days.some((field) => field !== '*')) return null;
  const everyMinutes = /^\*(?:\/(\d+))?$/.exec(minute);
  const everyHours = /^\*(?:\/(\d+))?$/.exec(hour);
  if (everyMinutes) return everyHours && !everyHours[1] ? { kind: 'minutely', count: Number(everyMinutes[1] ?? 1) } : null;
  if (!/^\d+$/.test(minute)) return null;
  if (everyHours) return { kind: 'hourly', count: Number(everyHours[1] ?? 1) };
  return /^\d+$/.test(hour) ? { kind: 'daily', hour: Number(hour), minute: Number(minute) } : null;
}
