import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, type DatabaseOptions, openWarehouse, warehouseFile } from '../../warehouse/duckdb/database.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';

/**
 * After an erasure the file still tells the least and greatest values of columns as they were, in places that nothing writes over. The
 * first to open the workspace afterwards writes the whole file anew.
 * Killed at any moment, the old file or the new one is there, and the old one is written anew next time.
 * @param database open, and used by nobody yet
 * @returns the same, opened again where that was needed
 */
export async function compactAfterErasure(database: Database, options: DatabaseOptions): Promise<Database> {
  const { run } = database.session;
  if ((await run("select 1 from cuadro.meta where key = 'scrub'")).length === 0) return database;
  const { folder } = database;
  const fresh = join(folder, `${warehouseFile}.compact`);
  const clear = (): void => {
    for (const path of [fresh, `${fresh}.wal`]) rmSync(path, { force: true });
  };
  clear();
  try {
    const [row] = await run('select current_database() as name');
    await run('checkpoint');
    await run(`attach ${duckdbDialect.text(fresh)} as compacted`);
    await run(`copy from database ${duckdbDialect.identifier(String(row?.name))} to compacted`);
    await run("delete from compacted.cuadro.meta where key = 'scrub'");
    await run('checkpoint compacted');
    await run('detach compacted');
    renameSync(fresh, join(folder, warehouseFile));
  } catch (error) {
    clear();
    throw error;
  }
  database.close();
  return openWarehouse(folder, options);
}
