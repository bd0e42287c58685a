import { openWarehouse } from '../../warehouse/duckdb/database.ts';

/** Opens and closes the warehouse of a new workspace, which makes its tables. @throws CuadroError workspace_busy */
export async function openOnce(folder: string): Promise<void> {
  const database = await openWarehouse(folder);
  database.close();
}
