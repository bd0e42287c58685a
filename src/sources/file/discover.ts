import { access, constants, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CuadroError } from '../../model/error.ts';
import type { Discovery, FileKind, InputFile } from './contract-types.ts';
import { type Signature, signatureOf } from './detect/signature.ts';
import { readBytes, readHead, readingError } from './read/bytes.ts';

const kinds: Readonly<Record<string, FileKind>> = {
  csv: 'delimited',
  tsv: 'delimited',
  tab: 'delimited',
  psv: 'delimited',
  txt: 'delimited',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  parquet: 'parquet',
  pq: 'parquet',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
};
const headSize = 8192;

/**
 * The files of an import: each path itself, folders with all that lies below them, in order of their paths.
 * A file's content must be what its name says. Of a folder, files with other endings are ignored and reported; named
 * themselves, they are taken for what they hold.
 * @throws file_not_found, unreadable_file, not_a_file, empty_file, file_is_not, old_spreadsheet, unknown_file_kind, no_files
 */
export async function discoverFiles(paths: readonly string[]): Promise<Discovery> {
  const files: InputFile[] = [];
  const ignored: string[] = [];
  for (const path of paths) {
    const facts = await stat(path).catch((error) => Promise.reject(readingError(path, error)));
    if (!facts.isDirectory()) {
      files.push(await inspect(path, facts.isFile(), facts.size, true));
      continue;
    }
    for (const inner of await filesBelow(path)) {
      const size = await stat(inner).catch((error) => Promise.reject(readingError(inner, error)));
      const known = kindOf(inner) !== null && size.isFile() && !/^(\.|~\$)/.test(basename(inner));
      if (known) files.push(await inspect(inner, true, size.size, false));
      else ignored.push(inner);
    }
  }
  const unique = [...new Map(files.map((file) => [file.path, file])).values()];
  if (unique.length === 0) throw new CuadroError({ code: 'no_files', where: paths.join(', ') });
  return { files: unique, ignored };
}

/** Links are not followed: they may lead out of the folder, or in a circle. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => Promise.reject(readingError(folder, error)));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

function kindOf(path: string): FileKind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(withoutGz(basename(path)))?.[1];
  return ending === undefined ? null : (kinds[ending.toLowerCase()] ?? null);
}

const withoutGz = (name: string): string => name.replace(/\.gz$/i, '');

async function inspect(path: string, regular: boolean, bytes: number, explicit: boolean): Promise<InputFile> {
  if (!regular) throw new CuadroError({ code: 'not_a_file', where: path });
  await access(path, constants.R_OK).catch((error) => Promise.reject(readingError(path, error)));
  if (bytes === 0) throw new CuadroError({ code: 'empty_file', where: path });
  const name = withoutGz(basename(path));
  const gzip = name !== basename(path);
  const file: InputFile = { path, name, stem: name.replace(/\.[a-z0-9]+$/i, ''), kind: kindOf(path) ?? 'delimited', gzip, bytes };
  const packed = await readHead({ ...file, gzip: false }, headSize);
  if (gzip && signatureOf(packed) !== 'gzip') throw isNot(path, 'gzip', signatureOf(packed));
  const head = gzip ? await readHead(file, headSize) : packed;
  const signature = signatureOf(head);
  const found = signature === 'empty' && (await hasMore(file)) ? 'text' : signature;
  if (found === 'empty') throw new CuadroError({ code: 'empty_file', where: path });
  const named = kindOf(path);
  if (named === null && explicit) return { ...file, kind: sniffed(path, found) };
  check(path, file.kind, found);
  return file;
}

/** A file may begin with thousands of blanks. */
async function hasMore(file: InputFile): Promise<boolean> {
  for await (const piece of readBytes(file)) if (/[^\s\0\xef\xbb\xbf\xff\xfe]/.test(piece.toString('latin1'))) return true;
  return false;
}

function sniffed(path: string, found: Signature): FileKind {
  const kind: Partial<Record<Signature, FileKind>> = { text: 'delimited', json: 'jsonl', zip: 'xlsx', parquet: 'parquet' };
  const known = kind[found];
  if (known === undefined) throw new CuadroError({ code: 'unknown_file_kind', where: path, found });
  return known;
}

function check(path: string, kind: FileKind, found: Signature): void {
  if (kind === 'xlsx' && found === 'ole') throw new CuadroError({ code: 'old_spreadsheet', where: path });
  const right: Record<FileKind, readonly Signature[]> = {
    // A CSV may begin with a bracket, or with an XML-like text in its first header: only what is surely something else is refused.
    delimited: ['text', 'json'],
    xlsx: ['zip'],
    parquet: ['parquet'],
    jsonl: ['json'],
  };
  if (!right[kind].includes(found)) throw isNot(path, kind, found);
}

const isNot = (path: string, said: FileKind | 'gzip', found: Signature): CuadroError =>
  new CuadroError({ code: 'file_is_not', where: path, found, params: { said: said === 'delimited' ? 'csv' : said } });
