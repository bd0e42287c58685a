import type { DuckDBConnection } from '@duckdb/node-api';
import type { DetectedFormat, InputFile, RowReject, StageReport } from '../contract-types.ts';
import { describe } from '../detect/detect-typed.ts';
import { countRows } from './count-rows.ts';
import { isObject, jsonColumn, jsonRowsSql } from './read-json-sql.ts';
import { parquetSql, readParquetSql } from './read-parquet-sql.ts';
import { excerpt } from './rewrite.ts';

/** Loads a Parquet file into `table`, with its own types. */
export async function stageParquet(
  connection: DuckDBConnection,
  file: InputFile,
  format: DetectedFormat,
  table: string,
): Promise<StageReport> {
  const described = await describe(connection, parquetSql(file.path));
  const names = format.columns.map(({ name }) => name);
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS FROM ${readParquetSql(file.path, described, names)}`);
  await connection.run(`ALTER TABLE ${table} ADD COLUMN _line BIGINT`);
  await connection.run(`UPDATE ${table} SET _line = rowid + 1`);
  return { rows: await countRows(connection, table), rejects: [] };
}

/** Loads JSON objects into `table`; lines that hold none are reported. */
export async function stageJson(
  connection: DuckDBConnection,
  file: InputFile,
  format: DetectedFormat,
  table: string,
): Promise<StageReport> {
  const source = jsonRowsSql(file, format.layout ?? 'lines');
  const columns = format.columns.map(({ name, key, type }) => jsonColumn(key ?? name, type, name));
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${columns.join(', ')}, _line FROM ${source} WHERE ${isObject}`);
  const bad = await connection.runAndReadAll(
    `SELECT _line, left(json, 201) FROM ${source} WHERE trim(json) <> '' AND NOT coalesce(${isObject}, false) ORDER BY _line`,
  );
  const rejects = bad.getRows().map(
    ([line, text]): RowReject => ({
      line: Number(line),
      column: null,
      value: excerpt(String(text ?? '')),
      code: 'invalid_json_line',
      params: {},
    }),
  );
  return { rows: await countRows(connection, table), rejects };
}
