import type { Engine } from '../metrics/engine.ts';
import type { Query } from '../metrics/query.ts';
import { openWorld } from '../warehouse/world/open.ts';
import type { OperationContext } from './operation.ts';
import { cacheOf } from './result-cache.ts';

/** The engine over the world that a query asks for: as of a date, as known at a date, or as it is. */
export async function openEngine(context: OperationContext, query: Pick<Query, 'asOf' | 'knownAt'>): Promise<Engine> {
  const { run } = context.database.session;
  const { dialect, catalog } = await openWorld(run, {
    settings: context.workspace.settings,
    asOf: query.asOf ?? null,
    knownAt: query.knownAt ?? null,
  });
  return { dialect, catalog, run, cache: cacheOf(context.database) };
}
