import { businessDay } from '../../model/derived/business_day.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { Settings } from '../../model/settings.ts';
import { weeklyHours } from '../../model/working-days.ts';
import type { SelectedBuilder } from './context.ts';

/** The days that business time can be counted on; tickets are not older, nor due later. */
const firstDay = Temporal.PlainDate.from('2000-01-01');
const lastDay = Temporal.PlainDate.from('2049-12-31');
/** A Monday, to tell weekdays by. */
const monday = '2000-01-03';

/** A stretch of days on which clocks stand equally far from UTC at opening and at closing. */
interface Stretch {
  readonly start: string;
  readonly end: string;
  /** Seconds to subtract from local time. */
  readonly opens: number;
  readonly closes: number;
}

/** How far a zone's clocks are ahead of UTC, in seconds, when they show so many seconds after midnight. */
const offsetAt = (day: Temporal.PlainDate, seconds: number, timeZone: string): number =>
  day.toPlainDateTime().add({ seconds }).toZonedDateTime(timeZone).offsetNanoseconds / 1e9;

/** The zone's offsets at each day's opening and closing, as few stretches as they need: about two a year. */
export function stretches(settings: Settings, from = firstDay, to = lastDay): readonly Stretch[] {
  const week = weeklyHours(settings) ?? [];
  const found: { start: string; end: string; opens: number; closes: number }[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const hours = week[day.dayOfWeek - 1];
    const last = found.at(-1);
    const opens = hours ? offsetAt(day, hours.opens, settings.timezone) : (last?.opens ?? 0);
    const closes = hours ? offsetAt(day, hours.closes, settings.timezone) : (last?.closes ?? 0);
    if (last && last.opens === opens && last.closes === closes) last.end = day.toString();
    else found.push({ start: day.toString(), end: day.toString(), opens, closes });
  }
  return found;
}

/** Seconds after midnight at which each weekday opens or closes; null on a day off. */
const byWeekday = (dialect: Dialect, settings: Settings, end: 'opens' | 'closes'): string => {
  const weekday = `(${dialect.daysBetween(dialect.date(monday), 'd.day')} % 7 + 7) % 7`;
  const cases = (weeklyHours(settings) ?? []).flatMap((hours, index) => (hours ? [`when ${index} then ${hours[end]}`] : []));
  return cases.length === 0 ? 'null' : `case ${weekday} ${cases.join(' ')} end`;
};

/** One row a calendar day; a day off carries the seconds before it and no hours. Without business hours in the settings: no rows. */
export const businessDayBuilder: SelectedBuilder = {
  dataset: businessDay,
  sql: ({ dialect, settings }) => {
    const offsets = settings.business_hours ? stretches(settings) : [];
    const ranges = dialect.values(
      ['first_day', 'last_day', 'opens', 'closes'],
      offsets.length === 0
        ? [[dialect.date(monday), dialect.date('1999-12-31'), '0', '0']]
        : offsets.map(({ start, end, opens, closes }) => [dialect.date(start), dialect.date(end), String(opens), String(closes)]),
    );
    const holidays = settings.holidays.map((day) => dialect.date(day)).join(', ');
    const works = holidays === '' ? '' : `case when d.day not in (${holidays}) then `;
    const end = holidays === '' ? '' : ' end';
    const instant = (name: 'opens' | 'closes') =>
      `${works}${dialect.secondsIntoDay('d.day', `(${byWeekday(dialect, settings, name)} - d.${name})`)}${end}`;
    const noText = dialect.nullOf('text');
    return `with every as (
  select ${dialect.eachDay('s.first_day', 's.last_day')} as day, s.opens, s.closes from ${ranges} as s
), hours as (
  select d.day, ${instant('opens')} as opens_at, ${instant('closes')} as closes_at from every as d
)
select ${noText} as _source, h.day, h.opens_at, h.day as opens_at_day, ${dialect.boolean(false)} as opens_at_date_only,
  h.closes_at, h.day as closes_at_day, ${dialect.boolean(false)} as closes_at_date_only,
  coalesce(sum(${dialect.secondsBetween('h.opens_at', 'h.closes_at')}) over (order by h.day rows between unbounded preceding and 1 preceding), 0) as seconds_before
from hours as h`;
  },
};
