import { CuadroError } from '../../../model/error.ts';
import type { DetectedFormat, FormatOverrides, InputFile } from '../contract-types.ts';
import { guessColumns } from '../detect/column-guess.ts';
import { columnNames } from '../detect/column-names.ts';
import { keptWidth, mostColumns, statedMarks } from '../detect/detect-delimited.ts';
import { titleRows } from '../detect/dialect.ts';
import { looksLikeHeader } from '../detect/header.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';
import { type Sheet, type Workbook, withWorkbook } from './workbook.ts';

const sampleRows = 10_000;

/** Format of one sheet of a workbook: the stated one, else the first that holds something. @throws sheet_not_found, no_rows */
export async function detectSpreadsheet(file: InputFile, overrides: FormatOverrides): Promise<DetectedFormat> {
  return withWorkbook(file, async (workbook) => {
    const { sheet, rows } = await chosen(workbook, overrides.sheet);
    const all = rows.filter(({ line }) => line > (overrides.skip ?? 0));
    const widest = Math.max(...all.map(({ cells }) => cells.length));
    const titles = overrides.skip === undefined ? titleRows(padded(all.slice(0, 31), widest), widest) : 0;
    const [first, ...rest] = all.slice(titles);
    if (first === undefined) throw new CuadroError({ code: 'no_rows', where: file.path, params: { sheet: sheet.name } });
    const below = padded(rest, widest);
    const header = overrides.header ?? looksLikeHeader(first.cells, below.slice(0, 500));
    const sample = header ? below : [...padded([first], widest), ...below];
    const width = keptWidth(header ? first.cells : [], sample, Math.max(first.cells.length, widest));
    if (width > mostColumns)
      throw new CuadroError({ code: 'too_many_columns', where: file.path, params: { columns: width, most: mostColumns } });
    const names = columnNames(header ? first.cells : [], width);
    const columns = names.map((name, at) => ({ name, type: 'VARCHAR', values: sample.map((row) => row[at] ?? '') }));
    const guess = guessColumns(columns, statedMarks(overrides));
    return {
      kind: 'xlsx',
      encoding: 'utf-8',
      bom: false,
      delimiter: '',
      quote: '',
      header,
      skip: first.line - 1,
      sheet: sheet.name,
      sheets: workbook.sheets.map(({ name }) => name),
      decimal: guess.marks.decimal,
      thousands: guess.marks.thousands,
      dates: overrides.dates ?? null,
      columns: guess.columns,
      width,
      newline: '\n',
      lines: null,
      layout: null,
      direct: false,
    };
  });
}

const padded = (rows: readonly SheetRow[], width: number): string[][] =>
  rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at] ?? ''));

async function chosen(workbook: Workbook, wanted: string | number | undefined): Promise<{ sheet: Sheet; rows: SheetRow[] }> {
  if (wanted !== undefined) {
    const sheet = findSheet(workbook, wanted);
    return { sheet, rows: await firstRows(workbook, sheet) };
  }
  for (const sheet of workbook.sheets) {
    const rows = await firstRows(workbook, sheet);
    if (rows.length > 0) return { sheet, rows };
  }
  throw new CuadroError({ code: 'no_rows', where: workbook.path });
}

/** By name, or by number from 1. @throws sheet_not_found */
export function findSheet(workbook: Workbook, wanted: string | number): Sheet {
  const byName = workbook.sheets.find(({ name }) => name === String(wanted));
  const sheet = byName ?? (/^\d+$/.test(String(wanted)) ? workbook.sheets[Number(wanted) - 1] : undefined);
  if (sheet !== undefined) return sheet;
  const names = workbook.sheets.map(({ name }) => name).join(', ');
  throw new CuadroError({ code: 'sheet_not_found', where: workbook.path, found: String(wanted), expected: names });
}

async function firstRows(workbook: Workbook, sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheetRows(workbook, sheet)) {
    rows.push(row);
    if (rows.length >= sampleRows) break;
  }
  return rows;
}
