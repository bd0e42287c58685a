import type { Format } from '../../words/writing.ts';
import { writeCell } from '../data-table/write-cell.ts';
import type { ExportedTable, ExportedValue } from '../exports/exported-table.ts';

export interface TwinColumn {
  readonly label: string;
  /** `text`, `day`, or the unit of its numbers. A label alone is a column of texts. */
  readonly kind: string;
  /** Differences: written with their sign, of rates in points. */
  readonly signed?: boolean;
}

/** A value, or one that is written otherwise than its column says. */
export type TwinCell = ExportedValue | { readonly value: number | null; readonly text: string };

/** The same figures as a table; the first column names the row. */
export interface TableTwin {
  readonly columns: readonly (string | TwinColumn)[];
  readonly rows: readonly (readonly TwinCell[])[];
}

export const columnOf = (column: string | TwinColumn): TwinColumn =>
  typeof column === 'string' ? { label: column, kind: 'text' } : column;

const plainOf = (cell: TwinCell): ExportedValue => (typeof cell === 'object' && cell !== null ? cell.value : cell);

export function writeTwin(cell: TwinCell, column: TwinColumn, format: Format): string {
  if (typeof cell === 'object' && cell !== null) return cell.text;
  return writeCell(cell, column.kind, format, column.signed ?? false);
}

/** A difference of rates in points of a hundred, without what binary fractions leave behind. */
const pointsOf = (difference: number): number => Number((difference * 100).toPrecision(12));

/** As it goes into a file. @param points what the points of a hundred are called: `p. p.` */
export function exportedTwin({ columns, rows }: TableTwin, points: string): ExportedTable {
  const known = columns.map(columnOf);
  const inPoints = known.map(({ kind, signed }) => signed === true && kind === 'rate');
  return {
    columns: known.map(({ label, kind }, index) => (inPoints[index] ? { label: `${label} (${points})`, kind: 'points' } : { label, kind })),
    rows: rows.map((row) =>
      row.map((cell, index) => {
        const value = plainOf(cell);
        return inPoints[index] && typeof value === 'number' ? pointsOf(value) : value;
      }),
    ),
  };
}
