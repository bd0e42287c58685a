import { posix } from 'node:path';
import { CuadroError } from '../../../model/error.ts';
import type { InputFile } from '../contract-types.ts';
import { Archive, damaged } from './archive.ts';
import { type SerialKind, serialKind } from './number-format.ts';
import { readAllXml, unescaped } from './xml.ts';

export interface Sheet {
  readonly name: string;
  /** Its part in the archive. */
  readonly part: string;
}

/** What the cells of all sheets refer to. */
export interface Workbook {
  readonly archive: Archive;
  readonly path: string;
  readonly sheets: readonly Sheet[];
  readonly since1904: boolean;
  /** By a cell's style. */
  readonly serials: readonly SerialKind[];
  readonly strings: readonly string[];
}

/** Opens a workbook, gives it to `work` and closes it. @throws not_a_spreadsheet, damaged_file, compression_bomb, unsafe_archive */
export async function withWorkbook<T>(file: InputFile, work: (workbook: Workbook) => Promise<T>): Promise<T> {
  const archive = await Archive.open(file);
  try {
    return await work(await readWorkbook(archive, file.path));
  } catch (error) {
    throw error instanceof CuadroError ? error : damaged(file.path, error);
  } finally {
    archive.close();
  }
}

async function readWorkbook(archive: Archive, path: string): Promise<Workbook> {
  const main = (await relations(archive, path, '')).find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!archive.has(main) || /\.(docx|pptx)/.test(main) || !main.startsWith('xl/'))
    throw new CuadroError({ code: 'not_a_spreadsheet', where: path });
  const related = await relations(archive, path, main);
  const { listed, since1904 } = await readMain(archive, path, main);
  const sheets = listed.flatMap(({ name, id }): Sheet[] => {
    const found = related.find((relation) => relation.id === id);
    return found?.type.endsWith('/worksheet') && archive.has(found.target) ? [{ name, part: found.target }] : [];
  });
  if (sheets.length === 0) throw new CuadroError({ code: 'not_a_spreadsheet', where: path });
  const part = (type: string) => related.find((relation) => relation.type.endsWith(type) && archive.has(relation.target))?.target ?? null;
  const [styles, shared] = [part('/styles'), part('/sharedStrings')];
  return {
    archive,
    path,
    sheets,
    since1904,
    serials: styles === null ? [] : await readStyles(archive, path, styles),
    strings: shared === null ? [] : await readStrings(archive, path, shared),
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Relations of a part (of the package itself for ''), inside the archive only. */
async function relations(archive: Archive, path: string, part: string): Promise<Relation[]> {
  const source = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const found: Relation[] = [];
  if (!archive.has(source)) return found;
  await readAllXml(path, await archive.stream(source), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target);
      found.push({ id: Id, type: Type, target: target.replace(/^\.\//, '') });
    },
    text: () => {},
    close: () => {},
  });
  return found;
}

async function readMain(archive: Archive, path: string, part: string) {
  const listed: { name: string; id: string }[] = [];
  let since1904 = false;
  await readAllXml(path, await archive.stream(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1];
      if (name === 'sheet') listed.push({ name: attributes.name ?? '', id: id ?? '' });
    },
    text: () => {},
    close: () => {},
  });
  return { listed, since1904 };
}

async function readStyles(archive: Archive, path: string, part: string): Promise<SerialKind[]> {
  const codes = new Map<number, string>();
  const kinds: SerialKind[] = [];
  let inside = false;
  await readAllXml(path, await archive.stream(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inside = true;
      if (name === 'xf' && inside) {
        const id = Number(attributes.numFmtId ?? 0);
        kinds.push(serialKind(id, codes.get(id)));
      }
    },
    text: () => {},
    close: (name) => {
      if (name === 'cellXfs') inside = false;
    },
  });
  return kinds;
}

async function readStrings(archive: Archive, path: string, part: string): Promise<string[]> {
  const strings: string[] = [];
  let [text, inText, phonetic] = ['', false, false];
  await readAllXml(path, await archive.stream(part), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      if (name === 't') inText = !phonetic;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}
