import type { DuckDBConnection } from '@duckdb/node-api';
import { CuadroError } from '../../../model/error.ts';
import type { DetectedFormat, RowReject } from '../contract-types.ts';
import { sqlName } from '../sql.ts';
import type { RejectTables } from './read-csv-sql.ts';
import { excerpt } from './rewrite.ts';

/** More unreadable lines than this are no accident: the format is wrong. */
const mostRejects = 500_000;

/**
 * The lines that DuckDB refused. `sound` is false when one of them may have swallowed others (an open quote): then DuckDB's
 * account of the file cannot be trusted.
 * @throws too_many_bad_lines
 */
export async function collectRejects(
  connection: DuckDBConnection,
  tables: RejectTables,
  format: DetectedFormat,
): Promise<{ rejects: RowReject[]; sound: boolean }> {
  const errors = sqlName(tables.errors);
  const kinds = await connection.runAndReadAll(`SELECT error_type::VARCHAR, count(*) FROM ${errors} GROUP BY 1`);
  const types = kinds.getRows().map(([type, count]) => ({ type: String(type), count: Number(count) }));
  if (types.some(({ type }) => !['MISSING COLUMNS', 'TOO MANY COLUMNS', 'INVALID ENCODING'].includes(type)))
    return { rejects: [], sound: false };
  const total = types.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { rejects: [], sound: true };
  const reader = await connection.runAndReadAll(
    `SELECT line, any_value(error_type)::VARCHAR, any_value(left(csv_line, 201)), any_value(error_message), min(column_idx) ` +
      `FROM ${errors} GROUP BY line ORDER BY line LIMIT ${mostRejects + 1}`,
  );
  const rows = reader.getRows();
  if (rows.length > mostRejects) throw new CuadroError({ code: 'too_many_bad_lines', params: { most: mostRejects } });
  const rejects = rows.map(([line, type, text, message, column]): RowReject => {
    const value = excerpt(String(text ?? ''));
    if (type === 'INVALID ENCODING') {
      return { line: Number(line), column: format.columns[Number(column) - 1]?.name ?? null, value, code: 'invalid_utf8', params: {} };
    }
    const found = Number(/Found: (\d+)/.exec(String(message))?.[1] ?? 0);
    return { line: Number(line), column: null, value, code: 'ragged_row', params: { expected: format.width, found } };
  });
  return { rejects, sound: true };
}

export async function dropRejects(connection: DuckDBConnection, tables: RejectTables): Promise<void> {
  for (const name of [tables.errors, tables.scans]) await connection.run(`DROP TABLE IF EXISTS temp.${sqlName(name)}`);
}
