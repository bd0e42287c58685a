import { isUtf8 } from 'node:buffer';
import type { DetectedFormat, InputFile, RowReject } from '../contract-types.ts';
import { filled } from '../detect/dialect.ts';
import { readByteText, readText } from '../read/decode.ts';
import { RecordReader, type TextRecord } from '../read/records.ts';
import { CsvWriter } from './csv-writer.ts';
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
  const width = format.columns.length;
  let header = format.header;
  const take = async (records: readonly TextRecord[]): Promise<void> => {
    for (const record of records) {
      if (record.line <= format.skip) continue;
      if (header) {
        header = false;
        continue;
      }
      if (record.fields.every((field) => field.trim() === '')) continue;
      const reject = faultOf(record, format, bytewise);
      if (reject) rejects.push(reject);
      else {
        const fields = bytewise ? record.fields.map(decoded) : record.fields;
        const full = writer.row(record.line, fields, width);
        if (full) await full;
      }
    }
  };
  for await (const text of bytewise ? readByteText(file) : readText(file, format.encoding)) await take(reader.push(text));
  await take(reader.end());
  await writer.end();
  return rejects;
}

const ascii = /^[\0-\x7f]*$/;
const decoded = (field: string): string => (ascii.test(field) ? field : Buffer.from(field, 'latin1').toString('utf8'));

function faultOf(record: TextRecord, format: DetectedFormat, bytewise: boolean): RowReject | null {
  const { fields, line } = record;
  const at = (field: number) => format.columns[field]?.name ?? null;
  const shown = (text: string) => excerpt(bytewise ? decoded(text) : text);
  const whole = shown(fields.join(format.delimiter));
  if (record.problem) return { line, column: null, value: whole, code: record.problem, params: {} };
  if (fields.reduce((size, field) => size + field.length + 1, 0) > longestLine) {
    return { line, column: null, value: whole, code: 'line_too_long', params: { most: longestLine } };
  }
  const nul = fields.findIndex((field) => field.includes('\0'));
  if (nul >= 0) return { line, column: at(nul), value: shown(fields[nul] ?? '').replaceAll('\0', '␀'), code: 'nul_byte', params: {} };
  if (fields.length < format.width || filled(fields) > format.width) {
    return { line, column: null, value: whole, code: 'ragged_row', params: { expected: format.width, found: fields.length } };
  }
  const broken = bytewise ? fields.findIndex((field) => !ascii.test(field) && !isUtf8(Buffer.from(field, 'latin1'))) : -1;
  return broken < 0 ? null : { line, column: at(broken), value: shown(fields[broken] ?? ''), code: 'invalid_utf8', params: {} };
}

/** What of a line is shown to people. */
export const excerpt = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
