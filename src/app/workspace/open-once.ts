import { openWorkspaceDatabase } from '../../landing/open.ts';

/** Opens and closes the warehouse of a new workspace, which makes its tables. @throws CuadroError workspace_busy */
export async function openOnce(folder: string): Promise<void> {
  const database = await openWorkspaceDatabase(folder);
  database.close();
}
