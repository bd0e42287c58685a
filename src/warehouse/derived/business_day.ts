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

/** A day further than this from where a zone's clocks change has one offset, whenever it opens. */
const nearDays = 2;

/** The days on which the clocks of a zone change, by UTC. */
const changeDays = (timeZone: string, from: Temporal.PlainDate, to: Temporal.PlainDate): readonly Temporal.PlainDate[] => {
  const found: Temporal.PlainDate[] = [];
  const end = to.add({ days: nearDays + 1 }).toZonedDateTime(timeZone);
  let at = from
    .subtract({ days: nearDays + 1 })
    .toZonedDateTime(timeZone)
    .getTimeZoneTransition('next');
  for (; at && Temporal.ZonedDateTime.compare(at, end) <= 0; at = at.getTimeZoneTransition('next'))
    found.push(at.toInstant().toZonedDateTimeISO('UTC').toPlainDate());
  return found;
};

/** The zone's offsets at each day's opening and closing, as few stretches as they need: about two a year. */
export function stretches(settings: Settings, from = firstDay, to = lastDay): readonly Stretch[] {
  const week = weeklyHours(settings) ?? [];
  const found: { start: string; end: string; opens: number; closes: number }[] = [];
  const look = (day: Temporal.PlainDate): void => {
    const hours = week[day.dayOfWeek - 1];
    const last = found.at(-1);
    const opens = hours ? offsetAt(day, hours.opens, settings.timezone) : (last?.opens ?? 0);
    const closes = hours ? offsetAt(day, hours.closes, settings.timezone) : (last?.closes ?? 0);
    if (last && last.opens === opens && last.closes === closes) last.end = day.toString();
    else found.push({ start: day.toString(), end: day.toString(), opens, closes });
  };
  const isBefore = (left: Temporal.PlainDate, right: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(left, right) < 0;
  const after = to.add({ days: 1 });
  const first = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate => (isBefore(one, other) ? one : other);
  let day = from;
  const lookUntil = (end: Temporal.PlainDate): void => {
    for (; isBefore(day, first(end, after)); day = day.add({ days: 1 })) look(day);
  };
  for (const change of [...changeDays(settings.timezone, from, to), after.add({ days: nearDays })]) {
    const near = first(change.subtract({ days: nearDays }), after);
    // In a week far from any change every weekday has been seen: the days up to the next change are as its last.
    lookUntil(first(day.add({ days: 7 }), near));
    const last = found.at(-1);
    if (last && isBefore(day, near)) {
      last.end = near.subtract({ days: 1 }).toString();
      day = near;
    }
    lookUntil(change.add({ days: nearDays + 1 }));
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
