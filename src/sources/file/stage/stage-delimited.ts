import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DetectedFormat, InputFile, StageReport } from '../contract-types.ts';
import { readText } from '../read/decode.ts';
import { sqlName } from '../sql.ts';
import { countRows } from './count-rows.ts';
import { type RejectTables, readCsvSql, readWrittenSql } from './read-csv-sql.ts';
import { collectRejects, dropRejects } from './rejects.ts';
import { rewriteDelimited } from './rewrite.ts';
import { withTemporaryFile } from './temporary.ts';

/**
 * Loads a delimited file into `table`. DuckDB reads it as it is wherever that is exact: every row on a line of its own, nothing
 * but ragged lines or bytes that are no text among what it refuses. Else the file is written anew first, which is slower.
 */
export async function stageDelimited(
  connection: DuckDBConnection,
  file: InputFile,
  format: DetectedFormat,
  table: string,
  temporary: string | null,
): Promise<StageReport> {
  if (format.byLine) {
    const report = format.direct ? await stageDirectly(connection, file, format, table) : await stageDecoded();
    if (report) return report;
  }
  return withTemporaryFile(temporary, async (path) => {
    const rejects = await rewriteDelimited(file, format, path);
    const names = format.columns.map(({ name }) => name);
    await connection.run(`CREATE OR REPLACE TABLE ${table} AS FROM ${readWrittenSql(path, names)}`);
    return { rows: await countRows(connection, table), rejects };
  });

  function stageDecoded(): Promise<StageReport | null> {
    return withTemporaryFile(temporary, async (path) => {
      await pipeline(readText(file, format.encoding), createWriteStream(path));
      return stageDirectly(connection, { ...file, path, gzip: false }, { ...format, encoding: 'utf-8', direct: true }, table);
    });
  }
}

/** Null when the file has to be written anew; `table` may exist then. */
async function stageDirectly(
  connection: DuckDBConnection,
  file: InputFile,
  format: DetectedFormat,
  table: string,
): Promise<StageReport | null> {
  const tables: RejectTables = { errors: rejectName(table, 'errors'), scans: rejectName(table, 'scans') };
  try {
    await connection.run(`CREATE OR REPLACE TABLE ${table} AS FROM ${readCsvSql(file.path, format, tables)}`);
    const { rejects, sound } = await collectRejects(connection, tables, format);
    if (!sound) return null;
    const rows = await countRows(connection, table);
    const above = format.skip + (format.header ? 1 : 0);
    const rejected = [...new Set(rejects.map(({ line }) => line))].sort((a, b) => a - b);
    // Blank lines and rows over several lines make more lines than rows: then the place of a row does not give its line.
    if (format.lines !== above + rows + rejected.length) return null;
    await numberLines(connection, table, above, rejected);
    const deleted = await deleteBlank(connection, table, format);
    return { rows: rows - deleted, rejects };
  } catch (error) {
    // Zeros after a .gz, as tapes and some servers leave them, are more than DuckDB takes.
    if (error instanceof Error && /CSV|Invalid Input Error|GZIP/.test(error.message)) return null;
    throw error;
  } finally {
    await dropRejects(connection, tables);
  }
}

const rejectName = (table: string, part: string): string => `_cuadro_${table.replaceAll(/\W+/g, '_')}_${part}`;

/** `_line`: the place in the table, moved down by the lines above and by each rejected line before. */
async function numberLines(connection: DuckDBConnection, table: string, above: number, rejected: readonly number[]): Promise<void> {
  await connection.run(`ALTER TABLE ${table} ADD COLUMN _line BIGINT`);
  await connection.run(`UPDATE ${table} SET _line = rowid + ${above + 1}`);
  if (rejected.length === 0) return;
  // The j-th rejected line is followed by rows that lie j lines deeper than their place says.
  const steps = rejected.map(
    (line, at) =>
      `(${line - above - 1 - at}, ${rejected[at + 1] === undefined ? 'NULL' : (rejected[at + 1] ?? 0) - above - 2 - at}, ${at + 1})`,
  );
  await connection.run(
    `UPDATE ${table} AS t SET _line = t.rowid + ${above + 1} + shift.moved FROM (VALUES ${steps.join(', ')}) shift(start, stop, moved) ` +
      'WHERE t.rowid >= shift.start AND t.rowid < coalesce(shift.stop, 9223372036854775807)',
  );
}

/** Lines of nothing but delimiters, as spreadsheets leave at the end of what they export. */
async function deleteBlank(connection: DuckDBConnection, table: string, format: DetectedFormat): Promise<number> {
  const blank = format.columns.map(({ name }) => `trim(${sqlName(name)}) = ''`).join(' AND ');
  const result = await connection.run(`DELETE FROM ${table} WHERE ${blank}`);
  return Number(result.rowsChanged);
}
