import type { Kpi } from '../kpis/kpi.ts';
import { datasetsOf } from '../kpis/reads.ts';
import type { Engine } from '../metrics/engine.ts';
import type { Query } from '../metrics/query.ts';
import { isMadeUnder } from '../warehouse/derived/refresh.ts';
import type { OpenWarehouse } from '../warehouse/duckdb/database.ts';
import type { Run } from '../warehouse/run.ts';
import { openWorld, type World } from '../warehouse/world/open.ts';
import { duckdbPlaces } from '../warehouse/world/places.ts';
import { readRevision } from '../warehouse/world/versions.ts';
import type { OperationContext } from './operation.ts';
import { cacheOf } from './result-cache.ts';
import { sightOf } from './rights/sight.ts';

/** Thrown where the derived datasets are not those of the settings, and whoever reads may not write: they must be made first. */
export class NotMade extends Error {
  constructor() {
    super('the derived datasets are to be made anew');
  }
}

/** The present world of an open warehouse, for as long as no commit and no other settings make it another. */
const present = new WeakMap<object, { readonly key: string; readonly world: World }>();

/** A reader of a snapshot writes nothing. @throws NotMade */
export async function requireMade({ database, workspace }: Pick<OperationContext, 'database' | 'workspace'>): Promise<void> {
  const { run } = database.session;
  if (database.snapshot !== null && !(await isMadeUnder(run, await duckdbPlaces(run), workspace.settings))) throw new NotMade();
}

async function presentWorld({ database, workspace }: OperationContext): Promise<World> {
  const { run } = database.session;
  const key = JSON.stringify([await readRevision(run, await duckdbPlaces(run)), workspace.settings]);
  const known = present.get(database.root);
  if (known?.key === key) return known.world;
  const world = await openWorld(run, { settings: workspace.settings, asOf: null, knownAt: null, readOnly: database.snapshot !== null });
  present.set(database.root, { key, world });
  return world;
}

/**
 * The engine over the world that a query asks for – as of a date, as known at a date, or as it is –, bounded by what the actor may see of it.
 * Nothing else in `app` opens a world for people.
 * @param kpis those that will be asked, so that another day's world holds only what they read; null: any may be
 */
export async function openEngine(
  context: OperationContext,
  query: Pick<Query, 'asOf' | 'knownAt'>,
  kpis: readonly Kpi[] | null = null,
): Promise<Engine> {
  const { session, snapshot } = context.database;
  await requireMade(context);
  const { world, readers } = await worldOf(context, { asOf: query.asOf ?? null, knownAt: query.knownAt ?? null }, kpis);
  const { dialect, catalog: whole } = world;
  const sight = await sightOf(context.actor, context.workspace, async () => ({ ...(await presentWorld(context)), run: session.run }));
  const catalog = sight === null ? whole : { ...whole, sight };
  const cache = cacheOf(context.database, snapshot !== null);
  return { dialect, catalog, run: readers.run, together: readers.count, cache };
}

async function worldOf(
  context: OperationContext,
  { asOf, knownAt }: { readonly asOf: string | null; readonly knownAt: string | null },
  kpis: readonly Kpi[] | null,
): Promise<{ readonly world: World; readonly readers: OpenWarehouse['readers'] }> {
  const { database, workspace } = context;
  const { snapshot, session } = database;
  if (asOf === null && knownAt === null) return { world: await presentWorld(context), readers: database.readers };
  const { settings } = workspace;
  const reads = kpis ? { reads: kpis.flatMap((kpi) => datasetsOf(kpi, settings)) } : {};
  const open = (run: Run): Promise<World> => openWorld(run, { settings, asOf, knownAt, ...reads, readOnly: snapshot !== null });
  if (snapshot === null) return { world: await open(session.run), readers: database.readers };
  const { made, readers } = await snapshot.world(open);
  return { world: made, readers };
}
