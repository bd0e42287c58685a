import { CuadroError } from '../../../model/error.ts';
import type { DetectedFormat, FormatOverrides, InputFile } from '../contract-types.ts';
import { RecordReader } from '../read/records.ts';
import { guessColumns } from './column-guess.ts';
import { columnNames } from './column-names.ts';
import { type Dialect, detectDialect, filled } from './dialect.ts';
import { statedEncoding } from './encoding.ts';
import { looksLikeHeader } from './header.ts';
import { survey } from './survey.ts';

/** Rows that decide what the columns are. */
const sampleRows = 10_000;
export const mostColumns = 4_000;

/** Format of a delimited text file. @throws no_rows, too_many_columns, unknown_encoding */
export async function detectDelimited(file: InputFile, overrides: FormatOverrides): Promise<DetectedFormat> {
  const stated = overrides.encoding === undefined ? null : statedEncoding(overrides.encoding);
  const facts = await survey(file, stated);
  const { delimiter, quote, skip } = overrides;
  const dialect = detectDialect(facts.head, facts.whole, {
    ...(delimiter === undefined ? tabIfTsv(file, facts.head) : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(skip === undefined ? {} : { skip }),
  });
  const [first, ...rest] = headRows(facts.head, facts.whole, dialect);
  if (first === undefined) throw new CuadroError({ code: 'no_rows', where: file.path });
  const header =
    overrides.header ??
    looksLikeHeader(
      first.fields,
      rest.slice(0, 500).map(({ fields }) => fields),
    );
  const below = header ? rest : [first, ...rest];
  const width = tableWidth(
    header ? first.fields : null,
    below.map(({ fields }) => fields),
    dialect.width,
  );
  if (width > mostColumns)
    throw new CuadroError({ code: 'too_many_columns', where: file.path, params: { columns: width, most: mostColumns } });
  const fit = (fields: readonly string[]) =>
    fields.length >= Math.min(width, 2) && filled(fields) <= width && (width === 1 || fields.length >= width);
  const rows = below.map(({ fields }) => fields).filter(fit);
  const later = facts.slices.flatMap((slice) => sliceRows(slice, dialect)).filter(fit);
  const sample = thinned([...rows, ...later]);
  const kept = keptWidth(header ? first.fields : [], sample, width);
  const names = columnNames(header ? first.fields : [], kept);
  const columns = names.map((name, at) => ({ name, type: 'VARCHAR', values: sample.map((row) => row[at] ?? '') }));
  const guess = guessColumns(columns, statedMarks(overrides));
  const lineBreaks =
    rows.some((row) => row.some((cell) => cell.includes('\n'))) || facts.head.includes('\n\n') || facts.head.includes('\n\r\n');
  const byLine = !facts.nul && !dialect.mixedEnds && !lineBreaks && dialect.newline === '\n' && dialect.delimiter !== ' ' && width > 1;
  return {
    kind: 'delimited',
    encoding: facts.encoding,
    bom: facts.bom,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    header,
    skip: dialect.skip,
    sheet: null,
    sheets: [],
    decimal: guess.marks.decimal,
    thousands: guess.marks.thousands,
    dates: overrides.dates ?? null,
    columns: guess.columns,
    width,
    newline: dialect.newline,
    lines: facts.lines,
    layout: null,
    byLine,
    direct: byLine && facts.encoding === 'utf-8',
  };
}

export const statedMarks = ({ decimal, thousands, dates }: FormatOverrides) => ({
  ...(decimal === undefined ? {} : { decimal }),
  ...(thousands === undefined ? {} : { thousands }),
  ...(dates === undefined ? {} : { dates }),
});

/** A name that ends in .tsv or .tab is believed if there is a tab. */
function tabIfTsv(file: InputFile, head: string): { delimiter?: string } {
  return /\.(tsv|tab)$/i.test(file.name) && head.slice(0, 10_000).includes('\t') ? { delimiter: '\t' } : {};
}

function headRows(head: string, whole: boolean, dialect: Dialect) {
  const reader = new RecordReader(dialect);
  const records = [...reader.push(head), ...(whole ? reader.end() : [])];
  return records.filter(({ line, problem }) => line > dialect.skip && problem === null);
}

/** Records of a piece from the middle: the first line is cut, so it goes; so does the last. */
function sliceRows(slice: string, dialect: Dialect): (readonly string[])[] {
  const start = slice.indexOf(dialect.newline) + 1;
  const end = slice.lastIndexOf(dialect.newline) + 1;
  const reader = new RecordReader(dialect);
  return reader
    .push(slice.slice(start, Math.max(start, end)))
    .filter(({ problem }) => problem === null)
    .map(({ fields }) => fields);
}

/**
 * Cells that a row must have: as many as the header, or as most rows have if the header names fewer, or if those that it has
 * beyond are empty.
 */
function tableWidth(header: readonly string[] | null, rows: readonly (readonly string[])[], common: number): number {
  if (header === null) return common;
  const times = new Map<number, number>();
  for (const row of rows) times.set(row.length, (times.get(row.length) ?? 0) + 1);
  const [most] = [...times].sort(([, a], [, b]) => b - a);
  if (most === undefined || most[1] < rows.length / 2) return header.length;
  const usual = most[0];
  if (usual > header.length) return rows.some((row) => row.length === usual && filled(row) > header.length) ? usual : header.length;
  return filled(header) <= usual ? usual : header.length;
}

/** Without the columns at the end that have neither a name nor, in the sample, a value. */
export function keptWidth(header: readonly string[], rows: readonly (readonly string[])[], width: number): number {
  let kept = width;
  while (kept > 1 && (header[kept - 1] ?? '').trim() === '' && rows.every((row) => (row[kept - 1] ?? '').trim() === '')) kept -= 1;
  return kept;
}

/** Rows from all over the sample, in order, not more than are needed. */
export function thinned<T>(rows: readonly T[]): readonly T[] {
  if (rows.length <= sampleRows) return rows;
  const step = rows.length / sampleRows;
  return Array.from({ length: sampleRows }, (_, at) => rows[Math.floor(at * step)]).filter((row) => row !== undefined);
}
