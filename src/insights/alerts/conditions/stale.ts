import { type Judged, only } from '../judged.ts';
import type { Looked, Of } from '../looked.ts';

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** No new data for so many days: by the last day that they cover, whatever it says. Days of the calendar, which no change of the clock makes longer. */
export function stale({ days }: Of<'stale'>, { lastDay, today }: Looked): Judged {
  if (lastDay === null) return only('no_data');
  const age = Math.max(0, daysBetween(lastDay, today) - 1);
  return { ...only(age > days ? 'breach' : 'clear', age), expected: days };
}
