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
  /** Whether a WITH is worked out anew at each place that names it. */
  readonly copiesWith: boolean;
  identifier(name: string): string;
  /** A string constant; `value` is the plain text. */
  text(value: string): string;
  number(value: number): string;
  boolean(value: boolean): string;
  /** An instant constant from an ISO text in UTC (`2024-03-05T10:00:00Z`). */
  instant(value: string): string;
  /** A date constant from YYYY-MM-DD. */
  date(value: string): string;
  /** The column type of a field. */
  columnType(type: FieldType): string;
  /** A typed null, for branches of a UNION. */
  nullOf(type: FieldType): string;
  /** An expression of any type as the column type of a field; fails where it does not fit. */
  convert(expression: string, type: FieldType): string;
  /** `day + count` where count is a whole number in SQL or TypeScript. */
  addDays(day: string, count: string | number): string;
  /** Whole days from one date to another. */
  daysBetween(from: string, to: string): string;
  /** Seconds between two instants, fractions kept, as a double. */
  secondsBetween(from: string, to: string): string;
  /** The instant at which a calendar day starts in a time zone. */
  startOfDay(day: string, timeZone: string): string;
  /** The instant so many seconds (a whole number, in SQL) after midnight UTC of a day. */
  secondsIntoDay(day: string, seconds: string): string;
  /** The calendar day of an instant in a time zone. */
  localDay(instant: string, timeZone: string): string;
  /** For a SELECT list: one row for each day from one date to another, both included; no row where the range is empty. */
  eachDay(from: string, to: string): string;
  double(expression: string): string;
  /** A double as money: rounded to four places, halves up, so that every engine gives the same. */
  asMoney(expression: string): string;
  /** A value as a group key shows it: money and numbers without needless zeros, dates YYYY-MM-DD, instants ISO in UTC. Default type: text. */
  asText(expression: string, type?: FieldType): string;
  /**
   * A text read as a type of the model; null where it does not read. Money and numbers with a decimal point, whole numbers,
   * true/false/1/0, ISO dates and instants (without an offset: UTC). A date may be the head of an ISO instant.
   */
  cast(expression: string, type: FieldType): string;
  contains(haystack: string, needle: string): string;
  /** The least of those that are not null; null when all are. */
  least(...items: string[]): string;
  greatest(...items: string[]): string;
  /** `call` restricted to rows of which `condition` holds: `aggregateIf('sum(x)', …)`. */
  aggregateIf(call: string, condition: string | null): string;
  /** Distinct combinations of expressions, none of them null. */
  countDistinct(expressions: readonly string[], condition: string | null): string;
  /** An aggregate: the values that are not null as doubles, ascending, in a list. Empty or null where no row counts. */
  sortedList(expression: string, condition: string | null): string;
  /** How many values a list has; null or 0 for none. */
  listLength(list: string): string;
  /** The value of a list at a whole place from 1; null outside it. */
  listAt(list: string, place: string): string;
  /** A subquery in parentheses with one row for each `period` (its index, from 0) and `day` of each range. */
  calendar(ranges: readonly DayRange[]): string;
  /** A statement that makes a table (its full name) of what a SELECT gives, in place of one that is there. */
  replaceTable(relation: string, select: string): string;
  /** A subquery in parentheses with columns from constant rows; each value is SQL, a column's values are of one type. */
  values(columns: readonly string[], rows: readonly (readonly string[])[]): string;
  /** The same of texts as they are, of which there may be thousands: read much sooner than as many constants. */
  texts(columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string;
}
