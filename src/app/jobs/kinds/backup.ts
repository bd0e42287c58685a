import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { CuadroError } from '../../../model/error.ts';
import type { BackupOutput } from '../../operations/backup.ts';
import { defineJobKind } from '../kind.ts';

/** Only what this job has made is ever removed. */
const made = /^cuadro-\d{8}T\d{6}Z\.cuadro$/;
const nameAt = (now: Temporal.Instant): string =>
  `cuadro-${now.toString({ smallestUnit: 'second' }).replaceAll('-', '').replaceAll(':', '')}.cuadro`;

/** The whole workspace into the folder of backups; the oldest beyond `backups.keep` go once the new one is whole. */
export const backupKind = defineJobKind({
  id: 'backup',
  input: z.strictObject({}),
  attempts: 4,
  run: async ({ workspace, call, now }) => {
    const { folder, keep } = workspace.config.backups;
    if (folder === null) return { made: false };
    const place = resolve(workspace.folder, folder);
    await mkdir(place, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
      throw new CuadroError({ code: 'folder_not_writable', blame: 'internal', where: place, found: cause.message, cause });
    });
    const name = nameAt(now());
    // An operation's own output, by way of a call that knows it by name only.
    const { bytes } = (await call('backup', { file: join(place, name) })) as BackupOutput;
    const old = (await readdir(place))
      .filter((file) => made.test(file))
      .sort()
      .slice(0, -keep);
    for (const file of old) await rm(join(place, file), { force: true });
    return { made: true, file: join(place, name), bytes, removed: old.length };
  },
});
