import type { ReactNode } from 'react';
import type { ExportedTable } from '../exports/exported-table.ts';
import type { CellValue } from './write-cell.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** `text`, `day`, `moment`, or the unit of a number (`count`, `money`, `rate`, `days`…): how it is written, sorted, exported. */
  readonly kind: string;
  readonly value: (row: Row) => CellValue;
  /** Instead of the value as its kind is written. */
  readonly show?: (row: Row) => ReactNode;
  /** In pixels. Default by kind. */
  readonly width?: number;
  /** False: not by this one. */
  readonly sortable?: boolean;
}

export interface SortedBy {
  readonly key: string;
  readonly descending: boolean;
}

/** Rows as they go into a file. */
export const exportedRows = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): ExportedTable => ({
  columns: columns.map(({ label, kind }) => ({ label, kind })),
  rows: rows.map((row) => columns.map((column) => column.value(row))),
});
