import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { warehouseFile } from '../../warehouse/duckdb/database.ts';
import { type BackupFile, writeBackup } from '../backup/write.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { version } from '../version.ts';

const input = z.strictObject({ /** Absolute. */ file: z.string().min(1) });

const output = z.strictObject({ file: z.string(), bytes: countSchema, files: countSchema });

export type BackupOutput = Frozen<z.output<typeof output>>;

/** What belongs to a process and not to the workspace. */
const left = new Set(['lock', 'lock.pid', 'server.sock', 'tmp', warehouseFile, `${warehouseFile}.wal`]);

function contents(folder: string): readonly BackupFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const from = join(entry.parentPath, entry.name);
    const path = from.slice(folder.length + 1).split(sep);
    return entry.isFile() && !left.has(path[0] ?? '') ? [{ path: path.join('/'), from }] : [];
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
  permission: 'installation',
  run: async ({ workspace: { folder }, database: { session }, progress, now }, { file }): Promise<BackupOutput> => {
    if (existsSync(file)) throw new CuadroError({ code: 'file_exists', where: file });
    const scratch = join(folder, 'tmp', `backup-${process.pid}`);
    try {
      await mkdir(scratch, { recursive: true });
      await session.run('checkpoint');
      await copyApart(join(folder, warehouseFile), join(scratch, warehouseFile));
      const files = [...contents(folder), { path: warehouseFile, from: join(scratch, warehouseFile) }];
      const bytes = await writeBackup(file, files, { version, made_at: now().toString() }, (done) =>
        progress({ step: 'backup', done, total: files.length, unit: null }),
      );
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
