import type { FormatOverrides } from '../../sources/file/contract-types.ts';

/** Takes a source column as it came. */
export interface ColumnRule {
  readonly kind: 'column';
  readonly from: string;
  /** By the value as it came; unlisted ones pass through. A null result is "nothing". */
  readonly values: ReadonlyMap<string, string | null>;
  /** Stands where the source has nothing. */
  readonly default: string | null;
  /** Texts that mean nothing, besides the empty one. */
  readonly empty: readonly string[];
  readonly dates: string | null;
  readonly money: boolean;
  readonly decimal: '.' | ',' | null;
}

export type Rule =
  | ColumnRule
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'sql'; readonly sql: string }
  /** For `id` only: made of the row's content and its ordinal among equal rows. */
  | { readonly kind: 'row' };

/** One item of `files`: where rows come from and what they are. */
export interface MappingEntry {
  /** Its place in the file, for messages: `files[0]`. */
  readonly where: string;
  readonly file: string | null;
  readonly query: string | null;
  readonly condition: string | null;
  /** Null: the file is only a view for queries, described here for its format. */
  readonly entity: string | null;
  readonly format: FormatOverrides;
  /** By canonical field, in the order of the file. */
  readonly columns: ReadonlyMap<string, Rule>;
}

export type Mode = 'delta' | 'full';

/** A mapping that is right in itself and knows the model; whether the files have its columns is checked on import. */
export interface Mapping {
  readonly source: string | null;
  readonly timezone: string | null;
  /** A date or an ISO instant, as written. */
  readonly exportedAt: string | null;
  readonly mode: Mode;
  readonly entries: readonly MappingEntry[];
}
