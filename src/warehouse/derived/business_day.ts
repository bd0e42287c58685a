import { businessDay } from '../../model/derived/business_day.ts';
import type { Settings } from '../../model/settings.ts';
import { isWorkingDay, weeklyHours } from '../../model/working-days.ts';
import type { DerivedBuilder } from './context.ts';

/** The days that business time can be counted on; tickets are not older, nor due later. */
const firstDay = Temporal.PlainDate.from('2000-01-01');
const lastDay = Temporal.PlainDate.from('2049-12-31');

interface Open {
  readonly day: string;
  readonly opens: string;
  readonly closes: string;
}

/** The instant at which a clock shows so many seconds after midnight; on the days that clocks change, as Temporal's `compatible`. */
const at = (day: Temporal.PlainDate, seconds: number, timeZone: string): Temporal.Instant =>
  day.toPlainDateTime().add({ seconds }).toZonedDateTime(timeZone).toInstant();

/** Every working day's opening in a workspace with business hours; empty where it states none. */
export function businessDays(settings: Settings, from = firstDay, to = lastDay): readonly Open[] {
  const week = weeklyHours(settings);
  if (!week) return [];
  const days: Open[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const hours = week[day.dayOfWeek - 1];
    if (!hours || !isWorkingDay(day, settings)) continue;
    const opens = at(day, hours.opens, settings.timezone);
    const closes = at(day, hours.closes, settings.timezone);
    days.push({ day: day.toString(), opens: opens.toString(), closes: closes.toString() });
  }
  return days;
}

/** One row a calendar day; a day off carries the seconds before it and no hours. Without business hours in the settings: no rows. */
export const businessDayBuilder: DerivedBuilder = {
  dataset: businessDay,
  sql: ({ dialect, settings }) => {
    const open = businessDays(settings);
    const constant = (value: string) => dialect.instant(value);
    const rows = open.map(({ day, opens, closes }) => [dialect.date(day), constant(opens), constant(closes)]);
    const columns = ['day', 'opens_at', 'closes_at'];
    if (rows.length === 0) {
      return `select ${dialect.nullOf('text')} as _source, ${dialect.nullOf('date')} as day, ${['opens_at', 'closes_at'].map((name) => `${dialect.nullOf('instant')} as ${name}, ${dialect.nullOf('date')} as ${name}_day, ${dialect.boolean(false)} as ${name}_date_only`).join(', ')}, ${dialect.nullOf('number')} as seconds_before where 1 = 0`;
    }
    const every = `(select ${dialect.eachDay(dialect.date(firstDay.toString()), dialect.date(lastDay.toString()))} as day)`;
    return `select ${dialect.nullOf('text')} as _source, d.day, o.opens_at, d.day as opens_at_day, ${dialect.boolean(false)} as opens_at_date_only,
  o.closes_at, d.day as closes_at_day, ${dialect.boolean(false)} as closes_at_date_only,
  coalesce(sum(${dialect.secondsBetween('o.opens_at', 'o.closes_at')}) over (order by d.day rows between unbounded preceding and 1 preceding), 0) as seconds_before
from ${every} as d
left join ${dialect.values(columns, rows)} as o on o.day = d.day`;
  },
};
