import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createGzip } from 'node:zlib';
import type { DetectedFormat, Encoding, InputFile } from '../../sources/file/contract-types.ts';
import { readByteText, readText } from '../../sources/file/read/decode.ts';
import { RecordReader } from '../../sources/file/read/records.ts';
import type { RowPlan } from './row-plan.ts';

/** Bytes as text with one character each, to and from what they say. */
interface Codec {
  decode(bytes: string): string;
  encode(text: string): string;
}

const ascii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

function singleByte(encoding: string): Codec {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, string>();
  for (let code = 0; code < 256; code++) bytes.set(decoder.decode(Uint8Array.of(code)), String.fromCharCode(code));
  return {
    decode: (text) => decoder.decode(Buffer.from(text, 'latin1')),
    encode: (text) => [...text].map((character) => bytes.get(character) ?? '?').join(''),
  };
}

function codecOf(encoding: Encoding): Codec {
  if (encoding === 'utf-8')
    return {
      decode: (text) => Buffer.from(text, 'latin1').toString('utf8'),
      encode: (text) => Buffer.from(text, 'utf8').toString('latin1'),
    };
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return { decode: (text) => text, encode: (text) => text };
  return singleByte(encoding);
}

/**
 * Writes the file anew without erased persons: same encoding, same delimiter, each record on the line it was on, so that its mapping
 * reads it as before.
 * @returns rows that changed; the file at `path` is worth keeping only when there are any
 */
export async function redactDelimited(file: InputFile, format: DetectedFormat, plan: RowPlan, path: string): Promise<number> {
  const wide = format.encoding === 'utf-16le' || format.encoding === 'utf-16be';
  const codec = codecOf(format.encoding);
  const reader = new RecordReader(format);
  const names = format.columns.map(({ name }) => name);
  const { delimiter, quote, newline } = format;
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const output = file.gzip ? createGzip() : target;
  if (file.gzip) output.pipe(target);
  const finished = once(target, 'close');
  const write = async (text: string): Promise<void> => {
    let bytes = Buffer.from(text, wide ? 'utf16le' : 'latin1');
    if (format.encoding === 'utf-16be') bytes = bytes.swap16();
    if (!output.write(bytes)) await once(output, 'drain');
  };
  const quoted = (cell: string): string =>
    quote !== '' && [delimiter, quote, '\n', '\r'].some((sign) => cell.includes(sign))
      ? quote + cell.replaceAll(quote, quote + quote) + quote
      : cell;
  const mark = wide ? '\ufeff' : 'ï»¿';
  if (format.bom) await write(mark);
  let changed = 0;
  let line = 1;
  let end = newline === '\n' ? '\n' : '\r';
  const put = async (records: ReturnType<RecordReader['push']>): Promise<void> => {
    if (newline === '\n' && reader.ends.crlf > reader.ends.lf) end = '\r\n';
    let text = '';
    for (const record of records) {
      for (; line < record.line; line++) text += end;
      const given = record.fields.map((cell) => (ascii(cell) ? cell : codec.decode(cell)));
      const cells = new Map(
        given.flatMap((cell, index) => (names[index] === undefined || record.problem ? [] : [[names[index], cell] as const])),
      );
      const news = record.problem ? new Map<string, string>() : plan.row(cells);
      const fields = record.fields.map((cell, index) => {
        const own = news.get(names[index] ?? '');
        // A cell beyond the columns, or of a line that cannot be read.
        const clean = own ?? (names[index] === undefined || record.problem ? plan.redact(given[index] ?? '') : undefined);
        return clean === undefined || clean === given[index] ? cell : codec.encode(clean);
      });
      if (fields.some((cell, index) => cell !== record.fields[index])) changed++;
      const written = record.problem ? fields.join(delimiter) : fields.map(quoted).join(delimiter);
      text += written + end;
      line += 1 + (written.split(newline).length - 1);
    }
    await write(text);
  };
  for await (const piece of wide ? readText(file, format.encoding) : readByteText(file)) await put(reader.push(piece));
  await put(reader.end());
  output.end();
  await finished;
  return changed;
}
