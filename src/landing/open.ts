import { type Database, type DatabaseOptions, type OpenWarehouse, openWarehouse } from '../warehouse/duckdb/database.ts';
import { neededFiles, readBatches } from './batch/log.ts';
import { compactAfterErasure } from './erasure/compact.ts';
import { sweepRejected } from './reject/file.ts';
import { sweepLanding } from './store.ts';

/** Removes files that no batch in force needs: what a killed import or an undone batch left. */
export const sweepWorkspace = async (database: OpenWarehouse): Promise<void> => {
  const batches = await readBatches(database.session.run);
  sweepLanding(database.folder, neededFiles(batches));
  sweepRejected(database.folder, new Set(batches.filter(({ undone }) => !undone).map(({ number }) => number)));
};

/**
 * Opens a workspace's warehouse for this process alone, making what is missing and clearing what a killed process left.
 * @throws CuadroError `workspace_busy`, `workspace_too_new`, `warehouse_unreadable`.
 */
export const openWorkspaceDatabase = async (folder: string, options: DatabaseOptions = {}): Promise<Database> => {
  let database = await openWarehouse(folder, options);
  try {
    database = await compactAfterErasure(database, options);
    await sweepWorkspace(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};
