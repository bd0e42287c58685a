import type { DuckDBConnection } from '@duckdb/node-api';
import type { DetectedFormat, Discovery, FormatOverrides, InputFile, StageReport } from '../sources/file/contract-types.ts';

/** What landing needs of the files' side (`src/sources/file`). */
export interface FileReader {
  discover(paths: readonly string[]): Promise<Discovery>;
  detect(file: InputFile, overrides: FormatOverrides): Promise<DetectedFormat>;
  /** Makes `table` (schema-qualified, quoted) with the file's columns and `lineColumn`. */
  stage(connection: DuckDBConnection, file: InputFile, format: DetectedFormat, table: string): Promise<StageReport>;
}
