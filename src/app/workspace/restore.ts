import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CuadroError } from '../../model/error.ts';
import { openStore } from '../../store/open.ts';
import { readBackup } from '../backup/read.ts';
import { loadStore, storeDump } from '../backup/store-dump.ts';
import { openOnce } from './open-once.ts';
import { readSettings } from './settings-file.ts';
import { settingsFile } from './workspace.ts';

/**
 * Makes a workspace from a backup: whole and checked, or not at all.
 * @param storeUrl of a PostgreSQL without accounts, to which the store goes; null: into the workspace
 * @throws CuadroError file_missing, restore_not_empty, restore_store_not_empty, backup_invalid, backup_too_new, workspace_too_new
 */
export async function restoreWorkspace(
  archive: string,
  folder: string,
  storeUrl: string | null = null,
): Promise<{ readonly files: number; readonly made_at: string }> {
  if (!existsSync(archive)) throw new CuadroError({ code: 'file_missing', where: archive });
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new CuadroError({ code: 'restore_not_empty', where: folder });
  const partial = join(dirname(folder), `.${basename(folder)}.restoring-${process.pid}`);
  try {
    await mkdir(partial, { recursive: true, mode: 0o700 });
    const manifest = await readBackup(archive, partial);
    if (!existsSync(settingsFile(partial))) throw new CuadroError({ code: 'backup_invalid', where: archive, found: 'cuadro.yaml' });
    await readSettings(partial);
    await openOnce(partial);
    const dump = join(partial, storeDump);
    if (existsSync(dump)) {
      const store = await openStore(partial, storeUrl);
      await loadStore(store, dump).finally(store.close);
      await rm(dump);
    }
    if (existsSync(folder)) await rmdir(folder);
    await rename(partial, folder);
    return { files: manifest.files.length, made_at: manifest.made_at };
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if (cause instanceof Error && !(cause instanceof CuadroError) && 'code' in cause) {
      throw new CuadroError({ code: 'folder_not_writable', where: folder, found: cause.message, cause });
    }
    throw cause;
  }
}
