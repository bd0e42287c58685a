import type { Column } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import { sourceColumn, untilColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { type Settings, settingsSchema } from '../../model/settings.ts';
import { rebuildDerived } from '../derived/rebuild.ts';
import type { Row } from '../run.ts';
import { type CatalogFacts, readCatalog } from '../world/catalog.ts';
import { readVersions } from '../world/versions.ts';
import { readWatermarks } from '../world/watermark.ts';
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
}

/** A small company in a database, its derived datasets made. */
export interface Company {
  readonly dialect: Dialect;
  readonly settings: Settings;
  query(sql: string): Promise<readonly Row[]>;
  /** The SQL name of a dataset in the current world. */
  relation(dataset: string): string;
  readonly catalog: CatalogFacts;
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

const fill = async (engine: Engine, settings: Settings, batches: readonly GivenRows[]): Promise<void> => {
  const { dialect, layout } = engine;
  for (const entity of entities.values()) {
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
  }
};

/** After each batch, the watermark of each source and entity that has landed by then. */
const fillWatermarks = async (
  engine: Engine,
  settings: Settings,
  batches: readonly GivenRows[],
  exportedAt: string | undefined,
): Promise<void> => {
  const rows = batches.flatMap((_, index) =>
    [...entities.values()].flatMap((entity) => {
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
  await engine.insert(`${engine.layout.bookkeeping}.watermark_log`, bookkeeping.watermark_log ?? [], rows);
  await engine.run(
    `create view ${engine.layout.bookkeeping}.watermark as select source, entity, instant, day, date_only from (select w.*, row_number() over (partition by source, entity order by batch desc) as age from ${engine.layout.bookkeeping}.watermark_log as w) as latest where age = 1`,
  );
};

/**
 * Puts rows into a database of either kind as landing would, and makes the derived datasets.
 * @param given rows by entity: plain JSON, `2024-03-05` in an instant field is a date only; `id` is given or numbered from 1, `_source` is `src` where not given
 * @throws Error for an entity or field that the model has not
 */
export const loadCompany = async (engineName: EngineName, given: GivenRows, options: CompanyOptions = {}): Promise<Company> => {
  const settings = settingsSchema.parse(options.settings ?? {});
  const batches = [given, ...(options.batches ?? []).map((batch) => batch.given)];
  for (const name of batches.flatMap((batch) => Object.keys(batch))) if (!entities.has(name)) throw new Error(`no entity ${name}`);
  const engine = await openEngine(engineName);
  const { dialect, layout, run } = engine;
  for (const [table, columns] of Object.entries(bookkeeping)) await engine.create(`${layout.bookkeeping}.${table}`, columns);
  const landed = [options.landedOn ?? '2000-01-01', ...(options.batches ?? []).map(({ landedOn }) => landedOn)];
  await engine.insert(
    `${layout.bookkeeping}.batch`,
    bookkeeping.batch ?? [],
    landed.map((day, index) => [index + 1, readMoment(day, settings.timezone).instant]),
  );
  await fill(engine, settings, batches);
  await fillWatermarks(engine, settings, batches, options.exportedAt);
  const relation = (dataset: string): string => `${layout.main}.${dialect.identifier(dataset)}`;
  const watermarks = `${layout.bookkeeping}.watermark`;
  const derived = await rebuildDerived(run, { dialect, settings, relation, watermarks }, 'all');
  const versions = await readVersions(run, dialect, layout, settings, await readWatermarks(run, watermarks));
  const catalog = await readCatalog(run, {
    dialect,
    settings,
    datasets: [...entities.keys(), ...derived],
    schema: layout.main,
    relation,
    watermarks,
    versions,
    kept: null,
  });
  return { dialect, settings, query: run, relation, catalog, close: engine.close };
};
