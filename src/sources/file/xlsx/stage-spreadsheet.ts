import type { DuckDBConnection } from '@duckdb/node-api';
import type { DetectedFormat, InputFile, RowReject, StageReport } from '../contract-types.ts';
import { filled } from '../detect/dialect.ts';
import { countRows } from '../stage/count-rows.ts';
import { CsvWriter, rowText } from '../stage/csv-writer.ts';
import { readWrittenSql } from '../stage/read-csv-sql.ts';
import { excerpt } from '../stage/rewrite.ts';
import { withTemporaryFile } from '../stage/temporary.ts';
import { findSheet } from './detect-spreadsheet.ts';
import { sheetRows } from './sheet-rows.ts';
import { withWorkbook } from './workbook.ts';

/** Loads one sheet into `table`, by way of a plain CSV: DuckDB reads that fast, and no more than a few rows are ever held. */
export async function stageSpreadsheet(
  connection: DuckDBConnection,
  file: InputFile,
  format: DetectedFormat,
  table: string,
  temporary: string | null,
): Promise<StageReport> {
  return withTemporaryFile(temporary, async (path) => {
    const rejects: RowReject[] = [];
    const writer = new CsvWriter(path);
    const above = format.skip + (format.header ? 1 : 0);
    await withWorkbook(file, async (workbook) => {
      for await (const { line, cells } of sheetRows(workbook, findSheet(workbook, format.sheet ?? 1))) {
        if (line <= above || filled(cells) === 0) continue;
        const found = filled(cells);
        if (found > format.width) {
          rejects.push({
            line,
            column: null,
            value: excerpt(cells.join(' | ')),
            code: 'ragged_row',
            params: { expected: format.width, found },
          });
          continue;
        }
        const nul = cells.findIndex((cell) => cell.includes('\0'));
        if (nul >= 0) {
          rejects.push({ line, column: format.columns[nul]?.name ?? null, value: excerpt(cells[nul] ?? ''), code: 'nul_byte', params: {} });
          continue;
        }
        const full = writer.row(line, rowText(cells.slice(0, format.columns.length), format.columns.length));
        if (full) await full;
      }
    });
    await writer.end();
    const names = format.columns.map(({ name }) => name);
    await connection.run(`CREATE OR REPLACE TABLE ${table} AS FROM ${readWrittenSql(path, names)}`);
    return { rows: await countRows(connection, table), rejects };
  });
}
