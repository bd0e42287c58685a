import type { Asked } from './asked.ts';

/** A user of a CRM: ids are unique only within a connection. */
export interface Owner {
  readonly source: string;
  readonly id: string;
}

/** The rows that may be seen. */
export type Limit =
  /** Those that belong to one of these users (`src/model/ownership.ts`). */
  | {
      readonly kind: 'users';
      readonly users: readonly Owner[];
      /** Whether what customers owe counts as their salesperson's, or as the company's. */
      readonly receivables: boolean;
    }
  /** Those that lead to a record of an entity among these: a SELECT of `source` and `id`, and the datasets that it reads. */
  | { readonly kind: 'members'; readonly of: string; readonly sql: string; readonly reads: readonly string[] };

/** What is personal and how it is shown instead. */
export interface Masking {
  isHidden(dataset: string, column: string): boolean;
  /** A name that says nothing, the same for the same value. */
  pseudonym(column: string, value: string): string;
}

/**
 * What of a world may be seen, by whoever asks. It stands in the catalogue, so that whatever is planned over a world is planned within it:
 * each scan's own rows (`Rows.from`), each filter and group (`sql/filter.ts`), each metric (`plan/refusal.ts`), each cell (`result/small-groups.ts`).
 */
export interface Sight {
  /** Null: all rows. */
  readonly rows: Limit | null;
  /** Whether totals over all rows are open to those who see only some. */
  readonly opensTotals: boolean;
  /** Null: personal data are shown. */
  readonly personal: Masking | null;
  readonly amounts: 'shown' | 'hidden';
  /** Columns of a source's own that hold nothing personal and no amounts. */
  isSafe(dataset: string, column: string): boolean;
  /** Groups of fewer than so many are not shown; null: of this KPI all are. */
  smallest(asked: Asked): number | null;
}
