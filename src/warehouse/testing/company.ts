import type { Column } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { Entity } from '../../model/entity.ts';
import { sourceColumn, untilColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { type Settings, settingsSchema } from '../../model/settings.ts';
import { derivedBuilders, derivedFrom, makeDerived, readWith } from '../derived/rebuild.ts';
import type { Row, Run } from '../run.ts';
import type { CatalogFacts } from '../world/catalog.ts';
import { openWorld, type World } from '../world/open.ts';
import type { Places } from '../world/places.ts';
import { type Engine, type EngineName, openEngine } from './engine.ts';
import { endOf, type GivenRow, type GivenRows, latestTime, onlySource, readMoment, tableColumns, tableRow } from './record.ts';

export interface GivenBatch {
  /** The day it landed. */
  readonly landedOn: string;
  readonly given: GivenRows;
}

export interface CompanyOptions {
  /** What differs from the default settings (Europe/Madrid, EUR, weeks from Monday). */
  readonly settings?: Partial<Settings>;
  /** Up to when every entity's data are complete; a date counts to its end. Default: of each source and entity its own latest event time. */
  readonly exportedAt?: string;
  /** Batches that landed after the first, with new records and new versions of records. */
  readonly batches?: readonly GivenBatch[];
  /** When the first batch landed. */
  readonly landedOn?: string;
  /** The datasets that will be read: of the derived ones only these are made, now and in other worlds, what any question may read, and what they stand on. Default: all. */
  readonly reads?: readonly string[];
  /** Told of each statement that makes derived datasets and worlds or asks of them, before it runs. */
  readonly onStatement?: (sql: string) => void;
}

/** YYYY-MM-DD. */
export interface WorldDates {
  readonly asOf?: string | null;
  readonly knownAt?: string | null;
}

/** A small company in a database, its derived datasets made. */
export interface Company {
  readonly dialect: Dialect;
  readonly settings: Settings;
  query(sql: string): Promise<readonly Row[]>;
  /** The SQL name of a dataset in the current world. */
  relation(dataset: string): string;
  readonly catalog: CatalogFacts;
  /** The company as of the end of a day, or as it was known by the end of a day. */
  world(dates: WorldDates): Promise<World>;
  close(): Promise<void>;
}

interface Version {
  readonly row: GivenRow;
  readonly id: string;
  readonly batch: number;
  readonly until: number | null;
}

/** Every version of every record of an entity: a later batch's row takes the place of the one with its source and id. */
const versionsOf = (batches: readonly GivenRows[], entity: string): readonly Version[] => {
  const past: Version[] = [];
  const current = new Map<string, Version>();
  batches.forEach((given, index) => {
    (given[entity] ?? []).forEach((row, position) => {
      const id = String(row.id ?? position + 1);
      const key = `${row[sourceColumn] ?? onlySource} ${id}`;
      const before = current.get(key);
      if (before) past.push({ ...before, until: index + 1 });
      current.set(key, { row, id, batch: index + 1, until: null });
    });
  });
  return [...past, ...current.values()];
};

const bookkeeping: Readonly<Record<string, readonly Column[]>> = {
  batch: [
    { name: 'number', type: 'integer' },
    { name: 'landed_at', type: 'instant' },
    { name: 'undone_at', type: 'instant' },
  ],
  watermark_log: [
    { name: 'source', type: 'text' },
    { name: 'entity', type: 'text' },
    { name: 'batch', type: 'integer' },
    { name: 'instant', type: 'instant' },
    { name: 'day', type: 'date' },
    { name: 'date_only', type: 'boolean' },
    { name: 'declared', type: 'boolean' },
  ],
};

const fill = async (engine: Engine, settings: Settings, batches: readonly GivenRows[], entity: Entity): Promise<void> => {
  const { dialect, layout } = engine;
  const versions = versionsOf(batches, entity.name);
  const columns = tableColumns(
    entity,
    versions.map(({ row }) => row),
  );
  const historyColumns: readonly Column[] = [...columns, { name: untilColumn, type: 'integer' }];
  const main = `${layout.main}.${dialect.identifier(entity.name)}`;
  const history = `${layout.history}.${dialect.identifier(entity.name)}`;
  await engine.create(main, columns);
  await engine.create(history, historyColumns);
  const rowOf = ({ row, id, batch }: Version) => tableRow(entity, row, columns, { id, batch, timeZone: settings.timezone });
  await engine.insert(main, columns, versions.filter(({ until }) => until === null).map(rowOf));
  await engine.insert(
    history,
    historyColumns,
    versions.filter(({ until }) => until !== null).map((version) => [...rowOf(version), version.until]),
  );
};

/** After each batch, the watermark of each source and entity that has landed by then. */
const fillWatermarks = async (
  engine: Engine,
  settings: Settings,
  batches: readonly GivenRows[],
  present: readonly Entity[],
  exportedAt: string | undefined,
): Promise<void> => {
  const table = (name: string): string => `${engine.layout.bookkeeping}.${name}`;
  const rows = batches.flatMap((_, index) =>
    present.flatMap((entity) => {
      const landed = batches.slice(0, index + 1).flatMap((given) => given[entity.name] ?? []);
      const sources = new Set(landed.map((row) => String(row[sourceColumn] ?? onlySource)));
      return [...sources].flatMap((source) => {
        const own = landed.filter((row) => (row[sourceColumn] ?? onlySource) === source);
        const reach = exportedAt === undefined ? latestTime(entity, own, settings.timezone) : endOf(exportedAt, settings.timezone);
        if (reach === null) return [];
        return [[source, entity.name, index + 1, reach, readMoment(reach, settings.timezone).day, false, exportedAt !== undefined]];
      });
    }),
  );
  await engine.insert(table('watermark_log'), bookkeeping.watermark_log ?? [], rows);
  await engine.run(
    `create view ${table('watermark')} as select l.* from (select w.*, row_number() over (partition by w.source, w.entity order by w.batch desc) as age from ${table('watermark_log')} as w) as l where l.age = 1`,
  );
};

const placesOf = async (
  engine: Engine,
  present: readonly Entity[],
  settings: Settings,
  reads: readonly string[] | undefined,
): Promise<Places> => {
  const { dialect, layout, worlds } = engine;
  const empty = await engine.template();
  const names = present.map(({ name }) => name);
  const wanted = reads === undefined ? null : readWith(reads, settings);
  const own = new Set([
    ...names,
    ...derivedFrom(new Set(names))
      .map(({ dataset }) => dataset.name)
      .filter((name) => wanted?.has(name) ?? true),
    ...(settings.business_hours ? ['business_day'] : []),
  ]);
  const table = (schema: 'main' | 'history') => (name: string) => `${(own.has(name) ? layout : empty)[schema]}.${dialect.identifier(name)}`;
  return {
    dialect,
    layout,
    datasets: [...own],
    main: table('main'),
    history: table('history'),
    bookkeeping: (name) => `${layout.bookkeeping}.${name}`,
    facts: null,
    ...worlds,
  };
};

/**
 * Puts rows into a database of either kind as landing would, and makes the derived datasets. One company after another: those of
 * one process share a connection.
 * @param given rows by entity: plain JSON, `2024-03-05` in an instant field is a date only; `id` is given or numbered from 1, `_source` is `src` where not given
 * @throws Error for an entity or field that the model has not
 */
export const loadCompany = async (engineName: EngineName, given: GivenRows, options: CompanyOptions = {}): Promise<Company> => {
  const settings = settingsSchema.parse(options.settings ?? {});
  const batches = [given, ...(options.batches ?? []).map((batch) => batch.given)];
  const names = new Set(batches.flatMap((batch) => Object.keys(batch)));
  for (const name of names) if (!entities.has(name)) throw new Error(`no entity ${name}`);
  const present = [...entities.values()].filter(({ name }) => batches.some((batch) => (batch[name]?.length ?? 0) > 0));
  const engine = await openEngine(engineName);
  const { dialect, layout } = engine;
  const run: Run = (sql) => {
    options.onStatement?.(sql);
    return engine.run(sql);
  };
  for (const [table, columns] of Object.entries(bookkeeping)) await engine.create(`${layout.bookkeeping}.${table}`, columns);
  const landed = [options.landedOn ?? '2000-01-01', ...(options.batches ?? []).map(({ landedOn }) => landedOn)];
  await engine.insert(
    `${layout.bookkeeping}.batch`,
    bookkeeping.batch ?? [],
    landed.map((day, index) => [index + 1, readMoment(day, settings.timezone).instant, null]),
  );
  for (const entity of present) await fill(engine, settings, batches, entity);
  await fillWatermarks(engine, settings, batches, present, options.exportedAt);
  const places = await placesOf(engine, present, settings, options.reads);
  const derived = new Set(places.datasets);
  for (const builder of derivedBuilders) {
    if (derived.has(builder.dataset.name))
      await makeDerived(run, { dialect, settings, relation: places.main, watermarks: places.bookkeeping('watermark') }, builder);
  }
  const reads = options.reads === undefined ? {} : { reads: options.reads };
  const world = ({ asOf = null, knownAt = null }: WorldDates) => openWorld(run, { settings, asOf, knownAt, ...reads }, places);
  const { catalog, relation } = await world({});
  return { dialect, settings, query: run, relation, catalog, world, close: engine.close };
};
