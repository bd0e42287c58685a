import { isUtf8 } from 'node:buffer';
import type { DetectedFormat, InputFile, RejectCode, RowReject } from '../contract-types.ts';
import { filled } from '../detect/dialect.ts';
import { readByteText, readText } from '../read/decode.ts';
import { RecordReader, type TextRecord } from '../read/records.ts';
import { CsvWriter, rowText } from './csv-writer.ts';
import { longestLine } from './read-csv-sql.ts';

/**
 * Writes a delimited file anew, as plain CSV with the line of each row: for encodings other than UTF-8, rows over several lines,
 * NUL bytes, open quotes, and whatever else DuckDB does not read line by line. Returns the rows left out.
 */
export async function rewriteDelimited(file: InputFile, format: DetectedFormat, path: string): Promise<RowReject[]> {
  const rejects: RowReject[] = [];
  const writer = new CsvWriter(path);
  const reader = new RecordReader(format);
  const bytewise = format.encoding === 'utf-8';
  let header = format.header;
  const take = async (records: readonly TextRecord[]): Promise<void> => {
    for (const record of records) {
      if (record.line <= format.skip) continue;
      if (header) {
        header = false;
        continue;
      }
      if (record.fields.every((field) => field.trim() === '')) continue;
      const row = readable(record, format, bytewise);
      if (typeof row === 'string') {
        const full = writer.row(record.line, row);
        if (full) await full;
      } else rejects.push(row);
    }
  };
  for await (const text of bytewise ? readByteText(file) : readText(file, format.encoding)) await take(reader.push(text));
  await take(reader.end());
  await writer.end();
  return rejects;
}

const ascii = /^[\0-\x7f]*$/;
const decoded = (text: string): string => (ascii.test(text) ? text : Buffer.from(text, 'latin1').toString('utf8'));
const isText = (byteText: string): boolean => ascii.test(byteText) || isUtf8(Buffer.from(byteText, 'latin1'));

/** The row as it is written, or why it cannot be. Checks are made on the whole row; only a fault is looked for in its cells. */
function readable(record: TextRecord, format: DetectedFormat, bytewise: boolean): string | RowReject {
  const { fields, line } = record;
  const shown = (text: string) => excerpt(bytewise ? decoded(text) : text);
  const whole = (code: RejectCode, params: RowReject['params'] = {}): RowReject => ({
    line,
    column: null,
    value: shown(fields.join(format.delimiter)),
    code,
    params,
  });
  const cell = (code: RejectCode, isBad: (field: string) => boolean): RowReject => {
    const at = fields.findIndex(isBad);
    const value = shown(fields[at] ?? '').replaceAll('\0', '␀');
    return { line, column: format.columns[at]?.name ?? null, value, code, params: {} };
  };
  if (record.problem) return whole(record.problem);
  if (fields.length < format.width || (fields.length > format.width && filled(fields) > format.width)) {
    return whole('ragged_row', { expected: format.width, found: fields.length });
  }
  const text = rowText(fields.length > format.columns.length ? fields.slice(0, format.columns.length) : fields, format.columns.length);
  if (text.length > longestLine) return whole('line_too_long', { most: longestLine });
  if (text.includes('\0')) return cell('nul_byte', (field) => field.includes('\0'));
  if (!bytewise || ascii.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : cell('invalid_utf8', (field) => !isText(field));
}

/** What of a line is shown to people. */
export const excerpt = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
