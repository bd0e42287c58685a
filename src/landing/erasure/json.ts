import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { DetectedFormat, InputFile } from '../../sources/file/contract-types.ts';
import { readText } from '../../sources/file/read/decode.ts';
import type { RowPlan } from './row-plan.ts';

/** Where the objects of a JSON text stand: those of its array, or those one after another. */
function* objects(text: string): Generator<{ readonly from: number; readonly to: number }> {
  const floor = /^\s*\[/.test(text) ? 1 : 0;
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 34) {
      for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++;
    } else if (sign === 123 || sign === 91) {
      if (depth === floor && sign === 123) from = at;
      depth++;
    } else if (sign === 125 || sign === 93) {
      depth--;
      if (depth === floor && sign === 125) yield { from, to: at + 1 };
    }
  }
}

/** The members of an object's text: each key, and where its value stands. */
function* members(text: string): Generator<{ readonly key: string; readonly from: number; readonly to: number }> {
  let depth = 0;
  let key: string | null = null;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 34) {
      const start = at;
      for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++;
      if (depth === 1 && key === null) key = JSON.parse(text.slice(start, at + 1));
    } else if (sign === 58 && depth === 1) from = at + 1;
    else if (depth === 1 && (sign === 44 || sign === 125)) {
      if (key !== null) yield { key, from, to: at };
      key = null;
      if (sign === 125) depth--;
    } else if (sign === 123 || sign === 91) depth++;
    else if (sign === 125 || sign === 93) depth--;
  }
}

const literal = /"(?:[^"\\]|\\.)*"/g;

/** A value's text with every string in it redacted; numbers stay spelled as they are. */
const cleaned = (value: string, plan: RowPlan): string =>
  value.replace(literal, (found) => {
    const text: string = JSON.parse(found);
    const clean = plan.redact(text);
    return clean === text ? found : JSON.stringify(clean);
  });

const textOf = (value: string): string => {
  const text = value.trim();
  if (text.startsWith('"')) return JSON.parse(text);
  return /^[{[]/.test(text) || text === 'null' ? '' : text;
};

/** @returns rows that changed; as `redactDelimited` */
export async function redactJson(file: InputFile, format: DetectedFormat, plan: RowPlan, path: string): Promise<number> {
  let text = '';
  for await (const piece of readText(file, format.encoding)) text += piece;
  let result = '';
  let done = 0;
  let changed = 0;
  const names = new Map(format.columns.map((column) => [column.key ?? column.name, column.name]));
  for (const { from, to } of objects(text)) {
    const given = text.slice(from, to);
    let written = '';
    try {
      const all = [...members(given)].map((member) => ({
        ...member,
        name: names.get(member.key) ?? member.key,
        value: given.slice(member.from, member.to),
      }));
      const news = plan.row(new Map(all.map(({ name, value }) => [name, textOf(value)])));
      let at = 0;
      for (const { name, value, from: start, to: end } of all) {
        const own = news.get(name);
        written += given.slice(at, start) + (own === undefined ? cleaned(value, plan) : JSON.stringify(own));
        at = end;
      }
      written += given.slice(at);
    } catch {
      // A row that cannot be read: as text.
      written = plan.redact(given);
    }
    if (written === given) continue;
    changed++;
    result += text.slice(done, from) + written;
    done = to;
  }
  result += text.slice(done);
  await writeFile(path, file.gzip ? gzipSync(result) : result, { flag: 'wx', mode: 0o600, flush: true });
  return changed;
}
