import type { ExportedTable } from './exported-table.ts';
import { saveFile } from './save-file.ts';

/** `regional`: as the spreadsheets of the company's country read it; `international`: commas between fields, points in numbers. */
export type CsvStyle = 'regional' | 'international';

/** A spreadsheet runs a text that begins like a formula; an apostrophe before it says that it is text. Numbers stay as they are. */
export const guarded = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d[\d .,]*$/.test(text) ? `'${text}` : text;

/** Whether a country writes 1,5: there the comma is taken, and fields are told apart by semicolons. */
export const hasDecimalComma = (locale: string): boolean =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',';

export function csvOf({ columns, rows }: ExportedTable, locale: string, style: CsvStyle = 'regional'): string {
  const comma = style === 'regional' && hasDecimalComma(locale);
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
export const saveCsv = (name: string, table: ExportedTable, locale: string, style: CsvStyle = 'regional'): void =>
  saveFile(`${name}.csv`, new Blob(['\ufeff', csvOf(table, locale, style), '\r\n'], { type: 'text/csv;charset=utf-8' }));
