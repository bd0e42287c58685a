import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CuadroError } from '../../../model/error.ts';
import type { ImportOutput } from '../../operations/import.ts';
import { defineJobKind } from '../kind.ts';
import { lastMark } from '../mark.ts';
import { type FoundFile, filesOf } from './files.ts';

/** Changed so shortly ago that someone may still be writing it. */
const restlessMs = 5_000;

const markOf = (files: readonly FoundFile[], mapping: string): string => {
  const facts = files.map(({ path, bytes, changedMs }) => [path, bytes, changedMs]);
  return createHash('sha256')
    .update(JSON.stringify([facts, mapping]))
    .digest('hex')
    .slice(0, 16);
};

/** Imports the files of a source of `cuadro.yaml` again, if they or their mapping have changed since the last time. */
export const refreshKind = defineJobKind({
  id: 'refresh',
  input: z.strictObject({ source: z.string() }),
  attempts: 5,
  run: async ({ workspace, store, call, now }, { source }) => {
    const wanted = workspace.config.sources[source];
    if (!wanted) throw new CuadroError({ code: 'job_source_unknown', found: source, where: 'cuadro.yaml' });
    const path = resolve(workspace.folder, wanted.path);
    const files = await filesOf(path);
    if (files.length === 0) throw new CuadroError({ code: 'no_files', where: path });
    const restless = files.find(({ changedMs }) => now().epochMilliseconds - changedMs < restlessMs);
    if (restless) throw new CuadroError({ code: 'job_file_unsettled', blame: 'internal', where: restless.path });
    const file = wanted.mapping === null ? null : resolve(workspace.folder, wanted.mapping);
    const text = file === null ? '' : await readMapping(file);
    const mark = markOf(files, text);
    if (mark === (await lastMark(store.db, `refresh:${source}`))) return { changed: false, files: files.length, mark };
    const mapping = file === null ? null : { text, file };
    // An operation's own output, by way of a call that knows it by name only.
    const { batch, entities } = (await call('import', { paths: files.map((one) => one.path), mapping, source })) as ImportOutput;
    const sum = (of: 'read' | 'rejected'): number => entities.reduce((total, one) => total + one[of], 0);
    return { changed: batch !== null, files: files.length, mark, batch, read: sum('read'), rejected: sum('rejected') };
  },
});

async function readMapping(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = (await stat(file).catch(() => null)) === null ? 'file_missing' : 'unreadable_file';
    throw new CuadroError({ code, where: file, cause });
  }
}
