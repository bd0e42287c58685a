import type { FieldType } from './field.ts';

export interface DayRange {
  /** YYYY-MM-DD, both included. */
  readonly start: string;
  readonly end: string;
}

/**
 * How one database spells what Cuadro asks of it. Arguments and results are SQL texts unless they say otherwise.
 * The rest of the SQL that Cuadro prints (WITH, joins, GROUP BY, window functions, CASE) is the same everywhere.
 */
export interface Dialect {
  readonly name: 'duckdb' | 'clickhouse';
  identifier(name: string): string;
  /** A string constant; `value` is the plain text. */
  text(value: string): string;
  number(value: number): string;
  boolean(value: boolean): string;
  /** A date constant from YYYY-MM-DD. */
  date(value: string): string;
  /** The column type of a field. */
  columnType(type: FieldType): string;
  /** A typed null, for branches of a UNION. */
  nullOf(type: FieldType): string;
  /** `day + count` where count is a whole number in SQL or TypeScript. */
  addDays(day: string, count: string | number): string;
  /** Whole days from one date to another. */
  daysBetween(from: string, to: string): string;
  /** Seconds between two instants, fractions kept, as a double. */
  secondsBetween(from: string, to: string): string;
  double(expression: string): string;
  asText(expression: string): string;
  /** A text read as a type of the model; null where it does not read. */
  cast(expression: string, type: FieldType): string;
  contains(haystack: string, needle: string): string;
  least(...items: string[]): string;
  greatest(...items: string[]): string;
  /** `call` restricted to rows of which `condition` holds: `aggregateIf('sum(x)', …)`. */
  aggregateIf(call: string, condition: string | null): string;
  /** Distinct combinations of expressions, none of them null. */
  countDistinct(expressions: readonly string[], condition: string | null): string;
  /** Linearly interpolated quantiles at constant fractions, as one array. */
  quantiles(expression: string, fractions: readonly number[], condition: string | null): string;
  /** A subquery with one row for each `period` (its index) and `day` of each range. */
  calendar(ranges: readonly DayRange[]): string;
  /** A subquery with columns from constant rows; each value is SQL. */
  values(columns: readonly string[], rows: readonly (readonly string[])[]): string;
}
