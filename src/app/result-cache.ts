import type { Catalog } from '../metrics/catalog.ts';
import type { SqlRow } from '../metrics/plan/scan.ts';
import type { OperationContext } from './operation.ts';

/** Runs SQL through a cache. TODO replaced below */
export const cachedRun =
  (context: OperationContext, _catalog: Catalog) =>
  async (sql: string, _reads: readonly string[]): Promise<readonly SqlRow[]> =>
    context.database.session.run(sql);
