import type { Kpi } from '../kpis/kpi.ts';
import { datasetsOf } from '../kpis/reads.ts';
import type { Engine } from '../metrics/engine.ts';
import type { Query } from '../metrics/query.ts';
import type { Database } from '../warehouse/duckdb/database.ts';
import { openWorld, type World } from '../warehouse/world/open.ts';
import { duckdbPlaces } from '../warehouse/world/places.ts';
import { readRevision } from '../warehouse/world/versions.ts';
import type { OperationContext } from './operation.ts';
import { cacheOf } from './result-cache.ts';

/** The present world of an open warehouse, for as long as no commit and no other settings make it another. */
const present = new WeakMap<Database, { readonly key: string; readonly world: World }>();

async function presentWorld({ database, workspace }: OperationContext): Promise<World> {
  const { run } = database.session;
  const key = JSON.stringify([await readRevision(run, await duckdbPlaces(run)), workspace.settings]);
  const known = present.get(database);
  if (known?.key === key) return known.world;
  const world = await openWorld(run, { settings: workspace.settings, asOf: null, knownAt: null });
  present.set(database, { key, world });
  return world;
}

/**
 * The engine over the world that a query asks for: as of a date, as known at a date, or as it is.
 * @param kpis those that will be asked, so that another day's world holds only what they read; null: any may be
 */
export async function openEngine(
  context: OperationContext,
  query: Pick<Query, 'asOf' | 'knownAt'>,
  kpis: readonly Kpi[] | null = null,
): Promise<Engine> {
  const { asOf = null, knownAt = null } = query;
  const { settings } = context.workspace;
  const { session, readers } = context.database;
  const { dialect, catalog } =
    asOf === null && knownAt === null
      ? await presentWorld(context)
      : await openWorld(session.run, {
          settings,
          asOf,
          knownAt,
          ...(kpis ? { reads: kpis.flatMap((kpi) => datasetsOf(kpi, settings)) } : {}),
        });
  return { dialect, catalog, run: readers.run, together: readers.count, cache: cacheOf(context.database) };
}
