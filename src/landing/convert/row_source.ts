import type { ColumnFormat } from '../../sources/file/contract-types.ts';

export interface SourceColumn {
  readonly name: string;
  /** DuckDB's: VARCHAR for text files and spreadsheets. */
  readonly type: string;
  /** How its texts are written; null for what SQL made. */
  readonly format: ColumnFormat | null;
}

/** Rows that can be read again and again: a staged file, or what a mapping's SQL made of the staged files. */
export interface RowSource {
  /** What stands after FROM. */
  readonly relation: string;
  /** SQL for the physical line of the file (row of the sheet); null where there is none. */
  readonly line: string | null;
  readonly columns: readonly SourceColumn[];
  /** The file's marks, where they are known. */
  readonly decimal: string | null;
  readonly thousands: string | null;
  /** For messages and the file of rejected rows. */
  readonly file: string;
  /** Results of `sql` rules, by field: columns of the relation that are no source columns. */
  readonly computed: ReadonlyMap<string, SourceColumn>;
  /**
   * Not null: the file is scanned as it lies, in the hope that nothing is wrong with it. `errors` is where DuckDB notes the lines
   * that it could not read. Anything wrong, and the batch starts again from a staged copy, which knows its lines.
   */
  readonly scan: { readonly errors: string; readonly scans: string } | null;
}
