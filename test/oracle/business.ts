import type { Settings } from '../../src/model/settings.ts';
import { addDays, type Moment, weekday } from './time.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The opening and closing of a day as wall-clock times; null when the company is closed. */
function hoursOn(day: string, settings: Settings): { opens: string; closes: string } | null {
  if (settings.holidays.includes(day)) return null;
  for (const [days, hours] of Object.entries(settings.business_hours ?? {})) {
    const [first = '', last = first] = days.split('-');
    const from = weekdays.indexOf(first) + 1;
    const to = weekdays.indexOf(last) + 1;
    const on = weekday(day);
    const inside = from <= to ? from <= on && on <= to : on >= from || on <= to;
    const [opens = '', closes = ''] = hours.split('-');
    if (inside) return { opens, closes };
  }
  return null;
}

/** A working day has business hours, or is Monday to Friday where none are set; a holiday is none. */
export function isWorkingDay(day: string, settings: Settings): boolean {
  if (settings.holidays.includes(day)) return false;
  return settings.business_hours ? hoursOn(day, settings) !== null : weekday(day) <= 5;
}

const clock = (day: string, time: string, zone: string): number => {
  if (time.startsWith('24')) return clock(addDays(day, 1), '00:00', zone);
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
};

/** Milliseconds between two moments in which the company was open; negative when the second is earlier. */
export function openTime(from: Moment, to: Moment, settings: Settings): number {
  if (to.at < from.at) return -openTime(to, from, settings);
  let total = 0;
  for (let day = from.day; day <= to.day; day = addDays(day, 1)) {
    const hours = hoursOn(day, settings);
    if (!hours) continue;
    const opens = Math.max(from.at, clock(day, hours.opens, settings.timezone));
    const closes = Math.min(to.at, clock(day, hours.closes, settings.timezone));
    if (closes > opens) total += closes - opens;
  }
  return total;
}
