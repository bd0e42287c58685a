import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { ColumnKind, DetectedFormat, InputFile } from '../../sources/file/contract-types.ts';
import type { FileReader } from '../reader.ts';

const scan = (file: InputFile, delimiter: string): string =>
  `read_csv('${file.path}', header = true, all_varchar = true, delim = '${delimiter}', quote = '"', escape = '"', nullstr = '', strict_mode = false, null_padding = true)`;

/** Columns whose kind a test needs say it in their name: `size__integer`. */
const kindOf = (name: string): ColumnKind => {
  const said = name.split('__')[1];
  return said === 'integer' || said === 'number' || said === 'date' || said === 'boolean' ? said : 'text';
};

/** A reader of plain CSV files, so that tests of landing do not stand on those of `src/sources/file`. */
export const plainCsv: FileReader = {
  discover: async (paths) => ({
    files: paths.map((path): InputFile => {
      const name = basename(path);
      return { path, name, stem: name.replace(/\.[^.]*$/, ''), kind: 'delimited', gzip: false, bytes: statSync(path).size };
    }),
    ignored: [],
  }),
  detect: async (file, overrides): Promise<DetectedFormat> => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const delimiter = overrides.delimiter ?? ',';
    const names = (await connection.runAndReadAll(`from ${scan(file, delimiter)} limit 0`)).columnNames();
    connection.closeSync();
    instance.closeSync();
    return {
      kind: 'delimited',
      encoding: 'utf-8',
      bom: false,
      delimiter,
      quote: '"',
      header: true,
      skip: 0,
      sheet: null,
      sheets: [],
      decimal: '.',
      thousands: null,
      dates: overrides.dates ?? null,
      width: names.length,
      newline: '\n',
      lines: null,
      layout: null,
      direct: false,
      columns: names.map((name) => ({
        name,
        kind: kindOf(name),
        dates: null,
        dateChoices: [],
        decimal: null,
        thousands: null,
        numberDoubt: false,
        samples: [],
        type: 'VARCHAR',
      })),
    };
  },
  scan: () => null,
  stage: async (connection, file, format, table) => {
    await connection.run(`create table ${table} as select *, row_number() over () + 1 as _line from ${scan(file, format.delimiter)}`);
    return { rows: 0, rejects: [] };
  },
};
