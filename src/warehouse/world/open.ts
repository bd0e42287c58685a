import { createHash } from 'node:crypto';
import type { Dialect } from '../../model/dialect.ts';
import { entities } from '../../model/registry.ts';
import { derivedFrom, readWith, rebuildDerived } from '../derived/rebuild.ts';
import { refreshDerived } from '../derived/refresh.ts';
import type { Run } from '../run.ts';
import { type CatalogFacts, readCatalog } from './catalog.ts';
import { duckdbPlaces, type Places } from './places.ts';
import { readVersions } from './versions.ts';
import { makeViews, type WorldRequest } from './views.ts';
import { readWatermarks } from './watermark.ts';

/** The relations that a query reads. */
export interface World {
  readonly dialect: Dialect;
  relation(dataset: string): string;
  readonly catalog: CatalogFacts;
}

/** How many worlds are kept for the next question. */
const keptWorlds = 4;

/** The mark of a world that is complete: a table of this name and the versions it was made of. */
const readyPrefix = 'ready_';

/**
 * The world a question is about. Without dates it is the current one, in place. Else entity views and derived tables are made
 * beside it, by the same rules, and kept while the data stay the same.
 */
export const openWorld = async (run: Run, request: WorldRequest, given?: Places): Promise<World> => {
  const places = given ?? (await duckdbPlaces(run));
  const { dialect } = places;
  const { settings, asOf, knownAt, readOnly = false } = request;
  if (places.facts !== null && !readOnly) await refreshDerived(run, places, settings, new Set());
  const current = places.bookkeeping('watermark');
  const reach = await readWatermarks(run, current);
  const versions = await readVersions(run, places, settings, reach);
  if (asOf === null && knownAt === null) {
    const source = { dialect, settings, datasets: places.datasets, schema: places.layout.main, relation: places.main };
    return {
      dialect,
      relation: places.main,
      catalog: await readCatalog(run, { ...source, watermarks: reach, versions, kept: places.facts, keeps: !readOnly }),
    };
  }
  const version = digest([[...versions], settings]);
  const all = derivedFrom(new Set(places.datasets)).map(({ dataset }) => dataset.name);
  const wanted = request.reads === undefined ? null : readWith(request.reads, settings);
  const derived = wanted === null ? all : all.filter((name) => wanted.has(name));
  // Of other data it is another world: whoever still reads the one before keeps it.
  const world = places.world(`world_${digest([asOf, knownAt, derived, version])}`);
  const own = new Set([...places.datasets.filter((name) => entities.has(name)), ...derived]);
  const relation = (dataset: string): string => (own.has(dataset) ? world.table(dataset) : places.main(dataset));
  const ready = await readyWorlds(run, dialect);
  if (ready.get(world.schema) !== version) {
    if (ready.has(world.schema)) await run(world.drop);
    for (const statement of world.create) await run(statement);
    await makeViews(run, places, request, world.table);
    await rebuildDerived(run, { dialect, settings, relation, watermarks: world.table('reach'), asOf }, new Set(places.datasets), wanted);
    await run(dialect.replaceTable(world.table(`${readyPrefix}${version}`), 'select 1 as complete'));
    const stale = [...ready].filter(([schema, of]) => schema !== world.schema && (of !== version || ready.size >= keptWorlds));
    for (const [schema] of stale) if (places.isWorld(schema)) await run(places.dropWorld(schema));
  }
  const watermarks = await readWatermarks(run, world.table('watermark'));
  const source = { dialect, settings, datasets: [...own], schema: world.schema, relation, watermarks };
  const worldVersions = new Map(
    [...versions].map(([dataset]) => [
      dataset,
      own.has(dataset) ? digest([version, dataset, asOf, knownAt]) : (versions.get(dataset) ?? ''),
    ]),
  );
  return { dialect, relation, catalog: await readCatalog(run, { ...source, versions: worldVersions, kept: null }) };
};

const digest = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** The complete worlds: schema to the version of the data they were made of. */
const readyWorlds = async (run: Run, dialect: Dialect): Promise<ReadonlyMap<string, string>> => {
  const rows = await run(
    `select table_schema as s, table_name as t from information_schema.tables where table_name like ${dialect.text(`${readyPrefix}%`)}`,
  );
  return new Map(rows.map((row) => [String(row.s), String(row.t).slice(readyPrefix.length)]));
};
