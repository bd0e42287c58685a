import type { Row } from '../run.ts';

/** A number of a row; 0 where there is none. */
export const numberOf = (row: Row, column: string): number => Number(row[column] ?? 0);

/** A text of a row; '' where there is none. */
export const textOf = (row: Row, column: string): string => (row[column] === null || row[column] === undefined ? '' : String(row[column]));

/** A text of a row, null where it is '' or there is none. */
export const nameOf = (row: Row, column: string): string | null => textOf(row, column) || null;

/** Rows by the value of a column, in the order in which each comes first. */
export const groupRows = (rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = textOf(row, column);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};
