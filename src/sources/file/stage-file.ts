import type { DuckDBConnection } from '@duckdb/node-api';
import type { DetectedFormat, InputFile, StageReport } from './contract-types.ts';
import { stageDelimited } from './stage/stage-delimited.ts';
import { stageJson, stageParquet } from './stage/stage-typed.ts';
import { stageSpreadsheet } from './xlsx/stage-spreadsheet.ts';

/**
 * Loads a file into `table` (SQL: quoted, with its schema) of the connection's database. Columns of text files and spreadsheets
 * are VARCHAR as they came, the empty text kept; Parquet and JSON keep their types. `_line` tells where each row stands.
 * Rows that cannot be read are reported, not loaded; rows without any value are neither.
 * `temporary` is a folder for what has to be written in between; without it, the system's.
 */
export async function stageFile(
  connection: DuckDBConnection,
  file: InputFile,
  format: DetectedFormat,
  table: string,
  temporary: string | null = null,
): Promise<StageReport> {
  switch (file.kind) {
    case 'delimited':
      return stageDelimited(connection, file, format, table, temporary);
    case 'xlsx':
      return stageSpreadsheet(connection, file, format, table, temporary);
    case 'parquet':
      return stageParquet(connection, file, format, table);
    case 'jsonl':
      return stageJson(connection, file, format, table);
  }
}
