import type { DayRange } from '../../model/dialect.ts';
import type { Expression } from '../expression.ts';

/** A row as a database gives it; what is in it is read with `numberAt`, `countAt` and `textOrNull`. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** One aggregate of a scan. Equal ones are computed once. */
export type AggregateColumn =
  /** Rows. */
  | { readonly call: 'rows'; readonly where: Expression | null }
  /** Rows of which `of` is known. */
  | { readonly call: 'known'; readonly of: Expression; readonly where: Expression | null }
  | { readonly call: 'sum' | 'squares' | 'min' | 'max'; readonly of: Expression; readonly where: Expression | null }
  /** Σ x·y over rows of which both are known. */
  | { readonly call: 'products'; readonly of: Expression; readonly and: Expression; readonly where: Expression | null }
  | { readonly call: 'distinct'; readonly of: Expression; readonly where: Expression | null }
  /** A quantile between the ends of its interval, as an array of three. */
  | { readonly call: 'quantile'; readonly of: Expression; readonly fraction: number; readonly where: Expression | null };

/** The answer of one scan: its aggregates by period and group. */
export interface ScanResult {
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>;
  row(period: number, group: string): SqlRow | null;
}

/** One SELECT and the datasets that it reads, which a cache must watch. */
export interface Statement {
  readonly sql: string;
  readonly reads: readonly string[];
  /** Groups (by their place from 0) whose values are shown under pseudonyms, and the column that each reads. */
  readonly masked: ReadonlyMap<number, string>;
}

/** What a change of a dataset touched: for each of its time fields the days that its rows had before or after the change, as ranges. */
export interface Change {
  readonly dataset: string;
  readonly days: ReadonlyMap<string, readonly DayRange[]>;
}

/** The periods of which some day was touched. */
export const touchedPeriods = (ranges: readonly DayRange[], days: DayRange): readonly number[] =>
  ranges.flatMap(({ start, end }, index) => (start <= days.end && end >= days.start ? [index] : []));

/** One SELECT of a plan. Scans of equal `key` are merged: their columns are computed in one pass. */
export interface Scan<Result extends ScanResult = ScanResult> {
  readonly key: string;
  print(): Statement;
  /** How many periods its rows are numbered by. */
  readonly size: number;
  /** The same scan of some of its periods only; they are numbered anew, from 0, in the order given. */
  restrict(periods: readonly number[]): Scan<Result>;
  /** The periods whose rows a change of a dataset may alter. */
  touched(change: Change): readonly number[] | 'all';
  /** Folds SQL rows to rows by period and group; a stock adds up its deltas here. */
  collect(rows: readonly SqlRow[]): Result;
}

/** The answers of a plan's scans. */
export interface Answers {
  of<Result extends ScanResult>(scan: Scan<Result>): Result;
}

/** The aggregates asked of a scan, each under a short name. */
export class Columns {
  private readonly names = new Map<string, string>();
  private readonly list: { name: string; column: AggregateColumn }[] = [];

  add(column: AggregateColumn): string {
    const key = JSON.stringify(column);
    const known = this.names.get(key);
    if (known) return known;
    const name = `a${this.list.length + 1}`;
    this.names.set(key, name);
    this.list.push({ name, column });
    return name;
  }

  get all(): readonly { name: string; column: AggregateColumn }[] {
    return this.list;
  }

  /** The conditions of which a row must meet one to count anywhere; null when some column takes every row. */
  get anyOf(): Expression | null {
    const conditions = new Map<string, Expression>();
    for (const { column } of this.list) {
      if (column.where === null) return null;
      conditions.set(JSON.stringify(column.where), column.where);
    }
    const items = weakest([...conditions.values()]);
    return items.length === 0 ? null : { op: 'or', items };
  }
}

const conjuncts = (condition: Expression): readonly string[] =>
  condition.op === 'and' ? condition.items.flatMap(conjuncts) : [JSON.stringify(condition)];

/** Without those that say all that another says, and more: of `a` and `a and b`, `a`. */
function weakest(conditions: readonly Expression[]): readonly Expression[] {
  const parts = conditions.map((condition) => new Set(conjuncts(condition)));
  return conditions.filter((_, index) => {
    const own = parts[index] ?? new Set();
    return !parts.some((other, place) => place !== index && other.isSubsetOf(own) && (other.size < own.size || place < index));
  });
}

/** A number of a row; null stays null. */
export const numberAt = (row: SqlRow | null, name: string): number | null => {
  const value = row?.[name];
  return typeof value === 'number' ? value : null;
};

export const countAt = (row: SqlRow | null, name: string): number => numberAt(row, name) ?? 0;

/** The groups that have any row of a metric's own, told by its count of rows; others may be there for a metric that shares the scan. */
export function groupsWithRows(answer: ScanResult, rows: string, periods: number): ScanResult['groups'] {
  const has = (group: string): boolean => {
    for (let period = 0; period < periods; period += 1) if (countAt(answer.row(period, group), rows) !== 0) return true;
    return false;
  };
  return new Map([...answer.groups].filter(([group]) => has(group)));
}

/** Rows keyed by period and group, as most scans give them. */
export function collectRows(rows: readonly SqlRow[], by: readonly string[]): ScanResult {
  const groups = new Map<string, readonly (string | null)[]>();
  const cells = new Map<string, SqlRow>();
  for (const row of rows) {
    const values = by.map((_, index) => textOrNull(row[`g${index + 1}`]));
    const key = JSON.stringify(values);
    groups.set(key, values);
    cells.set(`${row.period} ${key}`, row);
  }
  return { groups, row: (period, group) => cells.get(`${period} ${group}`) ?? null };
}

export const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
