import { matchesGlob } from 'node:path';
import { CuadroError } from '../../model/error.ts';
import type { InputFile } from '../../sources/file/contract-types.ts';
import type { MappingEntry } from '../mapping/mapping.ts';
import { nearest } from '../mapping/suggest_word.ts';

const namesOf = (file: InputFile): readonly string[] => (file.gzip ? [file.name, `${file.name}.gz`] : [file.name]);

const isGlob = (pattern: string): boolean => /[*?[\]{}]/.test(pattern);

/**
 * The files of the import that an entry means by its base name or glob; an exact name before one that differs in case.
 * @throws CuadroError `mapping_file_missing`, unless the entry has a query of its own.
 */
export const matchFiles = (entry: MappingEntry, files: readonly InputFile[]): readonly InputFile[] => {
  const pattern = entry.file;
  if (pattern === null) return [];
  const exact = files.filter((file) => namesOf(file).includes(pattern));
  if (exact.length > 0) return exact;
  const wanted = pattern.toLowerCase();
  const near = files.filter((file) =>
    namesOf(file).some((name) => name.toLowerCase() === wanted || (isGlob(pattern) && matchesGlob(name.toLowerCase(), wanted))),
  );
  if (near.length > 0) return near;
  const names = files.map(({ name }) => name);
  throw new CuadroError({
    code: 'mapping_file_missing',
    where: `${entry.where}.file`,
    found: pattern,
    expected: names.join(', '),
    params: { file: pattern, nearest: nearest(pattern, names) ?? '—' },
  });
};

/** The views' names: the files' without endings, told apart where they are alike. */
export const viewNames = (files: readonly InputFile[]): ReadonlyMap<InputFile, string> => {
  const used = new Set<string>();
  return new Map(
    files.map((file) => {
      let name = file.stem;
      for (let count = 2; used.has(name.toLowerCase()); count++) name = `${file.stem}_${count}`;
      used.add(name.toLowerCase());
      return [file, name];
    }),
  );
};
