import {
  type Alike,
  type DisplayUnit,
  type Figure,
  figureOf,
  formatAlike,
  formatChange,
  formatColumn,
  formatDay,
  formatDifference,
  formatMoment,
  formatNumber,
  formatPeriod,
  formatRange,
  formatValue,
  hasShares,
  shownIn,
  type Writer,
} from '../../../src/i18n/format.ts';
import { dateFormat, numberFormat } from '../../../src/i18n/formats.ts';
import { type Language, localeFor } from '../../../src/i18n/language.ts';

type Unit = DisplayUnit | string;
type Period = { readonly start: string; readonly end: string };

/** Every way in which a number or a date is written on a page; the workspace's country and currency are already in it. */
export interface Format {
  readonly writer: Writer;
  readonly number: (value: number, digits?: number) => string;
  /** `63,2 %`, `10.005.534 €`, `2,4 días` */
  readonly value: (value: number, unit: Unit) => string;
  /** The large figure of a card, apart from its unit: `412,6` `mil €`. */
  readonly figure: (value: number, unit: Unit) => Figure;
  /** In a column, so that digits stand below each other: always grouped, always as many decimals. */
  readonly column: (value: number, unit: Unit) => string;
  /** As a share of what was: `+12,4 %`; what has none as the difference. */
  readonly change: (change: number, relative: number | null, unit: Unit) => string;
  /** Whether a change of it is told as a share of what was, too: not of rates and scores. */
  readonly hasShares: (unit: Unit) => boolean;
  /** The difference itself, in the unit: `−1,8 p. p.`, `+12 puntos`, `+22 €`. */
  readonly difference: (change: number, unit: Unit) => string;
  /** The figures of one list (`always` grouped, where digits stand below each other) or sentence: all with as many decimals. */
  readonly alike: (values: readonly number[], unit: Unit, grouping?: 'always' | 'auto') => Alike;
  /** An interval, each bound written as given: `88 % – 94 %`, `de −0,32 a −0,09`. */
  readonly range: (ends: readonly [number, number], write: (value: number) => string, dash?: string) => string;
  /** On an axis: as short as can be. */
  readonly axis: (value: number, unit: Unit) => string;
  /** A figure as it is shown: an amount in the currency chosen, any other as it is. */
  readonly shown: (value: number, unit: Unit) => number;
  /** How long ago a day was: in days, later in months and years. */
  readonly age: (days: number) => string;
  /** A part of a whole, without decimals: `97 %`, `<1 %`. */
  readonly share: (share: number) => string;
  /** The size of a file: `638 kB`. */
  readonly bytes: (bytes: number) => string;
  readonly day: (day: string) => string;
  readonly period: (period: Period, grain: string) => string;
  /** An instant in the workspace's time zone. */
  readonly moment: (instant: string) => string;
  /** The day of an instant in the workspace's time zone. */
  readonly momentDay: (instant: string) => string;
  /** For sorting words as a reader of the language expects. */
  readonly collator: Intl.Collator;
  /** A sentence that came from the server: with true minus signs. */
  readonly sentence: (text: string) => string;
  readonly list: (items: readonly string[]) => string;
}

/** A true minus sign, and nothing that breaks between a figure and its unit, nor between a sign and the `€` after it. */
const whole = (text: string): string =>
  text
    .replace(/^-/, '−')
    .replace(/^[−+](?=\D)/, '$&\u2060')
    .replaceAll(' ', '\u00a0');

function formatOf(writer: Writer, timezone: string): Format {
  const { currency } = writer;
  const percent = (share: number): string => numberFormat(writer.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  // What only some pages need is made when it is asked for: it takes a telephone some hundredths of a second.
  let list: Intl.ListFormat | null = null;
  let collator: Intl.Collator | null = null;
  return {
    writer,
    number: (value, digits) => whole(formatNumber(value, writer, digits)),
    value: (value, unit) =>
      // As the large figure of a score has it: more decimals would say more than a questionnaire does.
      whole(unit === 'score' ? formatNumber(value === 0 ? 0 : value, writer, 1) : formatValue(value, unit, writer)),
    figure: (value, unit) => {
      const parts = figureOf(value, unit, writer);
      return { ...parts, figure: whole(parts.figure) };
    },
    column: (value, unit) => whole(formatColumn(value, unit, writer)),
    change: (change, relative, unit) => whole(formatChange(change, relative, unit, writer)),
    hasShares,
    difference: (change, unit) => whole(formatDifference(change, unit, writer)),
    alike: (values, unit, grouping = 'auto') => {
      const { value, difference } = formatAlike(values, unit, writer, grouping);
      return { value: (one) => whole(value(one)), difference: (one) => whole(difference(one)) };
    },
    range: (ends, write, dash = ' – ') => formatRange(ends, write, writer, dash),
    axis: (value, unit) => {
      if (unit === 'rate') return percent(value);
      if (unit === 'money')
        return whole(numberFormat(writer.locale, { style: 'currency', currency, ...compact }).format(shownIn(value, unit, writer)));
      return whole(numberFormat(writer.locale, compact).format(value));
    },
    age: (days) => {
      const [count, unit] =
        days < 60 ? [days, 'day'] : days < 730 ? [Math.floor(days / 30.44), 'month'] : [Math.floor(days / 365.25), 'year'];
      return whole(numberFormat(writer.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
    },
    shown: (value, unit) => shownIn(value, unit, writer),
    // What is little is not nothing.
    share: (share) => (share > 0 && share < 0.005 ? `<${percent(0.01)}` : percent(share)),
    bytes: (bytes) => {
      const step =
        bytes < 1e6 ? { unit: 'kilobyte', size: 1e3 } : bytes < 1e9 ? { unit: 'megabyte', size: 1e6 } : { unit: 'gigabyte', size: 1e9 };
      const written = new Intl.NumberFormat(writer.locale, {
        style: 'unit',
        unit: step.unit,
        maximumFractionDigits: bytes < 1e6 ? 0 : 1,
      });
      return whole(written.format(bytes < 1e6 ? Math.max(1, bytes / step.size) : bytes / step.size));
    },
    day: (day) => formatDay(day, writer),
    period: (period, grain) => formatPeriod(period, grain, writer),
    moment: (instant) => formatMoment(instant, timezone, writer),
    momentDay: (instant) =>
      dateFormat(writer.locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: timezone }).format(new Date(instant)),
    get collator() {
      collator ??= new Intl.Collator(writer.locale, { numeric: true, sensitivity: 'base' });
      return collator;
    },
    sentence: (text) => text.replace(/(?<=^|[\s(])-(?=\d)/g, '−'),
    list: (items) => {
      list ??= new Intl.ListFormat(writer.locale, { type: 'conjunction' });
      return list.format(items);
    },
  };
}

/** Hundreds of pieces of a page write figures; what they write with is dear to make, and made once. */
const made = new Map<string, Format>();

/** As a company's country writes them, in the language shown. */
export function formatFor(
  language: Language,
  {
    locale,
    currency,
    timezone,
    worth = 1,
  }: { readonly locale: string; readonly currency: string; readonly timezone: string; readonly worth?: number },
): Format {
  const writer: Writer = { locale: localeFor(language, locale), currency, worth };
  const key = `${writer.locale} ${currency} ${timezone} ${worth}`;
  const format = made.get(key) ?? formatOf(writer, timezone);
  made.set(key, format);
  return format;
}
