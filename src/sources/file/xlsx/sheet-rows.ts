import { CuadroError } from '../../../model/error.ts';
import { serialText } from './number-format.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { readXml, unescaped, type XmlHandler } from './xml.ts';

/** Columns of a sheet, by the format's own limit. */
const mostCells = 16_384;

export interface SheetRow {
  /** 1-based, as Excel numbers it. */
  readonly line: number;
  /** Texts by column; '' for empty cells. */
  readonly cells: readonly string[];
}

/** The rows of a sheet as texts, in order, as they stream in. Rows without cells are left out. */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRow> {
  const collector = new RowCollector(workbook);
  const stream = await workbook.archive.stream(sheet.part);
  yield* readXml(workbook.path, stream, collector, () => collector.take());
}

class RowCollector implements XmlHandler {
  readonly #workbook: Workbook;
  #rows: SheetRow[] = [];
  #line = 0;
  #cells: string[] = [];
  #column = 0;
  #type = 'n';
  #style = 0;
  #text = '';
  /** The cell's formula; null: it has none. */
  #formula: string | null = null;
  #calculated = false;
  #reading = false;
  #phonetic = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#line = attributes.r === undefined ? this.#line + 1 : Number(attributes.r);
      this.#cells = [];
      this.#column = 0;
    } else if (name === 'c') {
      const place = attributes.r;
      this.#column = place === undefined ? this.#column + 1 : columnOf(place);
      if (!(this.#column >= 1 && this.#column <= mostCells)) {
        throw new CuadroError({ code: 'damaged_file', where: this.#workbook.path, found: place ?? '', params: { said: 'xlsx' } });
      }
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? -1);
      this.#text = '';
      this.#formula = null;
      this.#calculated = false;
    } else if (name === 'f') this.#formula = '';
    else if (name === 'v' || name === 't') {
      this.#calculated = true;
      this.#reading = !this.#phonetic;
    } else if (name === 'rPh') this.#phonetic = true;
  }

  text(text: string): void {
    if (this.#reading) this.#text += text;
    else if (this.#formula !== null && !this.#calculated) this.#formula += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'c') {
      const value = this.#value();
      if (value !== '') {
        while (this.#cells.length < this.#column - 1) this.#cells.push('');
        this.#cells[this.#column - 1] = value;
      }
    } else if (name === 'row' && this.#cells.length > 0) this.#rows.push({ line: this.#line, cells: this.#cells });
  }

  #value(): string {
    const text = this.#text;
    // Written by a program that calculates nothing, and never opened in a spreadsheet since: what the cell says is not there.
    if (this.#formula !== null && !this.#calculated) return `=${this.#formula}`;
    if (text === '') return '';
    switch (this.#type) {
      case 's':
        return this.#workbook.strings[Number(text)] ?? '';
      case 'b':
        return text === '1' ? 'true' : 'false';
      case 'str':
      case 'inlineStr':
        return unescaped(text);
      case 'n':
        return numberText(text, this.#style, this.#workbook);
      default:
        // `d`: an ISO date; `e`: an error such as #DIV/0!, which no number or date will take.
        return text;
    }
  }
}

/** `AB12` → 28. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place) {
    const code = letter.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}

/** Excel keeps 15 digits and shows no more: 1234.5599999999999 is 1234.56 to whoever typed it. */
function numberText(text: string, style: number, workbook: Workbook): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const date = serialText(value, workbook.serials[style] ?? null, workbook.since1904);
  if (date !== null) return date;
  // Programs that know more digits than Excel write ids with them.
  if (/^-?\d+$/.test(text) && !Number.isSafeInteger(value)) return text;
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}
