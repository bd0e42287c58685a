import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '../../sources/file/contract-types.ts';
import type { MappingEntry } from '../mapping/mapping.ts';
import type { FileReader } from '../reader.ts';
import { matchFiles } from '../stage/match.ts';
import { redactDelimited } from './delimited.ts';
import { redactJson } from './json.ts';
import { redactParquet } from './parquet.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { RowPlan } from './row-plan.ts';
import { redactXlsx } from './xlsx.ts';

const writers = { delimited: redactDelimited, jsonl: redactJson, parquet: redactParquet, xlsx: redactXlsx } as const;

/** A file without erased persons, in the folder for what may be lost; the caller removes it. */
export interface RedactedFile {
  readonly file: InputFile;
  readonly rows: number;
}

/** The entries of a mapping that read a file; the others' files need not be there. */
const entriesOf = (entries: readonly MappingEntry[], file: InputFile): readonly MappingEntry[] =>
  entries.filter((entry) => {
    if (entry.file === null) return false;
    try {
      return matchFiles(entry, [file]).length > 0;
    } catch {
      return false;
    }
  });

/** @returns null: nobody who was erased is in it */
export async function redactFile(
  file: InputFile,
  about: {
    readonly entries: readonly MappingEntry[];
    readonly source: string;
    readonly pseudonyms: Pseudonyms;
    readonly reader: FileReader;
    readonly temporary: string;
  },
): Promise<RedactedFile | null> {
  const own = entriesOf(about.entries, file);
  const format = await about.reader.detect(file, own[0]?.format ?? {});
  // `stage-…` is swept when the workspace is opened.
  const path = join(about.temporary, `stage-${randomUUID()}${file.gzip ? '.gz' : ''}`);
  try {
    const rows = await writers[file.kind](file, format, new RowPlan(own, about.source, about.pseudonyms), path);
    if (rows > 0) return { file: { ...file, path, bytes: (await stat(path)).size }, rows };
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
  rmSync(path, { force: true });
  return null;
}
