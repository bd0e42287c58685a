import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import { storeFile } from '../../store/open.ts';
import { warehouseFile } from '../../warehouse/duckdb/database.ts';
import { dumpStore, storeDump } from '../backup/store-dump.ts';
import { type BackupFile, writeBackup } from '../backup/write.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { secretFile } from '../people/secret.ts';
import { version } from '../version.ts';

const input = z.strictObject({
  /** Absolute. */
  file: z.string().min(1),
  /** False: without what people and programs sign in by. */
  secrets: z.boolean().default(true),
});

const output = z.strictObject({ file: z.string(), bytes: countSchema, files: countSchema });

export type BackupOutput = Frozen<z.output<typeof output>>;

/** What belongs to a process and not to the workspace. */
const left = new Set([
  'lock',
  'lock.pid',
  'server.sock',
  'tmp',
  warehouseFile,
  `${warehouseFile}.wal`,
  storeFile,
  `${storeFile}-wal`,
  `${storeFile}-shm`,
]);

/** @param without absolute: other backups, kept inside the workspace */
function contents(folder: string, without: string | null, secrets: boolean): readonly BackupFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const from = join(entry.parentPath, entry.name);
    const path = from.slice(folder.length + 1).split(sep);
    const isOut =
      left.has(path[0] ?? '') || (without !== null && from.startsWith(`${without}${sep}`)) || (!secrets && from === secretFile(folder));
    return entry.isFile() && !isOut ? [{ path: path.join('/'), from }] : [];
  });
}

/**
 * Copies in a process of its own: the locks that DuckDB holds on its file end as soon as any handle on it is closed in the
 * process that holds them.
 */
async function copyApart(from: string, to: string): Promise<void> {
  const script =
    'const [from, to] = process.argv.slice(1); require("node:fs").copyFileSync(from, to, require("node:fs").constants.COPYFILE_FICLONE)';
  await promisify(execFile)(process.execPath, ['-e', script, from, to]);
}

/** The whole workspace in one file, as it is between two operations. */
export const backupOperation = defineOperation({
  id: 'backup',
  words: {
    es: 'copia todo el espacio de trabajo en un archivo',
    en: 'put the whole workspace into one file',
  },
  input,
  output,
  rest: { method: 'POST', path: '/backups' },
  effect: 'read',
  on: 'warehouse',
  lane: 'alone',
  permission: 'installation',
  audit: ({ secrets }, { bytes, files }) => ({ secrets, bytes, files }),
  run: async (
    { workspace: { folder, config }, database: { session }, store: opened, progress, now },
    { file, secrets },
  ): Promise<BackupOutput> => {
    if (existsSync(file)) throw new CuadroError({ code: 'file_exists', where: file });
    const scratch = join(folder, 'tmp', `backup-${process.pid}`);
    try {
      await mkdir(scratch, { recursive: true });
      await session.run('checkpoint');
      await copyApart(join(folder, warehouseFile), join(scratch, warehouseFile));
      const store = await opened();
      await dumpStore(store, join(scratch, storeDump), secrets);
      const others = config.backups.folder === null ? null : resolve(folder, config.backups.folder);
      const files = [
        ...contents(folder, others, secrets),
        { path: warehouseFile, from: join(scratch, warehouseFile) },
        { path: storeDump, from: join(scratch, storeDump) },
      ];
      const { bytes, sha256 } = await writeBackup(file, files, { version, made_at: now().toString() }, (done) =>
        progress({ step: 'backup', done, total: files.length, unit: null }),
      );
      await store.db
        .insertInto('backup_made')
        .values({ id: randomUUID(), made_at: storedInstant(now()), path: file, bytes, sha256 })
        .execute();
      return { file, bytes, files: files.length };
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && /^(EACCES|ENOENT|EROFS|ENOSPC|EISDIR|ENOTDIR|EPERM)$/.test(String(cause.code))) {
        throw new CuadroError({ code: 'folder_not_writable', where: file, found: cause.message, cause });
      }
      throw cause;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  },
});
