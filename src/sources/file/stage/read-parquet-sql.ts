import { sqlName, sqlText } from '../sql.ts';
import { globless } from './read-csv-sql.ts';

export interface TypedColumn {
  /** In the file. */
  readonly name: string;
  /** DuckDB's. */
  readonly type: string;
}

const scalar =
  /^(BOOLEAN|U?(BIG|SMALL|TINY|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(\d+,\s?\d+\)|DATE|TIMESTAMP|TIMESTAMP WITH TIME ZONE|TIMESTAMP_(S|MS|NS))$/;
const nested = (type: string): boolean => /[[(]/.test(type) && !type.startsWith('DECIMAL');

/** What a Parquet column is once it is staged: lists and records become JSON, and what the model has no type for, text. */
export function stagedType(type: string): string {
  if (/^TIMESTAMP_(S|MS|NS)$/.test(type)) return 'TIMESTAMP';
  return scalar.test(type) ? type : 'VARCHAR';
}

export const parquetSql = (path: string): string => `read_parquet(${sqlText(globless(path))})`;

/** A FROM-able expression with the file's columns under `names`, staged types. */
export function readParquetSql(path: string, columns: readonly TypedColumn[], names: readonly string[]): string {
  const items = columns.map(({ name, type }, at) => {
    const staged = stagedType(type);
    const value = nested(type) ? `to_json(${sqlName(name)})::VARCHAR` : type === staged ? sqlName(name) : `${sqlName(name)}::${staged}`;
    return `${value} AS ${sqlName(names[at] ?? name)}`;
  });
  return `(SELECT ${items.join(', ')} FROM ${parquetSql(path)})`;
}
