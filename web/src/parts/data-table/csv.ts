import { saveFile } from './save-file.ts';

export interface ExportedTable {
  readonly columns: readonly { readonly label: string; readonly kind: string }[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** A spreadsheet runs a text that begins like a formula; an apostrophe before it says that it is text. Numbers stay as they are. */
export const guarded = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) && !/^[+-]?\d[\d .,]*$/.test(text) ? `'${text}` : text);

/** As the spreadsheets of the reader's country read it: decimal comma and semicolons, or point and commas. */
export function csvOf({ columns, rows }: ExportedTable, locale: string): string {
  const comma = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',';
  const separator = comma ? ';' : ',';
  const field = (value: string | number | boolean | null): string => {
    if (value === null) return '';
    if (typeof value === 'number') return comma ? String(value).replace('.', ',') : String(value);
    const text = guarded(String(value));
    return /["\r\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns.map(({ label }) => field(label)), ...rows.map((row) => row.map(field))].map((line) => line.join(separator)).join('\r\n');
}

/** With the mark by which Excel knows that the file is UTF-8. */
export const saveCsv = (name: string, table: ExportedTable, locale: string): void =>
  saveFile(`${name}.csv`, new Blob(['\ufeff', csvOf(table, locale), '\r\n'], { type: 'text/csv;charset=utf-8' }));
