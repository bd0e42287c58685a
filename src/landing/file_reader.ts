import { detectFormat } from '../sources/file/detect-format.ts';
import { discoverFiles } from '../sources/file/discover.ts';
import { readCsvSql } from '../sources/file/stage/read-csv-sql.ts';
import { stageFile } from '../sources/file/stage-file.ts';
import { duckdbDialect } from '../warehouse/duckdb/dialect.ts';
import type { FileReader } from './reader.ts';

const { identifier } = duckdbDialect;

/** Rows of nothing but delimiters are no rows. */
const notBlank = (columns: readonly string[]): string =>
  `not (${columns.map((column) => `trim(${identifier(column)}) = ''`).join(' and ')})`;

/** Every kind of file that Cuadro reads. */
export const fileReader: FileReader = {
  discover: discoverFiles,
  detect: detectFormat,
  scan: (file, format, tables) => {
    if (file.kind !== 'delimited' || !format.direct) return null;
    const names = format.columns.map(({ name }) => name);
    return `(select * from ${readCsvSql(file.path, format, tables)} where ${notBlank(names)})`;
  },
  stage: stageFile,
};
