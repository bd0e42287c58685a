import { suffixPattern, unitPattern } from '../value/money-sql.ts';

export type Decimal = '.' | ',';

/** What one value says about how numbers are written; null for what is no number in any way. */
export interface NumberShape {
  /** The decimal marks under which the value reads: both for `1234`, and for `1.234`, which may be a thousand or one. */
  readonly decimals: readonly Decimal[];
  /** The thousands mark that groups it, if `decimal` is the mark chosen. */
  thousands(decimal: Decimal): string | null;
  /** It has a `.` or a `,`. */
  readonly marked: boolean;
  /** It has five digits or more in a row before the decimals: whoever writes so groups nothing. */
  readonly ungrouped: boolean;
  readonly whole: boolean;
  /** A currency, a suffix, or a parenthesis around it. */
  readonly money: boolean;
  /** `00042`: a code rather than a quantity. */
  readonly code: boolean;
}

const number = "(\\d[\\d.,'’ ]*|[.,]\\d+)";
const suffix = suffixPattern.replace('(?i:', '(?:');
const shape = new RegExp(
  `^([-+(−]?)\\s*(${unitPattern})?\\s*([-+−]?)\\s*${number}(e[+-]?\\d+)?\\s*(${suffix})?\\s*(${unitPattern})?\\s*([-)]?)$`,
  'i',
);
const groups = (mark: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(?:${mark === '.' ? '\\.' : mark}\\d{3})+$`);
const grouped: Readonly<Record<string, RegExp>> = { '.': groups('.'), ',': groups(','), "'": groups("'"), ' ': groups(' ') };
const isGrouped = (text: string, mark: string): boolean => grouped[mark]?.test(text) ?? false;
const both: readonly Decimal[] = ['.', ','];

export function numberShape(value: string): NumberShape | null {
  const text = value.replaceAll(/[\u00a0\u202f\u2009]/g, ' ').trim();
  const found = shape.exec(text);
  if (!found) return null;
  const core = (found[4] ?? '').replaceAll('’', "'").trim();
  const read = readings(core);
  if (read === null) return null;
  return {
    ...read,
    marked: /[.,]/.test(core),
    ungrouped: /^\d{5,}/.test(core),
    whole: /^\d+$/.test(core) && found[5] === undefined,
    money: found[2] !== undefined || found[6] !== undefined || found[7] !== undefined || found[1] === '(',
    code: /^0\d/.test(core) || (/^\d{16,}$/.test(core) && found[5] === undefined),
  };
}

function readings(core: string): Pick<NumberShape, 'decimals' | 'thousands'> | null {
  const marks = [...new Set(core.replaceAll(/\d/g, ''))];
  const [mark, other] = marks;
  const none = () => null;
  if (mark === undefined) return { decimals: both, thousands: none };
  if (marks.length === 1) {
    if (mark !== '.' && mark !== ',') return isGrouped(core, mark) ? { decimals: both, thousands: () => mark } : null;
    const opposite: Decimal = mark === '.' ? ',' : '.';
    const once = core.indexOf(mark) === core.lastIndexOf(mark);
    if (once && isGrouped(core, mark)) return { decimals: both, thousands: (decimal) => (decimal === mark ? null : mark) };
    if (once) return { decimals: [mark], thousands: none };
    return isGrouped(core, mark) ? { decimals: [opposite], thousands: () => mark } : null;
  }
  if (marks.length > 2 || other === undefined || (other !== '.' && other !== ',')) return null;
  const at = core.lastIndexOf(other);
  const sound = core.indexOf(other) === at && isGrouped(core.slice(0, at), mark);
  return sound ? { decimals: [other], thousands: () => mark } : null;
}

/** The marks of a column's numbers; `decimal` null where they do not show, `doubt` where they contradict each other. */
export interface ColumnMarks {
  readonly decimal: Decimal | null;
  /** Holds values such as `1.234` that another column has to explain. */
  readonly ambiguous: boolean;
  readonly doubt: boolean;
}

/** Fewer stray values than this share are the strays' fault, not evidence. */
const strays = 0.02;

export function columnMarks(shapes: readonly NumberShape[]): ColumnMarks {
  const only = (decimal: Decimal) => shapes.filter(({ decimals }) => decimals.length === 1 && decimals[0] === decimal).length;
  const [dot, comma] = [only('.'), only(',')];
  const ambiguous = shapes.some(({ decimals, marked }) => marked && decimals.length === 2);
  if (dot === 0 && comma === 0) return { decimal: null, ambiguous, doubt: false };
  if (Math.min(dot, comma) > strays * (dot + comma)) return { decimal: null, ambiguous: true, doubt: true };
  return { decimal: dot >= comma ? '.' : ',', ambiguous: false, doubt: false };
}

/**
 * The thousands mark that goes with `decimal`: the one most seen; where none is seen, the usual one, unless numbers of five
 * digits stand ungrouped.
 */
export function thousandsMark(shapes: readonly NumberShape[], decimal: Decimal): string | null {
  const seen = new Map<string, number>();
  for (const one of shapes) {
    const mark = one.decimals.includes(decimal) ? one.thousands(decimal) : null;
    if (mark !== null) seen.set(mark, (seen.get(mark) ?? 0) + 1);
  }
  const [most] = [...seen].sort(([, a], [, b]) => b - a);
  if (most) return most[0];
  if (shapes.some(({ ungrouped }) => ungrouped)) return null;
  return decimal === '.' ? ',' : '.';
}
