import type { ColumnFormat, ColumnKind } from '../contract-types.ts';
import { type DateColumn, type DateOrder, dateColumn, datePattern } from './date-guess.ts';
import { nearlyAll } from './nearly-all.ts';
import { type ColumnMarks, columnMarks, type Decimal, type NumberShape, numberShape, thousandsMark } from './number-guess.ts';
import { isPlaceholder } from './placeholders.ts';

/** A column and its sample, in file order. */
export interface SampledColumn {
  readonly name: string;
  readonly type: string;
  readonly values: readonly string[];
}

export interface FileMarks {
  readonly decimal: string | null;
  readonly thousands: string | null;
}

/** What the mapping states for the whole file. */
export interface StatedMarks {
  readonly decimal?: string;
  readonly thousands?: string;
  readonly dates?: string;
}

const booleans = new Set(['true', 'false', 'yes', 'no', 'y', 'n', 't', 'f', 'sí', 'si', 'verdadero', 'falso']);

interface Draft {
  readonly column: SampledColumn;
  readonly kind: ColumnKind;
  readonly dates: DateColumn | null;
  readonly shapes: readonly NumberShape[];
  readonly marks: ColumnMarks | null;
}

/** Guesses every column's kind, marks and date pattern; what a column alone leaves open, the file's other columns may settle. */
export function guessColumns(columns: readonly SampledColumn[], stated: StatedMarks): { columns: ColumnFormat[]; marks: FileMarks } {
  const drafts = columns.map(draft);
  const marks = fileMarks(drafts, stated);
  const orders = new Set(
    drafts.filter(({ dates }) => dates?.shape.layout === 'numeric' && dates.orders.length === 1).map(({ dates }) => dates?.orders[0]),
  );
  const [only] = orders;
  const fileOrder = orders.size === 1 && only !== undefined ? only : null;
  return { columns: drafts.map((one) => finished(one, marks, fileOrder, stated)), marks };
}

function draft(column: SampledColumn): Draft {
  const values = column.values.filter((value) => value.trim() !== '' && !isPlaceholder(value));
  const empty = { column, dates: null, shapes: [], marks: null };
  if (values.length === 0) return { ...empty, kind: 'text' };
  const words = new Set(values.map((value) => value.trim().toLowerCase()));
  if (words.size <= 3 && [...words].every((word) => booleans.has(word))) return { ...empty, kind: 'boolean' };
  const dates = dateColumn(values);
  if (dates) return { ...empty, dates, kind: dates.clock ? 'datetime' : 'date' };
  const shapes = values.map(numberShape).filter((shape) => shape !== null);
  if (!nearlyAll(shapes.length, values.length) || shapes.some(({ code }) => code)) return { ...empty, kind: 'text' };
  const marks = columnMarks(shapes);
  return { column, dates: null, shapes, marks, kind: numericKind(shapes, marks) };
}

function numericKind(shapes: readonly NumberShape[], marks: ColumnMarks): ColumnKind {
  if (shapes.some(({ money }) => money)) return 'money';
  return marks.decimal === null && !marks.ambiguous && shapes.every(({ whole }) => whole) ? 'integer' : 'number';
}

function fileMarks(drafts: readonly Draft[], stated: StatedMarks): FileMarks {
  const decided = new Set(drafts.map(({ marks }) => marks?.decimal ?? null).filter((mark) => mark !== null));
  const [only] = decided;
  const seen = decided.size === 1 && only !== undefined ? only : null;
  const decimal = stated.decimal ?? seen ?? (stated.thousands === '.' ? ',' : stated.thousands === ',' ? '.' : null);
  if (decimal !== '.' && decimal !== ',') return { decimal: null, thousands: stated.thousands ?? null };
  const shapes = drafts.flatMap((one) => (one.marks?.decimal === decimal || one.marks?.ambiguous ? one.shapes : []));
  return { decimal, thousands: statedThousands(stated) ?? thousandsMark(shapes, decimal) };
}

/** The empty text states that numbers have no thousands mark. */
const statedThousands = (stated: StatedMarks): string | null | undefined => (stated.thousands === '' ? null : stated.thousands);

function finished(one: Draft, file: FileMarks, fileOrder: DateOrder | null, stated: StatedMarks): ColumnFormat {
  const { name, type, values } = one.column;
  const samples = [...new Set(values.filter((value) => value.trim() !== ''))].slice(0, 5);
  return { name, type, kind: one.kind, samples, ...datesOf(one, fileOrder, stated), ...numbersOf(one, file, stated) };
}

function datesOf({ dates }: Draft, fileOrder: DateOrder | null, stated: StatedMarks): Pick<ColumnFormat, 'dates' | 'dateChoices'> {
  if (stated.dates !== undefined) return { dates: stated.dates, dateChoices: [] };
  if (dates === null) return { dates: null, dateChoices: [] };
  const orders = fileOrder !== null && dates.orders.includes(fileOrder) ? [fileOrder] : dates.orders;
  const patterns = orders.map((order) => datePattern(dates.shape, order));
  const named = patterns.filter((pattern) => pattern !== null);
  return named.length > 1 ? { dates: null, dateChoices: named } : { dates: named[0] ?? null, dateChoices: [] };
}

function numbersOf(one: Draft, file: FileMarks, stated: StatedMarks): Pick<ColumnFormat, 'decimal' | 'thousands' | 'numberDoubt'> {
  const settled = stated.decimal !== undefined;
  const own = one.marks?.decimal ?? null;
  if (!settled && own !== null) {
    const thousands = statedThousands(stated);
    return { decimal: own, thousands: thousands === undefined ? thousandsOf(one.shapes, own, file) : thousands, numberDoubt: false };
  }
  const doubt = !settled && one.marks !== null && (one.marks.doubt || (one.marks.ambiguous && file.decimal === null));
  return { decimal: doubt ? null : file.decimal, thousands: doubt ? null : file.thousands, numberDoubt: doubt };
}

/** The file's mark goes for columns in which none is seen. */
function thousandsOf(shapes: readonly NumberShape[], decimal: Decimal, file: FileMarks): string | null {
  const seen = shapes.some((shape) => shape.decimals.includes(decimal) && shape.thousands(decimal) !== null);
  return !seen && file.decimal === decimal ? file.thousands : thousandsMark(shapes, decimal);
}
