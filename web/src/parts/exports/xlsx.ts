import type { ExportedAbout, ExportedPlace, ExportedTable, ExportedValue } from './exported-table.ts';
import { saveFile } from './save-file.ts';
import { zipOf } from './zip.ts';

/** XML knows no control characters but tab and line ends. */
const isAllowed = (character: string): boolean => character >= ' ' || character === '\t' || character === '\n' || character === '\r';

const escaped = (text: string): string =>
  [...text].filter(isAllowed).join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Kinds that have a format of their own, in the order of `cellXfs`: 0 is none, 1 a heading, these from 2 on. */
const kinds = ['rate', 'money', 'amount', 'count', 'day', 'moment', 'ratio', 'points', 'decimal'] as const;
const decimals = new Set(['days', 'hours', 'minutes', 'seconds', 'score']);
const heading = 1;

function styleOf(kind: string): number {
  const known = decimals.has(kind) ? 'decimal' : kind === 'correlation' ? 'ratio' : kind;
  const index = kinds.findIndex((one) => one === known);
  return index < 0 ? 0 : index + 2;
}

/** The sign of a currency, and whether it stands before the amount. */
function moneyFormat({ locale, currency }: ExportedPlace): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  const isBefore = parts.findIndex(({ type }) => type === 'currency') < parts.findIndex(({ type }) => type === 'integer');
  return isBefore ? `"${sign}"#,##0.00` : `#,##0.00 "${sign}"`;
}

function stylesOf(place: ExportedPlace): string {
  const codes: Readonly<Record<(typeof kinds)[number], string>> = {
    rate: '0.0%',
    money: moneyFormat(place),
    amount: '#,##0.00',
    count: '#,##0',
    day: 'yyyy-mm-dd',
    moment: 'yyyy-mm-dd hh:mm',
    ratio: '0.00',
    points: '+0.0;-0.0;0.0',
    decimal: '#,##0.0',
  };
  const formats = kinds.map((kind, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(codes[kind])}"/>`).join('');
  const cells = kinds.map(
    (_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${kinds.length}">${formats}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${kinds.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const milliseconds = 86_400_000;

/** Days since the epoch of spreadsheets. */
const serialOfDay = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / milliseconds + 25_569;

/** The same of an instant, as the clock on the company's wall showed it: spreadsheets know no time zones. */
function serialOfMoment(instant: string, timezone: string): number | null {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return null;
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' }).format(date);
  return Date.parse(`${wall.replace(' ', 'T')}Z`) / milliseconds + 25_569;
}

const most = 60;

function sheetOf({ columns, rows }: ExportedTable, place: ExportedPlace): string {
  const text = (value: string, style: number): string =>
    `<c t="inlineStr"${style > 0 ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  const number = (value: number | null, kind: string): string =>
    value === null || !Number.isFinite(value) ? '<c/>' : `<c s="${styleOf(kind)}"><v>${value}</v></c>`;
  const cell = (value: ExportedValue, kind: string): string => {
    if (value === null) return '<c/>';
    if (typeof value === 'number') return number(value, kind);
    if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
    if (kind === 'day') return number(serialOfDay(value), kind);
    if (kind === 'moment') return number(serialOfMoment(value, place.timezone), kind);
    // An inline string is text whatever it begins with: no formula can hide in it.
    return text(value, 0);
  };
  const header = `<row>${columns.map(({ label }) => text(label, heading)).join('')}</row>`;
  const body = rows.map((row) => `<row>${row.map((value, index) => cell(value, columns[index]?.kind ?? 'text')).join('')}</row>`).join('');
  // The first rows say well enough how wide a column is.
  const widths = columns.map(({ label }, index) =>
    Math.min(
      most,
      rows.slice(0, 200).reduce((width, row) => Math.max(width, String(row[index] ?? '').length), Math.max(10, label.length)) + 2,
    ),
  );
  const cols = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>${header}${body}</sheetData></worksheet>`;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The name of a sheet: 31 characters at most, and none that formulas use. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*:[\]']/g, ' ')
    .slice(0, 31)
    .trim() || 'Cuadro';

/** A workbook: numbers as numbers with their formats, days as days, texts as texts; on a second sheet, what the figures are of. */
export function xlsxOf(table: ExportedTable, place: ExportedPlace, about: ExportedAbout | null = null): Uint8Array {
  const sheets = [
    { name: sheetName(about?.title ?? 'Cuadro'), xml: sheetOf(table, place) },
    ...(about === null
      ? []
      : [
          {
            name: 'Info',
            xml: sheetOf(
              {
                columns: [
                  { label: about.title, kind: 'text' },
                  { label: '', kind: 'text' },
                ],
                rows: about.facts,
              },
              place,
            ),
          },
        ]),
  ];
  const each = (write: (number: number, name: string) => string): string => sheets.map(({ name }, at) => write(at + 1, name)).join('');
  return zipOf([
    [
      '[Content_Types].xml',
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contentType}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets>${each((number, name) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', stylesOf(place)],
    ...sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
  ]);
}

export const saveXlsx = (name: string, table: ExportedTable, place: ExportedPlace, about: ExportedAbout | null = null): void =>
  saveFile(
    `${name}.xlsx`,
    new Blob([new Uint8Array(xlsxOf(table, place, about))], {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }),
  );
