import type { ColumnFormat } from '../../../sources/file/contract-types.ts';
import type { RuleDocument } from '../../mapping/document.ts';
import { normalise } from '../names.ts';

/** A rule made of more than one column, or of a column that is not the field itself. */
export interface Composite {
  readonly field: string;
  readonly rule: RuleDocument;
  readonly certainty: number;
  /** Columns it reads. */
  readonly from: readonly string[];
  /** The date pattern in which its result is written; null: ISO or no date. */
  readonly dates: string | null;
}

/** What the direct matches have found so far: field → column. */
export interface Found {
  readonly entity: string;
  readonly columns: readonly ColumnFormat[];
  readonly matched: ReadonlyMap<string, ColumnFormat>;
}

/** Rules of one sort for the entities they suit. */
export type Maker = (found: Found) => readonly Composite[];

const bare = (name: string): string =>
  normalise(name)
    .replace(/^(property|properties) /, '')
    .replace(/^hs /, '');

/** @returns the column that goes by one of these names (normalised), the first of them first */
export function named({ columns }: Found, ...names: readonly string[]): ColumnFormat | null {
  for (const name of names) {
    const column = columns.find((one) => normalise(one.name) === name || bare(one.name) === name);
    if (column) return column;
  }
  return null;
}

/** A rule in SQL. */
export const composite = (
  field: string,
  sql: string,
  from: readonly ColumnFormat[],
  certainty: number,
  dates: string | null = null,
): Composite => ({
  field,
  rule: { sql },
  certainty,
  from: from.map(({ name }) => name),
  dates,
});
