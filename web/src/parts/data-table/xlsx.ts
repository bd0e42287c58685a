import type { ExportedTable } from './csv.ts';
import { saveFile } from './save-file.ts';
import { zipOf } from './zip.ts';

/** XML knows no control characters but tab and line ends. */
const isAllowed = (character: string): boolean => character >= ' ' || character === '\t' || character === '\n' || character === '\r';

const escaped = (text: string): string =>
  [...text].filter(isAllowed).join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Formats by the index of `cellXfs` below. */
const styleOf = (kind: string): number => ({ rate: 1, money: 2, amount: 2, count: 3, day: 4 })[kind] ?? 0;

const styles = `<?xml version="1.0" encoding="UTF-8"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** Days since the epoch of spreadsheets. */
const serial = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;

function sheetOf({ columns, rows }: ExportedTable): string {
  const text = (value: string, style: number): string =>
    `<c t="inlineStr"${style > 0 ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  const cell = (value: string | number | boolean | null, kind: string): string => {
    if (value === null) return '<c/>';
    if (typeof value === 'number') return `<c s="${styleOf(kind)}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
    if (kind === 'day') return `<c s="${styleOf(kind)}"><v>${serial(value)}</v></c>`;
    // An inline string is text whatever it begins with: no formula can hide in it.
    return text(value, 0);
  };
  const header = `<row>${columns.map(({ label }) => text(label, 5)).join('')}</row>`;
  const body = rows.map((row) => `<row>${row.map((value, index) => cell(value, columns[index]?.kind ?? 'text')).join('')}</row>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${Math.max(1, columns.length)}" width="22" customWidth="1"/></cols><sheetData>${header}${body}</sheetData></worksheet>`;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet: numbers as numbers with their formats, days as days, texts as texts. */
export function xlsxOf(table: ExportedTable): Uint8Array {
  return zipOf([
    [
      '[Content_Types].xml',
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    ],
    [
      '_rels/.rels',
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets><sheet name="Cuadro" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
    ['xl/worksheets/sheet1.xml', sheetOf(table)],
  ]);
}

export const saveXlsx = (name: string, table: ExportedTable): void =>
  saveFile(
    `${name}.xlsx`,
    new Blob([new Uint8Array(xlsxOf(table))], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  );
