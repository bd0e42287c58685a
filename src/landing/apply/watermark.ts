import type { Entity } from '../../model/entity.ts';
import { dateOnlyColumn, dayColumn, sourceColumn } from '../../model/layout.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { mainTable } from './target.ts';

const { identifier, text, startOfDay } = duckdbDialect;

/** Up to when the data are complete, as a mapping declares it. */
export interface Declared {
  /** ISO instant, UTC. */
  readonly instant: string;
  /** YYYY-MM-DD in the workspace's time zone. */
  readonly day: string;
  readonly dateOnly: boolean;
}

/** The last second of a local day: a date counts to its end. */
const endOfDay = (day: string, timeZone: string): string => `${startOfDay(`(${day} + 1)`, timeZone)} - interval 1 second`;

/** Times that tell how far the data reach: none that is due, expected or an end, and not the moment we marked a record as vanished. */
const eventTimes = (entity: Entity): readonly string[] =>
  Object.entries(entity.fields).flatMap(([name, field]) =>
    (field.type === 'instant' || field.type === 'date') && !field.planned ? [name] : [],
  );

const latest = (entity: Entity, source: string, landedAt: string, timeZone: string): string => {
  const branches = eventTimes(entity).map((name) => {
    const column = identifier(name);
    const isDate = entity.fields[name]?.type === 'date';
    const day = isDate ? column : identifier(dayColumn(name));
    const dateOnly = isDate ? 'true' : `contains(coalesce(${identifier(dateOnlyColumn)}, ''), ${text(`,${name},`)})`;
    const kept = name === 'deleted_at' ? "and delete_kind is distinct from 'vanished'" : '';
    const inTime = isDate
      ? `${column} <= ${duckdbDialect.localDay(`TIMESTAMP ${text(landedAt)}`, timeZone)}`
      : `${column} <= TIMESTAMP ${text(landedAt)}`;
    // Aggregates first: the zone is asked for twice a column, not once a row.
    return `select max(${day}) filter (where ${dateOnly}) as date_day, ${isDate ? 'null::timestamp' : `max(${column}) filter (where not ${dateOnly})`} as moment
      from ${mainTable(entity)} where ${identifier(sourceColumn)} = ${text(source)} and ${inTime} ${kept}`;
  });
  return `select max(date_day) as date_day, max(moment) as moment from (${branches.join(' union all ')})`;
};

/**
 * Records up to when (source, entity) is known after this batch: what the mapping declares, else the latest event time not after
 * the import, and never less than an earlier import declared.
 * @param landedAt ISO instant without zone letter, UTC.
 */
export const writeWatermark = async (
  run: Run,
  entity: Entity,
  origin: { readonly source: string; readonly batch: number; readonly landedAt: string; readonly timeZone: string },
  declared: Declared | null,
): Promise<void> => {
  const key = `${text(origin.source)}, ${text(entity.name)}, ${origin.batch}`;
  if (declared) {
    const instant = declared.dateOnly
      ? endOfDay(duckdbDialect.date(declared.day), origin.timeZone)
      : `TIMESTAMP ${text(declared.instant.replace('T', ' ').replace('Z', ''))}`;
    await run(
      `insert into cuadro.watermark_log select ${key}, ${instant}, ${duckdbDialect.date(declared.day)}, ${declared.dateOnly}, true`,
    );
    return;
  }
  const found = `(select * from (
      select ${endOfDay('date_day', origin.timeZone)} as instant, date_day as day, true as date_only, false as declared from (${latest(entity, origin.source, origin.landedAt, origin.timeZone)})
      union all
      select moment, ${duckdbDialect.localDay('moment', origin.timeZone)}, false, false from (${latest(entity, origin.source, origin.landedAt, origin.timeZone)})
      union all
      select instant, day, date_only, declared from cuadro.watermark where source = ${text(origin.source)} and entity = ${text(entity.name)} and declared
    ) where instant is not null order by instant desc, date_only desc limit 1)`;
  await run(`insert into cuadro.watermark_log select ${key}, instant, day, date_only, declared from ${found}`);
};
