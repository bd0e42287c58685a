import { join } from 'node:path';
import type { InputFile } from '../../sources/file/contract-types.ts';
import type { LandingContext } from '../context.ts';
import type { MappingEntry } from '../mapping/mapping.ts';
import { erasureKey, Pseudonyms } from './pseudonyms.ts';
import { redactFile } from './redact-file.ts';

/** @returns null: nobody was ever erased */
export async function erasedPersons({ database }: Pick<LandingContext, 'database'>): Promise<Pseudonyms | null> {
  const rows = await database.session.run('select hash from cuadro.erased');
  return rows.length === 0 ? null : new Pseudonyms(erasureKey(database.folder), new Set(rows.map(({ hash }) => String(hash))));
}

/** Files of an import, those that hold somebody who was erased as redacted copies (which the caller removes). */
export async function withoutErased(
  context: LandingContext,
  files: readonly InputFile[],
  { entries, source }: { readonly entries: readonly MappingEntry[]; readonly source: string },
): Promise<readonly InputFile[]> {
  const pseudonyms = await erasedPersons(context);
  if (pseudonyms === null) return files;
  const temporary = join(context.database.folder, 'tmp');
  const result: InputFile[] = [];
  for (const file of files) {
    const redacted = await redactFile(file, { entries, source, pseudonyms, reader: context.reader, temporary });
    result.push(redacted?.file ?? file);
  }
  return result;
}
