import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { batchNumber } from '../batch/result.ts';
import type { RejectTable } from './table.ts';

const folderOf = (workspace: string): string => join(workspace, 'rejected');

/**
 * Writes the rejected rows under a temporary name, then renames: the file is whole or not there.
 * @param label the batch's id, or why there is none (`strict`, `dry-run`, `unchanged`).
 * @returns its absolute path; null when there are no rows.
 */
export const writeRejected = async (workspace: string, label: string, rejects: RejectTable): Promise<string | null> => {
  const path = join(folderOf(workspace), `${label}.csv`);
  if ((await rejects.count()) === 0) {
    rmSync(path, { force: true });
    return null;
  }
  mkdirSync(folderOf(workspace), { recursive: true });
  await rejects.write(`${path}.part`);
  renameSync(`${path}.part`, path);
  return path;
};

/** Where the rejected rows of a label lie, if there are any. @param label as `writeRejected` */
export const rejectedPath = (workspace: string, label: string): string | null => {
  const path = join(folderOf(workspace), `${label}.csv`);
  return existsSync(path) ? path : null;
};

/** Removes what a killed import left: parts, and files of batches that never came to be. */
export const sweepRejected = (workspace: string, batches: ReadonlySet<number>): void => {
  if (!existsSync(folderOf(workspace))) return;
  for (const name of readdirSync(folderOf(workspace))) {
    const number = batchNumber(name.replace(/\.csv$/, ''));
    if (name.endsWith('.part') || (number !== null && !batches.has(number))) rmSync(join(folderOf(workspace), name), { force: true });
  }
};
