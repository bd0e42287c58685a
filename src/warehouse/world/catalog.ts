import type { Dialect } from '../../model/dialect.ts';
import type { FieldType } from '../../model/field.ts';
import { findDataset } from '../../model/registry.ts';
import type { Settings } from '../../model/settings.ts';
import { Emptiness } from '../derived/emptiness.ts';
import type { Run } from '../run.ts';
import { readCustomColumns } from './custom.ts';
import { type DatasetFacts, noFacts, readFacts } from './facts.ts';
import { type Watermark, type WatermarkRow, watermarkOf } from './watermark.ts';

/** What the planner needs to know of a world's data. Fits the engine's `Catalog`. */
export interface CatalogFacts {
  readonly settings: Settings;
  /** The SQL name of a dataset in this world. */
  relation(dataset: string): string;
  rows(dataset: string): number;
  /** Rows of which a field (or `custom.<name>`) is known. */
  filled(dataset: string, field: string): number;
  /** Custom columns with their types, without the prefix. */
  custom(dataset: string): ReadonlyMap<string, FieldType>;
  /** Whether earlier values of a field are on record. */
  hasHistory(entity: string, field: string): boolean;
  /** Currencies of the dataset's money other than the workspace's. */
  foreignCurrencies(dataset: string): readonly string[];
  hasForeignMoney(dataset: string): boolean;
  /** The connection that all rows of a dataset came by; null when there are several, or no rows. */
  onlySource(dataset: string): string | null;
  /** The earliest over the entity's sources. */
  watermark(entity: string): Watermark | null;
  /** Changes when any of the dataset's rows do. */
  dataVersion(dataset: string): string;
  /** The connections that have brought anything. */
  readonly sources: readonly string[];
}

/** Where a catalogue is read from. */
export interface CatalogSource {
  readonly dialect: Dialect;
  readonly settings: Settings;
  /** Which datasets are there. */
  readonly datasets: readonly string[];
  /** The schema whose tables or views are described, as its plain name. */
  readonly schema: string;
  relation(dataset: string): string;
  readonly watermarks: readonly WatermarkRow[];
  readonly versions: ReadonlyMap<string, string>;
  /** A table (dataset, version, facts) in which facts are kept from one process to the next; null to keep none. */
  readonly kept: string | null;
  /** Whether facts that are read now are kept there too. Default true. */
  readonly keeps?: boolean;
}

export const parseFacts = (json: string): DatasetFacts => JSON.parse(json);

/** Facts kept under the datasets' present versions. */
const keptFacts = async (
  run: Run,
  { kept, versions }: Pick<CatalogSource, 'kept' | 'versions'>,
): Promise<ReadonlyMap<string, DatasetFacts>> => {
  const facts = new Map<string, DatasetFacts>();
  if (kept === null) return facts;
  for (const row of await run(`select dataset, version, facts from ${kept}`)) {
    const name = String(row.dataset);
    if (versions.get(name) === row.version) facts.set(name, parseFacts(String(row.facts)));
  }
  return facts;
};

/** Keeps facts for the next process. When another connection is at it too, its are as good. */
export const keepFacts = async (
  run: Run,
  { dialect, kept, versions }: Pick<CatalogSource, 'dialect' | 'kept' | 'versions'>,
  facts: ReadonlyMap<string, DatasetFacts>,
): Promise<void> => {
  if (kept === null || facts.size === 0) return;
  const rows = [...facts].map(([name, of]) => [name, versions.get(name) ?? '', JSON.stringify(of)].map(dialect.text));
  await run(`delete from ${kept} where dataset in (${[...facts.keys()].map(dialect.text).join(', ')})`).catch(() => []);
  await run(`insert into ${kept} (dataset, version, facts) values ${rows.map((row) => `(${row.join(', ')})`).join(', ')}`).catch(() => []);
};

/** The facts of every dataset: those kept under its present version, else as read now, and kept if they may be. */
export const bringFacts = async (
  run: Run,
  source: Omit<CatalogSource, 'watermarks'>,
  custom: ReadonlyMap<string, ReadonlyMap<string, FieldType>>,
): Promise<ReadonlyMap<string, DatasetFacts>> => {
  const known = await keptFacts(run, source);
  const read = new Map<string, DatasetFacts>();
  const due = source.datasets.filter((name) => !known.has(name));
  // What has no rows has no facts: one look at all of them tells, where each would be a statement over all its columns.
  const empty = await new Emptiness(run).of(source, due);
  for (const name of due) {
    const dataset = findDataset(name);
    if (!dataset) continue;
    if (empty.has(name)) read.set(name, noFacts);
    else read.set(name, await readFacts(run, source.dialect, dataset, source.relation(name), custom.get(name) ?? new Map()));
  }
  if (source.keeps !== false) await keepFacts(run, source, read);
  return new Map([...known, ...read]);
};

/**
 * Reads what the planner must know. Datasets whose version has not changed since the facts were last kept are not looked at:
 * on such a warehouse this takes milliseconds, however many rows it has; else one scan a changed dataset.
 */
export const readCatalog = async (run: Run, source: CatalogSource): Promise<CatalogFacts> => {
  const custom = await readCustomColumns(run, source.dialect, source.schema);
  return asCatalog(source, await bringFacts(run, source, custom), custom, source.watermarks);
};

const asCatalog = (
  source: CatalogSource,
  facts: ReadonlyMap<string, DatasetFacts>,
  custom: ReadonlyMap<string, ReadonlyMap<string, FieldType>>,
  watermarks: readonly WatermarkRow[],
): CatalogFacts => {
  const { settings } = source;
  const of = (dataset: string): DatasetFacts => facts.get(dataset) ?? noFacts;
  const histories = new Set(of('field_span').histories);
  const reach = new Map<string, Watermark | null>();
  const watermark = (entity: string): Watermark | null => {
    const found = reach.get(entity) ?? watermarkOf(watermarks, entity, settings.timezone);
    reach.set(entity, found);
    return found;
  };
  const foreignCurrencies = (dataset: string) => of(dataset).currencies.filter((code) => code !== settings.currency);
  return {
    settings,
    relation: source.relation,
    rows: (dataset) => of(dataset).rows,
    filled: (dataset, field) => of(dataset).filled[field] ?? 0,
    custom: (dataset) => custom.get(dataset) ?? new Map(),
    hasHistory: (entity, field) => histories.has(`${entity}.${field}`),
    foreignCurrencies,
    hasForeignMoney: (dataset) => foreignCurrencies(dataset).length > 0,
    onlySource: (dataset) => of(dataset).onlySource ?? null,
    watermark,
    dataVersion: (dataset) => source.versions.get(dataset) ?? 'none',
    sources: [...new Set(watermarks.map(({ source: name }) => name))].sort(),
  };
};
