/**
 * A spreadsheet runs what begins so; plain numbers, and telephone numbers with them, are left as they are.
 * @see OWASP, CSV Injection
 */
const guarded = (cell: string): string => (/^[=+\-@\t\r\n|%]/.test(cell) && !/^[+-]\d[\d .,]*$/.test(cell) ? `'${cell}` : cell);

/** @returns a line of RFC 4180, guarded against what spreadsheets take for a formula */
export const csvLine = (cells: readonly string[]): string =>
  `${cells
    .map(guarded)
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;
