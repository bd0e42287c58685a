import { monthNumber } from '../value/month-names.ts';
import { nearlyAll } from './nearly-all.ts';

/** How one value is written, if it is a date: `order` lists what its numbers may be. */
export interface DateShape {
  /** What must be alike in all values of a column: layout and separators. */
  readonly layout: 'iso' | 'numeric' | 'words' | 'words-us' | 'compact';
  readonly separators: readonly [string, string];
  readonly orders: readonly DateOrder[];
  /** Two digits, four, or (`compact`, ISO) always four. */
  readonly shortYear: boolean;
  /** Day or month in one digit. */
  readonly loose: boolean;
  readonly fullMonth: boolean;
  /** Pattern of the clock with what stands before it (` HH:mm`), empty for none. */
  readonly clock: string;
}

export type DateOrder = 'DMY' | 'MDY' | 'YMD';

const withClock =
  /^(\S.*?)(T|,?\s+-\s+|,?\s+)(\d{1,2}:\d{2})(:\d{2})?([.,]\d{1,9})?(\s?)([ap]\.?\s?m\.?)?(\s?)(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const words = /^(\d{1,2})([ ./-]+|\s+de\s+)([A-Za-z]{3,}\.?)(,?[ ./-]+|,?\s+de\s+)(\d{4}|\d{2})$/;
const wordsUs = /^([A-Za-z]{3,}\.?)([ -]+)(\d{1,2})(,?[ -]+)(\d{4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/** Null for what is no date. An impossible day (30 February) still has a shape, but no order. */
export function dateShape(value: string): DateShape | null {
  const text = value.trim();
  if (text.length < 6 || text.length > 48 || !/\d/.test(text)) return null;
  const timed = withClock.exec(text);
  const shape = dayShape(timed?.[1] ?? text);
  if (shape === null || (timed && shape.layout === 'compact')) return null;
  if (!timed) return { ...shape, clock: '' };
  const [, , before = ' ', , seconds, fraction, halfSpace = '', half, zoneSpace = '', zone] = timed;
  const clock = [before, 'HH:mm', seconds ? ':ss' : '', fraction ? `${fraction.charAt(0)}SSS` : '', half ? `${halfSpace}A` : ''];
  return { ...shape, clock: clock.join('') + (zone ? `${half ? zoneSpace : halfSpace || zoneSpace}Z` : '') };
}

function dayShape(text: string): Omit<DateShape, 'clock'> | null {
  const plain = { shortYear: false, loose: false, fullMonth: false };
  const single = (...parts: string[]) => parts.some((part) => part.length === 1);
  const isoMatch = iso.exec(text);
  if (isoMatch) {
    const [, year = '', , month = '', day = ''] = isoMatch;
    return { ...plain, layout: 'iso', separators: ['-', '-'], orders: exists(year, month, day) ? ['YMD'] : [] };
  }
  const digits = numeric.exec(text);
  if (digits) {
    const [, a = '', separator = '', b = '', year = ''] = digits;
    const orders: DateOrder[] = [];
    if (exists(year, b, a)) orders.push('DMY');
    if (exists(year, a, b)) orders.push('MDY');
    if (year.length === 2 && Number(a) > 31 && exists(a, b, year)) orders.push('YMD');
    const shape = { shortYear: year.length === 2, loose: single(a, b), fullMonth: false };
    return { ...shape, layout: 'numeric', separators: [separator, separator], orders };
  }
  const worded = words.exec(text);
  if (worded) {
    const [, day = '', first = ' ', name = '', second = ' ', year = ''] = worded;
    const month = monthNumber(name);
    if (month === null) return null;
    const shape = { shortYear: year.length === 2, loose: single(day), fullMonth: name.replace('.', '').length > 4 };
    return { ...shape, layout: 'words', separators: [first, second], orders: exists(year, String(month), day) ? ['DMY'] : [] };
  }
  const american = wordsUs.exec(text);
  if (american) {
    const [, name = '', first = ' ', day = '', second = ', ', year = ''] = american;
    const month = monthNumber(name);
    if (month === null) return null;
    const shape = { shortYear: false, loose: single(day), fullMonth: name.replace('.', '').length > 4 };
    return { ...shape, layout: 'words-us', separators: [first, second], orders: exists(year, String(month), day) ? ['MDY'] : [] };
  }
  const touching = compact.exec(text);
  if (!touching) return null;
  const [, year = '', month = '', day = ''] = touching;
  const likely = Number(year) >= 1950 && Number(year) < 2100 && exists(year, month, day);
  return likely ? { ...plain, layout: 'compact', separators: ['', ''], orders: ['YMD'] } : null;
}

function exists(year: string, month: string, day: string): boolean {
  const [y, m, d] = [Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return false;
  return d <= Temporal.PlainYearMonth.from({ year: y, month: m }).daysInMonth;
}

/** What a column's dates say together. */
export interface DateColumn {
  readonly shape: DateShape;
  /** One when the sample settles it; two when the day and the month cannot be told apart. */
  readonly orders: readonly DateOrder[];
  readonly clock: boolean;
}

/** Fewer contrary values than this share are the values' fault (impossible dates), not evidence. */
const strays = 0.02;

/**
 * The column's way of writing dates, or null when not nearly all of its values are dates of one layout.
 * Day-first and month-first are told apart over all values together, never value by value.
 */
export function dateColumn(values: readonly string[]): DateColumn | null {
  const shapes = values.map(dateShape).filter((shape) => shape !== null);
  const byLayout = Map.groupBy(shapes, (shape) => `${shape.layout}|${shape.separators.join('|')}`);
  const [alike] = [...byLayout.values()].sort((a, b) => b.length - a.length);
  if (alike === undefined || !nearlyAll(alike.length, values.length)) return null;
  const clocks = [...Map.groupBy(alike, ({ clock }) => clock)].sort(([, a], [, b]) => b.length - a.length);
  const clock = clocks.find(([text]) => text !== '')?.[0] ?? '';
  const [first] = alike;
  if (first === undefined) return null;
  const shape = { ...first, clock, loose: alike.some(({ loose }) => loose), fullMonth: alike.some(({ fullMonth }) => fullMonth) };
  const deciding = alike.filter(({ orders }) => orders.length === 1);
  const votes = [...Map.groupBy(deciding, ({ orders }) => orders[0] ?? 'DMY')].sort(([, a], [, b]) => b.length - a.length);
  const [most, next] = votes;
  const open = [...new Set(alike.flatMap(({ orders }) => orders))];
  if (open.length === 0) return null;
  const settled = most !== undefined && (next === undefined || next[1].length <= strays * deciding.length);
  return { shape, orders: settled ? [most[0]] : open, clock: clock !== '' };
}

/** The mapping's tokens for a shape in one order: `D/M/YYYY HH:mm`; null for ISO, which needs none. */
export function datePattern(shape: DateShape, order: DateOrder): string | null {
  if (shape.layout === 'iso') return null;
  if (shape.layout === 'compact') return 'YYYYMMDD';
  const day = shape.loose ? 'D' : 'DD';
  const year = shape.shortYear ? 'YY' : 'YYYY';
  const name = shape.fullMonth ? 'MMMM' : 'MMM';
  const month = shape.layout === 'numeric' ? (shape.loose ? 'M' : 'MM') : name;
  const parts: Record<DateOrder, [string, string, string]> = { DMY: [day, month, year], MDY: [month, day, year], YMD: [year, month, day] };
  const [a, b, c] = parts[order];
  return `${a}${shape.separators[0]}${b}${shape.separators[1]}${c}${shape.clock}`;
}
