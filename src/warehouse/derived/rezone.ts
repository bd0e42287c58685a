import { dateOnlyColumn, dayColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import type { Run } from '../run.ts';
import type { Places } from '../world/places.ts';

/**
 * Moves every record to another time zone of the workspace: an instant falls on another day; a date stays that day and begins at
 * another instant. So do the watermarks, a date's at its end.
 */
export const rezone = async (run: Run, places: Places, timeZone: string): Promise<void> => {
  const { dialect } = places;
  const start = (day: string): string => dialect.startOfDay(day, timeZone);
  for (const entity of entities.values()) {
    const instants = Object.entries(entity.fields).flatMap(([name, { type }]) => (type === 'instant' ? [name] : []));
    const moves = instants.flatMap((name) => {
      const [instant, day] = [dialect.identifier(name), dialect.identifier(dayColumn(name))];
      const isDate = `coalesce(${dialect.contains(dateOnlyColumn, dialect.text(`,${name},`))}, false)`;
      return [
        `${instant} = case when ${isDate} then ${start(day)} else ${instant} end`,
        `${day} = case when ${isDate} then ${day} else ${dialect.localDay(instant, timeZone)} end`,
      ];
    });
    for (const table of [places.main(entity.name), places.history(entity.name)]) {
      const filled = await run(`select 1 as there from ${table} limit 1`);
      if (filled.length > 0) await run(`update ${table} set ${moves.join(', ')}`);
    }
  }
  await run(`update ${places.bookkeeping('watermark_log')} set
    instant = case when date_only then ${start('(day + 1)')} - interval 1 second else instant end,
    day = case when date_only then day else ${dialect.localDay('instant', timeZone)} end`);
};
