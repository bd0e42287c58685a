import { type RenderedError, renderError } from '../i18n/errors.ts';
import type { Language } from '../i18n/language.ts';
import { candidatesOf } from '../landing/recognition/entity.ts';
import { profileTable, type TableProfile } from '../landing/recognition/profile.ts';
import { recognise, type SuggestedFile } from '../landing/recognition/recognise.ts';
import { CuadroError } from '../model/error.ts';
import type { DetectedFormat, FormatOverrides, InputFile } from '../sources/file/contract-types.ts';
import { detectFormat } from '../sources/file/detect-format.ts';
import { discoverFiles } from '../sources/file/discover.ts';

/** What a person has said of a table: how it is written, what it holds. */
export interface Said {
  readonly file: string;
  readonly sheet: string | null;
  readonly format: FormatOverrides;
  readonly entity: string | null;
}

/** A file or a sheet of one: how it is written, what it holds, what is in it. */
export interface RecognisedTable {
  readonly file: InputFile;
  readonly sheet: string | null;
  readonly format: DetectedFormat;
  readonly profile: TableProfile;
  /** Null: nothing of the model, as far as names and values tell. */
  readonly suggested: SuggestedFile | null;
  /** What else it may be, the likeliest first. */
  readonly candidates: readonly { readonly entity: string; readonly confidence: number }[];
}

/** A file that could not be read, and why. */
export interface UnreadFile {
  readonly file: string;
  readonly problem: RenderedError;
}

interface Detected {
  readonly file: InputFile;
  readonly sheet: string | null;
  readonly format: DetectedFormat;
}

/** A sheet with fewer columns is a title page or notes. */
const leastColumns = 2;
const mostCandidates = 5;
const leastConfidence = 0.15;

const sheetsOf = (format: DetectedFormat): readonly (string | null)[] => (format.sheets.length < 2 ? [null] : format.sheets);

/** Where a file lies on the server is nobody's business. */
function renamed(thrown: unknown, name: string, language: Language): UnreadFile {
  if (!(thrown instanceof CuadroError)) throw thrown;
  const { code, blame, params, found, expected, where } = thrown;
  const place = where === null || /[\\/]/.test(where) ? name : where;
  const facts = { code, blame, params, where: place, cause: thrown };
  const error = new CuadroError({ ...facts, ...(found === null ? {} : { found }), ...(expected === null ? {} : { expected }) });
  return { file: name, problem: renderError(error, language) };
}

async function detectAll(path: string, formatOf: (file: string, sheet: string | null) => FormatOverrides): Promise<readonly Detected[]> {
  const { files } = await discoverFiles([path]);
  const found: Detected[] = [];
  for (const file of files) {
    const first = await detectFormat(file, formatOf(file.name, null));
    for (const sheet of sheetsOf(first)) {
      if (sheet === null) found.push({ file, sheet, format: first });
      else {
        const own = await detectFormat(file, { ...formatOf(file.name, sheet), sheet }).catch(() => null);
        if (own && own.columns.length >= leastColumns) found.push({ file, sheet, format: own });
      }
    }
  }
  return found;
}

/**
 * Reads files in full and says what they seem to be; what a person has said of them goes before.
 * @param scratch a folder for what has to be written meanwhile
 */
export async function recogniseFiles(
  paths: readonly string[],
  { said, scratch, language }: { readonly said: readonly Said[]; readonly scratch: string; readonly language: Language },
): Promise<{ readonly tables: readonly RecognisedTable[]; readonly unread: readonly UnreadFile[] }> {
  const saidOf = (file: string, sheet: string | null): Said | undefined => said.find((one) => one.file === file && one.sheet === sheet);
  const detected: (Detected & { readonly profile: TableProfile })[] = [];
  const unread: UnreadFile[] = [];
  for (const path of paths) {
    const name = path.split(/[\\/]/).at(-1) ?? path;
    try {
      for (const one of await detectAll(path, (file, sheet) => saidOf(file, sheet)?.format ?? {})) {
        detected.push({ ...one, profile: await profileTable(one.file, one.format, scratch) });
      }
    } catch (thrown) {
      unread.push(renamed(thrown, name, language));
    }
  }
  const suggestion = recognise(
    detected.map(({ file, sheet, format }) => ({
      file: file.name,
      stem: sheet ?? file.stem,
      sheet,
      columns: format.columns,
      entity: saidOf(file.name, sheet)?.entity ?? null,
    })),
  );
  const tables = detected.map((one) => ({
    ...one,
    suggested: suggestion.files.find(({ file, sheet }) => file === one.file.name && sheet === one.sheet) ?? null,
    candidates: candidatesOf(one.sheet ?? one.file.stem, one.format.columns)
      .slice(0, mostCandidates)
      .filter(({ confidence }) => confidence >= leastConfidence)
      .map(({ entity, confidence }) => ({ entity, confidence })),
  }));
  return { tables, unread };
}
