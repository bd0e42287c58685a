import type { DuckDBConnection } from '@duckdb/node-api';
import type { DetectedFormat, Discovery, FormatOverrides, InputFile, StageReport } from '../sources/file/contract-types.ts';

/** What landing needs of the files' side (`src/sources/file`). */
export interface FileReader {
  discover(paths: readonly string[]): Promise<Discovery>;
  detect(file: InputFile, overrides: FormatOverrides): Promise<DetectedFormat>;
  /**
   * How DuckDB reads the file as it lies, without a copy, where it can; `_line` is not among its columns. What it cannot read it
   * notes in the temporary tables `errors` and `scans`.
   */
  scan(file: InputFile, format: DetectedFormat, tables: { readonly errors: string; readonly scans: string }): string | null;
  /** Makes `table` (schema-qualified, quoted) with the file's columns and `_line`. */
  stage(connection: DuckDBConnection, file: InputFile, format: DetectedFormat, table: string, temporary: string): Promise<StageReport>;
}
