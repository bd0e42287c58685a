import type { DetectedFormat } from '../contract-types.ts';
import { sqlName, sqlText } from '../sql.ts';

/** Names of the tables in which DuckDB collects the lines that it could not read. */
export interface RejectTables {
  readonly errors: string;
  readonly scans: string;
}

/** A line that is longer is refused (`line_too_long`). */
export const longestLine = 2_000_000;

/**
 * `read_csv` with nothing left to guess: every column text, the empty text kept as such. Columns dropped at the end of the
 * table are read as `_dropped1`… and not handed on.
 */
export function readCsvSql(path: string, format: DetectedFormat, rejects: RejectTables): string {
  const dropped = Array.from({ length: Math.max(0, format.width - format.columns.length) }, (_, at) => `_dropped${at + 1}`);
  const names = format.columns.map(({ name }) => name);
  const call = csvCall(path, [...names, ...dropped], {
    delim: sqlText(format.delimiter),
    quote: sqlText(format.quote),
    escape: sqlText(format.quote),
    header: String(format.header),
    skip: String(format.skip),
    new_line: "'\\n'",
    store_rejects: 'true',
    rejects_table: sqlText(rejects.errors),
    rejects_scan: sqlText(rejects.scans),
  });
  return `(SELECT ${names.map(sqlName).join(', ')} FROM ${call})`;
}

/** Reads what `CsvWriter` wrote. */
export function readWrittenSql(path: string, names: readonly string[]): string {
  const call = csvCall(path, ['_line', ...names], { delim: 'chr(31)', quote: `'"'`, escape: `'"'`, header: 'false' }, ['_line']);
  return `(SELECT ${[...names.map(sqlName), '_line'].join(', ')} FROM ${call})`;
}

function csvCall(
  path: string,
  names: readonly string[],
  options: Readonly<Record<string, string>>,
  numbers: readonly string[] = [],
): string {
  const types = names.map((name) => `${sqlText(name)}: ${numbers.includes(name) ? "'BIGINT'" : "'VARCHAR'"}`);
  const texts = names.filter((name) => !numbers.includes(name)).map(sqlText);
  const all = {
    auto_detect: 'false',
    columns: `{${types.join(', ')}}`,
    force_not_null: `[${texts.join(', ')}]`,
    max_line_size: String(longestLine),
    compression: path.toLowerCase().endsWith('.gz') ? "'gzip'" : "'none'",
    ...options,
  };
  const listed = Object.entries(all).map(([name, value]) => `${name} = ${value}`);
  return `read_csv(${sqlText(globless(path))}, ${listed.join(', ')})`;
}

/** DuckDB reads `*`, `?` and `[` in a path as a pattern: each is put in brackets, where it stands for itself. */
export function globless(path: string): string {
  return path.replaceAll(/[*?[]/g, '[$&]');
}
