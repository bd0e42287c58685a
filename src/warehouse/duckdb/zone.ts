import { dateOnlyColumn, dayColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import type { Run } from '../run.ts';
import { duckdbDialect } from './dialect.ts';

const { contains, identifier, localDay, startOfDay, text } = duckdbDialect;

const key = "key = 'timezone'";

/**
 * The day columns are days of the workspace's time zone. When its settings name another zone than the tables were made under, the day
 * of each instant is told anew, and the instant of each date that came without a clock moves to the beginning of that day.
 * Inside the caller's transaction.
 * @returns whether anything was told anew
 */
export async function keepZone(run: Run, timeZone: string): Promise<boolean> {
  const [mark] = await run(`select value from cuadro.meta where ${key}`);
  if (mark?.value === timeZone) return false;
  if (mark) for (const statement of [...rezoned(timeZone), rezonedWatermarks(timeZone)]) await run(statement);
  await run(`delete from cuadro.meta where ${key}`);
  await run(`insert into cuadro.meta (key, value) values ('timezone', ${text(timeZone)})`);
  return mark !== undefined;
}

function rezoned(timeZone: string): readonly string[] {
  return ['main', 'history'].flatMap((schema) =>
    [...entities.values()].flatMap((entity) => {
      const instants = Object.entries(entity.fields).filter(([, { type }]) => type === 'instant');
      if (instants.length === 0) return [];
      const changes = instants.flatMap(([name]) => {
        const instant = identifier(name);
        const day = identifier(dayColumn(name));
        const dateOnly = contains(`coalesce(${identifier(dateOnlyColumn)}, '')`, text(`,${name},`));
        return [
          `${instant} = case when ${dateOnly} then ${startOfDay(day, timeZone)} else ${instant} end`,
          `${day} = case when ${dateOnly} then ${day} else ${localDay(instant, timeZone)} end`,
        ];
      });
      return [`update ${schema}.${identifier(entity.name)} set ${changes.join(', ')}`];
    }),
  );
}

/** Up to when data reach: a date counts to its end, in whatever zone. */
const rezonedWatermarks = (timeZone: string): string => `update cuadro.watermark_log set
  instant = case when date_only then ${startOfDay('(day + 1)', timeZone)} - interval 1 second else instant end,
  day = case when date_only then day else ${localDay('instant', timeZone)} end`;
