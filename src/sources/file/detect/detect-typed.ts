import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { CuadroError } from '../../../model/error.ts';
import type { ColumnFormat, DetectedFormat, FormatOverrides, InputFile } from '../contract-types.ts';
import { readHead } from '../read/bytes.ts';
import { sqlName } from '../sql.ts';
import { isObject, jsonColumn, jsonColumnType, jsonEntryType, jsonRowsSql } from '../stage/read-json-sql.ts';
import { parquetSql, stagedType } from '../stage/read-parquet-sql.ts';
import { guessColumns, type SampledColumn } from './column-guess.ts';
import { columnNames } from './column-names.ts';
import { mostColumns, statedMarks } from './detect-delimited.ts';

const sampleRows = 10_000;

/** A column of the file, under its own name. */
interface OwnColumn {
  readonly key: string;
  readonly type: string;
  /** SQL that gives it, as text, over `source`. */
  readonly text: string;
}

interface Contents {
  readonly columns: readonly OwnColumn[];
  readonly source: string;
  readonly layout: DetectedFormat['layout'];
}

/**
 * Format of a Parquet or JSON file: its own names and types; a kind is guessed only for columns of text.
 * @throws damaged_file, no_rows, too_many_columns
 */
export async function detectTyped(file: InputFile, overrides: FormatOverrides): Promise<DetectedFormat> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run("SET timezone = 'UTC'");
    const contents = file.kind === 'parquet' ? await parquetContents(connection, file) : await jsonContents(connection, file);
    const { columns: own, source, layout } = contents;
    if (own.length === 0) throw new CuadroError({ code: 'no_rows', where: file.path });
    if (own.length > mostColumns)
      throw new CuadroError({ code: 'too_many_columns', where: file.path, params: { columns: own.length, most: mostColumns } });
    const reader = await connection.runAndReadAll(`SELECT ${own.map(({ text }) => text).join(', ')} FROM ${source} LIMIT ${sampleRows}`);
    const rows = reader.getRows();
    const names = namesOf(own);
    const columns = own.map(
      ({ type }, at): SampledColumn => ({
        name: names[at] ?? '',
        type,
        values: rows.map((row) => String(row[at] ?? '')),
      }),
    );
    const guess = guessColumns(
      columns.filter(({ type }) => type === 'VARCHAR'),
      statedMarks(overrides),
    );
    const guessed = new Map(guess.columns.map((column) => [column.name, column]));
    return {
      kind: file.kind,
      encoding: 'utf-8',
      bom: false,
      delimiter: '',
      quote: '',
      header: true,
      skip: 0,
      sheet: null,
      sheets: [],
      decimal: guess.marks.decimal,
      thousands: guess.marks.thousands,
      dates: overrides.dates ?? null,
      columns: columns.map((column, at) => keyed(guessed.get(column.name) ?? typedColumn(column), own[at]?.key)),
      width: columns.length,
      newline: '\n',
      lines: null,
      layout,
      direct: true,
    };
  } catch (error) {
    if (error instanceof CuadroError) throw error;
    throw new CuadroError({ code: 'damaged_file', where: file.path, params: { said: file.kind }, found: messageOf(error), cause: error });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const keyed = (column: ColumnFormat, key: string | undefined): ColumnFormat =>
  key === undefined || key === column.name ? column : { ...column, key };

const namesOf = (columns: readonly { readonly key: string }[]): string[] =>
  columnNames(
    columns.map(({ key }) => key),
    columns.length,
  );

const messageOf = (error: unknown): string => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)).slice(0, 200);

async function parquetContents(connection: DuckDBConnection, file: InputFile): Promise<Contents> {
  const source = parquetSql(file.path);
  const described = await describe(connection, source);
  const columns = described.map(({ name, type }) => ({ key: name, type: stagedType(type), text: `${sqlName(name)}::VARCHAR` }));
  return { columns, source, layout: null };
}

/** Names and types of a FROM-able expression. */
export async function describe(connection: DuckDBConnection, source: string): Promise<{ name: string; type: string }[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE FROM ${source}`);
  return reader.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

async function jsonContents(connection: DuckDBConnection, file: InputFile): Promise<Contents> {
  const layout = await jsonLayout(connection, file);
  const source = `(SELECT json FROM ${jsonRowsSql(file, layout)} WHERE ${isObject})`;
  const columns = await jsonKeys(connection, source);
  return { columns: columns.map((column) => ({ ...column, text: jsonColumn(column.key, 'VARCHAR', column.key) })), source, layout };
}

/** Every key of the file with the type that all its values have; in order of appearance. */
async function jsonKeys(connection: DuckDBConnection, source: string): Promise<{ key: string; type: string }[]> {
  const reader = await connection.runAndReadAll(
    `SELECT one.key, list(DISTINCT ${jsonEntryType('one')}), min(found.at) AS first, min(one.id) AS place ` +
      `FROM (SELECT row_number() OVER () AS at, json FROM ${source}) AS found, json_each(found.json) AS one GROUP BY 1 ORDER BY first, place`,
  );
  return reader.getRowObjectsJson().map((row) => ({ key: String(row.key), type: jsonColumnType(texts(Object.values(row)[1])) }));
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

async function jsonLayout(connection: DuckDBConnection, file: InputFile): Promise<'lines' | 'array' | 'objects'> {
  const head = (await readHead(file, 4096))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (head.startsWith('[')) return 'array';
  const reader = await connection.runAndReadAll(
    `SELECT count(*) FILTER (WHERE ${isObject}), count(*) FILTER (WHERE trim(json) <> '') FROM (SELECT * FROM ${jsonRowsSql(file, 'lines')} LIMIT 1000)`,
  );
  const [sound, all] = reader.getRows()[0]?.map(Number) ?? [];
  // An object over several lines begins with a line that is no object.
  return (sound ?? 0) >= (all ?? 0) / 2 ? 'lines' : 'objects';
}

function typedColumn({ name, type, values }: SampledColumn): ColumnFormat {
  const kind = type === 'BOOLEAN' ? 'boolean' : type === 'DATE' ? 'date' : type.startsWith('TIMESTAMP') ? 'datetime' : null;
  const whole = /^U?(BIG|SMALL|TINY|HUGE)?INT(EGER)?$/.test(type);
  const samples = [...new Set(values.filter((value) => value !== ''))].slice(0, 5);
  return {
    name,
    type,
    kind: kind ?? (whole ? 'integer' : 'number'),
    samples,
    dates: null,
    dateChoices: [],
    decimal: '.',
    thousands: null,
    numberDoubt: false,
  };
}
