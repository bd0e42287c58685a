import type { DayRange } from './dialect.ts';
import type { Settings } from './settings.ts';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Seconds since local midnight. */
export interface Hours {
  readonly opens: number;
  readonly closes: number;
}

const seconds = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 3600 + Number(minutes) * 60;
};

/** The hours of each weekday (index 0 is Monday), null for a day off; null when the workspace states none. */
export function weeklyHours(settings: Pick<Settings, 'business_hours'>): readonly (Hours | null)[] | null {
  if (!settings.business_hours) return null;
  const week: (Hours | null)[] = names.map(() => null);
  for (const [span, clock] of Object.entries(settings.business_hours)) {
    const [opens = '', closes = ''] = clock.split('-');
    const [first, last] = span.split('-');
    const from = names.findIndex((name) => name === first);
    const to = last === undefined ? from : names.findIndex((name) => name === last);
    for (let index = from; ; index = (index + 1) % 7) {
      week[index] = { opens: seconds(opens), closes: seconds(closes) };
      if (index === to) break;
    }
  }
  return week;
}

type Work = Pick<Settings, 'business_hours' | 'holidays'>;

/** Whether work is done on a day: the week's business hours (Monday to Friday when none are stated) less holidays. */
export const worksOn = ({ business_hours, holidays }: Work): ((day: Temporal.PlainDate) => boolean) => {
  const week = weeklyHours({ business_hours });
  const off = new Set(holidays);
  return (day) => !off.has(day.toString()) && (week ? week[day.dayOfWeek - 1] != null : day.dayOfWeek <= 5);
};

export function workingDaysIn(period: DayRange, settings: Work): number {
  const works = worksOn(settings);
  let count = 0;
  const last = Temporal.PlainDate.from(period.end);
  for (let day = Temporal.PlainDate.from(period.start); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (works(day)) count += 1;
  }
  return count;
}
