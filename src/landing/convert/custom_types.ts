import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import type { RowSource, SourceColumn } from './row_source.ts';

const { identifier } = duckdbDialect;

/** Text that is clearly a number, date or boolean and comes back the same: `0049`, `1.50` and a telephone number are text. */
const forms: readonly { readonly type: string; readonly form: string }[] = [
  { type: 'BIGINT', form: '-?(0|[1-9]\\d{0,14})' },
  { type: 'DOUBLE', form: '-?(0|[1-9]\\d{0,9})(\\.\\d{0,4}[1-9])?' },
  { type: 'DATE', form: '\\d{4}-\\d{2}-\\d{2}' },
  { type: 'BOOLEAN', form: 'true|false' },
];

/** Boolean SQL: the text is no value of that type that comes back the same. Null for types that hold every text. */
export const misfitSql = (column: string, type: string): string | null => {
  const form = forms.find((known) => known.type === type)?.form;
  if (form === undefined) return null;
  const value = `trim(${identifier(column)})`;
  const cast = type === 'DATE' ? ` and try_cast(${value} as DATE) is not null` : '';
  return `not coalesce(${value} = '' or (regexp_full_match(${value}, '${form}')${cast}), true)`;
};

/** By the sample alone: right for all rows, or `misfitSql` finds one. */
const sampledType = (column: SourceColumn): string => {
  const samples = column.format?.samples ?? [];
  const fits = (type: string): boolean =>
    samples.every((sample) => new RegExp(`^(${forms.find((known) => known.type === type)?.form})$`).test(sample.trim()));
  return (kinds[column.format?.kind ?? 'text'] ?? []).toReversed().find(fits) ?? 'VARCHAR';
};

const kinds: Readonly<Record<string, readonly string[]>> = {
  integer: ['BIGINT'],
  number: ['BIGINT', 'DOUBLE'],
  date: ['DATE'],
  boolean: ['BOOLEAN'],
};

const typedAs = (type: string): string => {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type)) return 'BIGINT';
  if (/^(FLOAT|DOUBLE|DECIMAL.*)$/.test(type)) return 'DOUBLE';
  return ['DATE', 'BOOLEAN'].includes(type) ? type : 'VARCHAR';
};

/** The narrowest type that keeps every value of each column; one look at all rows of those that look typed in the sample. */
export const customTypes = async (run: Run, source: RowSource, columns: readonly SourceColumn[]): Promise<ReadonlyMap<string, string>> => {
  const types = new Map<string, string>();
  const tests: { readonly column: string; readonly type: string; readonly sql: string }[] = [];
  for (const column of columns) {
    if (column.type !== 'VARCHAR') {
      types.set(column.name, typedAs(column.type));
      continue;
    }
    if (source.scan) {
      types.set(column.name, sampledType(column));
      continue;
    }
    for (const type of kinds[column.format?.kind ?? 'text'] ?? []) {
      tests.push({ column: column.name, type, sql: `not bool_or(${misfitSql(column.name, type)})` });
    }
  }
  if (tests.length === 0) return types;
  const [row] = await run(`select ${tests.map((test, index) => `${test.sql} as t${index}`).join(', ')} from ${source.relation}`);
  tests.forEach((test, index) => {
    if (row?.[`t${index}`] === true && !types.has(test.column)) types.set(test.column, test.type);
  });
  return types;
};

/** The type that holds what both hold. */
export const widest = (a: string, b: string): string => {
  if (a === b) return a;
  const numbers = ['BIGINT', 'DOUBLE'];
  return numbers.includes(a) && numbers.includes(b) ? 'DOUBLE' : 'VARCHAR';
};
