import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { DetectedFormat, InputFile } from '../../sources/file/contract-types.ts';
import { unescaped } from '../../sources/file/xlsx/xml.ts';
import type { RowPlan } from './row-plan.ts';
import { zip } from './zip.ts';

const entityText = (text: string): string =>
  unescaped(
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) => String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)))
      .replaceAll('&amp;', '&'),
  );
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const runs = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g;
const stringOf = (xml: string): string => entityText([...xml.matchAll(runs)].map(([, text]) => text ?? '').join(''));

/** `AB12` → 27. */
const columnIndex = (reference: string): number =>
  [...(/^[A-Z]+/.exec(reference)?.[0] ?? '')].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    if (!entry.fileName.endsWith('/')) parts.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return parts;
}

/**
 * Every sheet is looked through by the columns of the sheet that the mapping reads. A text that rows share goes out of the shared texts
 * only where nobody uses it any more.
 * @returns rows that changed; as `redactDelimited`
 */
export async function redactXlsx(file: InputFile, format: DetectedFormat, plan: RowPlan, path: string): Promise<number> {
  const raw = readFileSync(file.path);
  const parts = await partsOf(file.gzip ? gunzipSync(raw) : raw);
  const names = format.columns.map(({ name }) => name);
  const sharedName = [...parts.keys()].find((name) => /sharedStrings\.xml$/i.test(name));
  const sharedXml = sharedName === undefined ? '' : (parts.get(sharedName)?.toString('utf8') ?? '');
  const items = [...sharedXml.matchAll(/<((?:\w+:)?)si(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/(?:\w+:)?si>)/g)].map(([xml]) => xml);
  const strings = items.map(stringOf);
  const used = new Set<number>();
  let changed = 0;
  for (const [name, bytes] of parts) {
    if (!/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    const sheet = bytes.toString('utf8').replace(/<((?:\w+:)?)row\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?row>)/g, (row) => {
      const cellPattern = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
      const cells = [...row.matchAll(cellPattern)].map((match, position) => {
        const [xml, prefix = '', attributes = '', inner = ''] = match;
        const reference = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1];
        const shared = /\bt="s"/.test(attributes);
        const value = /<(?:\w+:)?v>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inner)?.[1] ?? '';
        const text = shared ? (strings[Number(value)] ?? '') : /\bt="inlineStr"/.test(attributes) ? stringOf(inner) : entityText(value);
        const index = reference === undefined ? position : columnIndex(reference);
        return { xml, prefix, attributes, text, shared: shared ? Number(value) : null, column: names[index] ?? `\0${index}` };
      });
      const news = plan.row(new Map(cells.map(({ column, text }) => [column, text])));
      if (news.size > 0) changed++;
      let position = 0;
      return row.replace(cellPattern, (xml) => {
        const cell = cells[position++];
        const text = cell === undefined ? undefined : news.get(cell.column);
        if (cell === undefined || text === undefined) {
          if (cell?.shared != null) used.add(cell.shared);
          return xml;
        }
        const attributes = cell.attributes.replace(/\s*\bt="[^"]*"/, '');
        return `<${cell.prefix}c${attributes} t="inlineStr"><${cell.prefix}is><${cell.prefix}t xml:space="preserve">${escaped(text)}</${cell.prefix}t></${cell.prefix}is></${cell.prefix}c>`;
      });
    });
    parts.set(name, Buffer.from(sheet));
  }
  if (sharedName !== undefined && changed > 0) {
    let index = 0;
    const cleaned = sharedXml.replace(/<((?:\w+:)?)si(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/(?:\w+:)?si>)/g, (xml, prefix: string) =>
      used.has(index++) ? xml : `<${prefix}si><${prefix}t></${prefix}t></${prefix}si>`,
    );
    parts.set(sharedName, Buffer.from(cleaned));
  }
  // Comments and the document's properties are no data of a KPI, and may name people.
  for (const [name, bytes] of parts) {
    if (!/comments|docProps|threadedComment|persons/i.test(name)) continue;
    const text = bytes.toString('utf8');
    const clean = plan.redact(text);
    if (clean === text) continue;
    parts.set(name, Buffer.from(clean));
    changed++;
  }
  const bytes = zip(parts);
  await writeFile(path, file.gzip ? gzipSync(bytes) : bytes, { flag: 'wx', mode: 0o600, flush: true });
  return changed;
}
