import type { Entity } from '../../model/entity.ts';
import { batchColumn, dateOnlyColumn, dayColumn, sourceColumn, untilColumn } from '../../model/layout.ts';
import { ownPrefix } from '../../model/own-records.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { historyTable, mainTable, type Target } from './target.ts';

const { identifier, text } = duckdbDialect;

export interface Applied {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly vanished: number;
}

/** A moment as the warehouse keeps it. */
export interface Moment {
  /** SQL of a TIMESTAMP in UTC. */
  readonly instant: string;
  /** SQL of the local DATE. */
  readonly day: string;
}

const instantsOf = (entity: Entity): readonly string[] =>
  Object.entries(entity.fields).flatMap(([name, field]) => (field.type === 'instant' ? [name] : []));

const has = (side: 'm' | 'i', field: string): string =>
  `contains(coalesce(${side}.${identifier(dateOnlyColumn)}, ''), ${text(`,${field},`)})`;

/** The list of date-only fields of the new version: the import's for fields it gives, the old one's for the others. */
const mergedDateOnly = (target: Target): string => {
  const parts = instantsOf(target.entity).map((field) => {
    const side = target.columns.includes(field) ? 'i' : 'm';
    return `case when ${has(side, field)} then ${text(`${field},`)} else '' end`;
  });
  return `nullif(',' || ${parts.join(' || ')}, ',')`;
};

const comparable = (target: Target): readonly string[] => target.columns.filter((column) => column !== 'id' && column !== dateOnlyColumn);

const difference = (target: Target): string => {
  const given = comparable(target);
  const tests = given.map((column) => `m.${identifier(column)} is distinct from i.${identifier(column)}`);
  const clocks = instantsOf(target.entity)
    .filter((field) => given.includes(field))
    .map((field) => `${has('m', field)} <> ${has('i', field)}`);
  // One comparison spares the many, for dates and clocks seldom change places.
  if (clocks.length > 0)
    tests.push(`(m.${identifier(dateOnlyColumn)} is distinct from i.${identifier(dateOnlyColumn)} and (${clocks.join(' or ')}))`);
  if (!given.includes('deleted_at')) tests.push("m.delete_kind = 'vanished'");
  return tests.length === 0 ? 'false' : tests.join(' or ');
};

/** `main`'s columns with what the import gives in their place. */
const merged = (target: Target, columns: readonly string[]): string => {
  const given = new Set(comparable(target));
  const backAgain = !given.has('deleted_at');
  return columns
    .map((column) => {
      const name = identifier(column);
      if (column === batchColumn) return `${target.batch} as ${name}`;
      if (column === dateOnlyColumn) return `${mergedDateOnly(target)} as ${name}`;
      if (given.has(column)) return `i.${name} as ${name}`;
      if (backAgain && ['deleted_at', dayColumn('deleted_at'), 'delete_kind'].includes(column)) {
        return `case when m.delete_kind = 'vanished' then null else m.${name} end as ${name}`;
      }
      return `m.${name} as ${name}`;
    })
    .join(', ');
};

const ours = (source: string): string => `${identifier(sourceColumn)} = ${text(source)}`;

/** Moves the current versions of those ids to history and puts `next` in their place. */
const supersede = async (run: Run, entity: Entity, source: string, batch: number, next: string): Promise<void> => {
  const table = mainTable(entity);
  const theirs = `${ours(source)} and id in (select id from ${next})`;
  await run(`insert into ${historyTable(entity)} by name select *, ${batch} as ${identifier(untilColumn)} from ${table} where ${theirs}`);
  await run(`delete from ${table} where ${theirs}`);
  await run(`insert into ${table} by name from ${next}`);
};

const countOf = async (run: Run, from: string): Promise<number> => Number((await run(`select count(*) as n from ${from}`))[0]?.n ?? 0);

/**
 * Brings an import's rows into the warehouse: new ones in, changed ones as new versions, equal ones left alone.
 * Leaves `temp.next_versions` (the new versions of changed records) for `snapshotDiff`.
 */
export const applyRows = async (run: Run, target: Target): Promise<Omit<Applied, 'vanished'>> => {
  if (target.direct) return { created: await countOf(run, target.rows), updated: 0, unchanged: 0 };
  const { entity, source, batch } = target;
  const table = mainTable(entity);
  const mine = `(select * from ${table} where ${ours(source)})`;
  await run(`create or replace temp table compared as
    select i.id, case when m.id is null then 'created' when ${difference(target)} then 'updated' else 'unchanged' end as verdict
    from ${target.rows} i left join ${mine} m on m.id = i.id`);
  const counts = new Map(
    (await run('select verdict, count(*) as n from temp.compared group by verdict')).map((row) => [row.verdict, Number(row.n)]),
  );
  const updated = counts.get('updated') ?? 0;
  if (updated > 0) {
    const columns = (await run(`describe ${table}`)).map((row) => String(row.column_name));
    await run(`create or replace temp table next_versions as select ${merged(target, columns)}
      from ${mine} m join ${target.rows} i on i.id = m.id where m.id in (select id from temp.compared where verdict = 'updated')`);
    await supersede(run, entity, source, batch, 'temp.next_versions');
  }
  const created = counts.get('created') ?? 0;
  if (created > 0) {
    await run(`insert into ${table} by name from ${target.rows} where id in (select id from temp.compared where verdict = 'created')`);
  }
  return { created, updated, unchanged: counts.get('unchanged') ?? 0 };
};

/**
 * `mode: full`: records of this source and entity that the import has no more become vanished.
 * @param present further SELECTs of ids that are there (rows that were rejected).
 */
export const markVanished = async (run: Run, target: Target, at: Moment, present: readonly string[]): Promise<number> => {
  if (target.direct) return 0;
  const { entity, source, batch } = target;
  const table = mainTable(entity);
  const there = [`select id from ${target.rows}`, ...present].join(' union all ');
  // Changes that Cuadro itself derived are in no export, nor what people wrote here of that source's records.
  const own = entity.name === 'field_change' ? "and origin is distinct from 'snapshot_diff'" : '';
  const written = `and not starts_with(m.id, ${text(ownPrefix)})`;
  await run(`create or replace temp table vanished_versions as
    select * replace (${at.instant} as deleted_at, ${at.day} as deleted_at_day, 'vanished' as delete_kind, ${batch} as ${identifier(batchColumn)})
    from ${table} m where ${ours(source)} and deleted_at is null ${own} ${written} and not exists (select 1 from (${there}) t where t.id = m.id)`);
  const vanished = await countOf(run, 'temp.vanished_versions');
  if (vanished > 0) await supersede(run, entity, source, batch, 'temp.vanished_versions');
  return vanished;
};
