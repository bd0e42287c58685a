import { toldIn } from '../model/change.ts';
import { dateFormat, numberFormat } from './formats.ts';
import { type Language, localeFor } from './language.ts';

/** Numbers, dates and units as people of a language and a country write them. */
export interface Writer {
  /** BCP 47: `es-ES`, `en-GB`. */
  readonly locale: string;
  /** ISO 4217: the workspace's, or another that amounts are told in. */
  readonly currency: string;
  /** What one of it is worth in the workspace's currency. Absent: it is that one. */
  readonly worth?: number;
}

/** An amount in the currency that is written: turned at one rate, so that only what happened moves it; any other figure as it is. */
export const shownIn = (value: number, unit: string, { worth = 1 }: Writer): number => (unit === 'money' ? value / worth : value) || 0;

/** Who writes in a language for a workspace. */
export const writerFor = (language: Language, { locale, currency }: Writer): Writer => ({ locale: localeFor(language, locale), currency });

export type DisplayUnit = 'rate' | 'count' | 'money' | 'days' | 'hours' | 'minutes' | 'seconds' | 'score' | 'ratio' | 'correlation';

const isEnglish = ({ locale }: Writer): boolean => locale.startsWith('en');

export const formatNumber = (value: number, writer: Writer, digits = 2): string =>
  numberFormat(writer.locale, { maximumFractionDigits: digits }).format(value);

const timeUnits: Readonly<Record<'days' | 'hours' | 'minutes' | 'seconds', Intl.NumberFormatOptions['unit']>> = {
  days: 'day',
  hours: 'hour',
  minutes: 'minute',
  seconds: 'second',
};

/** From this on an amount of money is told without cents. */
const wholeFrom = 1000;

/** @returns a KPI's value with its unit: `63,2 %`, `10.005.534 €`, `2,4 días` */
export function formatValue(value: number, unit: DisplayUnit | string, writer: Writer): string {
  const shown = shownIn(value, unit, writer);
  switch (unit) {
    case 'rate':
      return numberFormat(writer.locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
    case 'money':
      return numberFormat(writer.locale, {
        style: 'currency',
        currency: writer.currency,
        maximumFractionDigits: Math.abs(shown) >= wholeFrom ? 0 : 2,
        trailingZeroDisplay: 'stripIfInteger',
      }).format(shown);
    case 'days':
    case 'hours':
    case 'minutes':
    case 'seconds':
      return numberFormat(writer.locale, {
        style: 'unit',
        unit: timeUnits[unit] ?? 'day',
        unitDisplay: 'long',
        maximumFractionDigits: 1,
      }).format(value);
    case 'count':
      return formatNumber(value, writer, Math.abs(value) >= 10 ? 0 : 1);
    case 'score':
      // Of a scale to a hundred as on a card; of one to five the second decimal says something.
      return formatNumber(value, writer, Math.abs(value) >= 10 ? 1 : 2);
    default:
      return formatNumber(value, writer);
  }
}

/** Whether a change of it is told as a share of what was before, too. */
export const hasShares = (unit: DisplayUnit | string): boolean => toldIn(unit) === 'share';

/**
 * @param relative what `changeFrom` of the model makes of it
 * @returns a change as a share of what was (`+12,4 %`); where that says nothing, the difference: `+3,1 p. p.`, `+12 puntos`, `+150 €`
 */
export function formatChange(change: number, relative: number | null, unit: DisplayUnit | string, writer: Writer): string {
  if (relative === null || !hasShares(unit)) return formatDifference(change, unit, writer);
  return numberFormat(writer.locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1, style: 'percent' }).format(relative);
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** @param day YYYY-MM-DD */
export const formatDay = (day: string, writer: Writer): string =>
  dateFormat(writer.locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(dateOf(day));

/** @returns the name of a period: `ene 2026`, `T1 2026`, `5 ene 2026 – 11 ene 2026`; both ends included */
export function formatPeriod(period: { readonly start: string; readonly end: string }, grain: string, writer: Writer): string {
  const { start, end } = period;
  const [year = '', month = '', day = ''] = start.split('-');
  // Not by Temporal: not every browser that shows these words has it.
  const dayAfter = new Date(dateOf(end).getTime() + 86_400_000);
  const whole = day === '01' && dayAfter.getUTCDate() === 1;
  if (start === end) return formatDay(start, writer);
  if (grain === 'month' && whole && start.slice(0, 7) === end.slice(0, 7)) {
    return dateFormat(writer.locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(dateOf(start));
  }
  if (grain === 'quarter' && whole && Number(month) % 3 === 1) return `${isEnglish(writer) ? 'Q' : 'T'}${(Number(month) + 2) / 3} ${year}`;
  if (grain === 'year' && whole && month === '01') return year;
  return dateFormat(writer.locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
    dateOf(start),
    dateOf(end),
  );
}

/** A value apart from its unit, for a card: the figure is large, what stands before and after it small. */
export interface Figure {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
  /** The value in full, for whoever has the page read aloud. */
  readonly full: string;
}

const figureTypes: ReadonlySet<string> = new Set(['integer', 'group', 'decimal', 'fraction', 'minusSign', 'plusSign', 'infinity', 'nan']);

/** From this on a card says thousands and millions. */
const compactFrom = 100_000;

function figureFormat(value: number, unit: DisplayUnit | string, { locale, currency }: Writer): Intl.NumberFormat {
  const size = Math.abs(value);
  const compact = size >= compactFrom ? ({ notation: 'compact', maximumFractionDigits: 1 } as const) : {};
  switch (unit) {
    case 'rate':
      return numberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    case 'money':
      return numberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: size >= wholeFrom ? 0 : 2,
        trailingZeroDisplay: 'stripIfInteger',
        ...compact,
      });
    case 'days':
    case 'hours':
    case 'minutes':
    case 'seconds':
      return numberFormat(locale, {
        style: 'unit',
        unit: timeUnits[unit] ?? 'day',
        unitDisplay: 'long',
        maximumFractionDigits: size >= 100 ? 0 : 1,
      });
    case 'count':
      return numberFormat(locale, { maximumFractionDigits: size >= 10 ? 0 : 1, ...compact });
    case 'score':
      return numberFormat(locale, { maximumFractionDigits: 1 });
    default:
      return numberFormat(locale, { maximumFractionDigits: 2 });
  }
}

/** @returns `412,6` and `mil €`; `$` before `1,234` */
export function figureOf(value: number, unit: DisplayUnit | string, writer: Writer): Figure {
  // A zero that came as −0 is zero.
  const shown = shownIn(value, unit, writer);
  const parts = figureFormat(shown, unit, writer).formatToParts(shown);
  const isFigure = ({ type }: Intl.NumberFormatPart): boolean => figureTypes.has(type);
  const first = parts.findIndex(isFigure);
  const last = parts.findLastIndex(isFigure);
  const text = (some: readonly Intl.NumberFormatPart[]): string =>
    some
      .map((part) => part.value)
      .join('')
      .trim();
  return {
    before: text(parts.slice(0, first)),
    figure: text(parts.slice(first, last + 1)),
    after: text(parts.slice(last + 1)),
    full: formatValue(value === 0 ? 0 : value, unit, writer),
  };
}

/** In a column (`amount`: money without its currency): always grouped and with as many decimals, so that digits stand below each other. */
export function formatColumn(value: number, unit: DisplayUnit | string, writer: Writer): string {
  const { locale, currency } = writer;
  const fixed = (digits: number) => ({ useGrouping: 'always', minimumFractionDigits: digits, maximumFractionDigits: digits }) as const;
  if (unit === 'rate') return numberFormat(locale, { style: 'percent', ...fixed(1) }).format(value);
  if (unit === 'money') return numberFormat(locale, { style: 'currency', currency, ...fixed(2) }).format(shownIn(value, unit, writer));
  return numberFormat(locale, fixed(unit === 'count' ? 0 : unit === 'ratio' || unit === 'correlation' || unit === 'amount' ? 2 : 1)).format(
    value,
  );
}

/** What stands after a difference whose unit is points: of a hundred, of a scale; null: the unit itself is enough. */
function pointsAfter(written: string, unit: DisplayUnit | string, writer: Writer): string | null {
  const told = toldIn(unit);
  if (told === 'percentage_points') return isEnglish(writer) ? 'pp' : 'p.\u00a0p.';
  if (told !== 'points') return null;
  // `1,0 puntos`, but `1 punto`, of which the sign is no part.
  const isOne = /^\D?1$/.test(written);
  return isEnglish(writer) ? (isOne ? 'point' : 'points') : isOne ? 'punto' : 'puntos';
}

/** @returns a difference in the unit itself: `−1,8 p. p.`, `+12 puntos`, `+22 €`, `−4 días` */
export function formatDifference(change: number, unit: DisplayUnit | string, writer: Writer): string {
  const told = toldIn(unit);
  if (told === 'percentage_points' || told === 'points') {
    const number = told === 'points' ? change : change * 100;
    // Below one point of a scale of five the second decimal is what there is to say.
    const digits = told === 'points' && Math.abs(number) < 1 ? 2 : 1;
    const written = numberFormat(writer.locale, { signDisplay: 'exceptZero', maximumFractionDigits: digits }).format(number);
    return `${written}\u00a0${pointsAfter(written, unit, writer)}`;
  }
  const { before, figure, after } = figureOf(Math.abs(change), unit, writer);
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return `${sign}${before}${before && before.length > 1 ? '\u00a0' : ''}${figure}${after ? `\u00a0${after}` : ''}`;
}

/** @returns how far two values are apart, without a sign: `1,8 p. p.`, `12 puntos`, `22 €` */
export const formatDistance = (distance: number, unit: DisplayUnit | string, writer: Writer): string =>
  hasShares(unit) ? formatValue(distance, unit, writer) : formatDifference(distance, unit, writer).replace(/^\D/, '');

/** How many decimals the figures of one list or sentence have: what the largest has, none where all are whole. */
function digitsAlike(values: readonly number[], unit: DisplayUnit | string): number {
  const largest = Math.max(0, ...values.map(Math.abs));
  if (unit === 'rate') return 1;
  const digits =
    unit === 'money'
      ? largest >= wholeFrom
        ? 0
        : 2
      : unit === 'count'
        ? largest >= 10
          ? 0
          : 1
        : unit in timeUnits
          ? largest >= 100
            ? 0
            : 1
          : unit === 'score'
            ? 1
            : 2;
  return values.every((value) => Number.isInteger(Number(value.toFixed(digits)))) ? 0 : digits;
}

/** The figures of one list or sentence: all with as many decimals. */
export interface Alike {
  readonly value: (value: number) => string;
  /** Signed; of rates and scores in points. */
  readonly difference: (change: number) => string;
}

/**
 * How the figures that stand beside each other are written, so that nobody reads `0,00 €` beside `22.057 €`.
 * @param values all of them, changes too
 * @param grouping `always` where digits stand below each other
 */
export function formatAlike(values: readonly number[], unit: DisplayUnit | string, writer: Writer, grouping: 'always' | 'auto'): Alike {
  const { locale, currency } = writer;
  const digits = digitsAlike(
    values.map((one) => shownIn(one, unit, writer)),
    unit,
  );
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: grouping } as const;
  const style: Intl.NumberFormatOptions =
    unit === 'rate'
      ? { style: 'percent' }
      : unit === 'money'
        ? { style: 'currency', currency }
        : Object.hasOwn(timeUnits, unit)
          ? { style: 'unit', unit: timeUnits[unit as keyof typeof timeUnits] ?? 'day', unitDisplay: 'long' }
          : {};
  const write = (value: number, sign: Intl.NumberFormatOptions): string =>
    numberFormat(locale, { ...style, ...fixed, ...sign }).format(shownIn(value, unit, writer));
  const signed = { signDisplay: 'exceptZero' } as const;
  return {
    value: (value) => write(value, { signDisplay: 'negative' }),
    difference: (change) => {
      const written = unit === 'rate' ? numberFormat(locale, { ...fixed, ...signed }).format(change * 100) : write(change, signed);
      const after = pointsAfter(written, unit, writer);
      return after === null ? written : `${written}\u00a0${after}`;
    },
  };
}

/** @returns an interval: `88–94`; where a bound is negative, in words: `de −0,32 a −0,09` */
export function formatRange([from, to]: readonly [number, number], write: (value: number) => string, writer: Writer, dash = '–'): string {
  if (from >= 0 && to >= 0) return `${write(from)}${dash}${write(to)}`;
  return isEnglish(writer) ? `${write(from)} to ${write(to)}` : `de ${write(from)} a ${write(to)}`;
}

/** @returns an instant in a time zone: `21 nov 2026, 9:30` */
export const formatMoment = (instant: string, timeZone: string, { locale }: Writer): string =>
  dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZone }).format(
    new Date(instant),
  );
