/** When a backup is made, as a form has it; `cron`: as it stands, for what the form does not know. */
export type Schedule =
  | { readonly kind: 'daily'; readonly at: string }
  | { readonly kind: 'weekly'; readonly day: number; readonly at: string }
  | { readonly kind: 'cron'; readonly text: string };

const two = (text: string): string => text.padStart(2, '0');

/** @param text five fields of cron; days of the week count from Sunday, 0 */
export function scheduleOf(text: string): Schedule {
  const found = /^(\d{1,2}) (\d{1,2}) \* \* (\*|[0-7])$/.exec(text.trim());
  if (!found) return { kind: 'cron', text };
  const [, minute = '', hour = '', day = ''] = found;
  const at = `${two(hour)}:${two(minute)}`;
  return day === '*' ? { kind: 'daily', at } : { kind: 'weekly', day: Number(day) % 7, at };
}

/** @returns cron; null where the hour is none */
export function cronOf(schedule: Schedule): string | null {
  if (schedule.kind === 'cron') return schedule.text.trim();
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(schedule.at.trim());
  if (!found) return null;
  return `${Number(found[2])} ${Number(found[1])} * * ${schedule.kind === 'daily' ? '*' : schedule.day}`;
}
