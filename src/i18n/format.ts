/** Numbers, dates and units as people of a language and a country write them. */
export interface Writer {
  /** BCP 47: `es-ES`, `en-GB`. */
  readonly locale: string;
  /** ISO 4217, of the workspace. */
  readonly currency: string;
}

export type DisplayUnit = 'rate' | 'count' | 'money' | 'days' | 'hours' | 'minutes' | 'seconds' | 'score' | 'ratio';

const isEnglish = ({ locale }: Writer): boolean => locale.startsWith('en');

export const formatNumber = (value: number, writer: Writer, digits = 2): string =>
  new Intl.NumberFormat(writer.locale, { maximumFractionDigits: digits }).format(value);

const timeUnits: Readonly<Record<'days' | 'hours' | 'minutes' | 'seconds', Intl.NumberFormatOptions['unit']>> = {
  days: 'day',
  hours: 'hour',
  minutes: 'minute',
  seconds: 'second',
};

/** @returns a KPI's value with its unit: `63,2 %`, `10.005.534 €`, `2,4 días` */
export function formatValue(value: number, unit: DisplayUnit | string, writer: Writer): string {
  switch (unit) {
    case 'rate':
      return new Intl.NumberFormat(writer.locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
    case 'money':
      return new Intl.NumberFormat(writer.locale, {
        style: 'currency',
        currency: writer.currency,
        maximumFractionDigits: Math.abs(value) >= 10_000 ? 0 : 2,
      }).format(value);
    case 'days':
    case 'hours':
    case 'minutes':
    case 'seconds':
      return new Intl.NumberFormat(writer.locale, {
        style: 'unit',
        unit: timeUnits[unit] ?? 'day',
        unitDisplay: 'long',
        maximumFractionDigits: 1,
      }).format(value);
    case 'count':
      return formatNumber(value, writer, Math.abs(value) >= 10 ? 0 : 1);
    default:
      return formatNumber(value, writer);
  }
}

/** @returns a change: of a rate in percentage points, else relative (`+12,4 %`) */
export function formatChange(change: number, relative: number | null, unit: DisplayUnit | string, writer: Writer): string {
  const signed = { signDisplay: 'exceptZero', maximumFractionDigits: 1 } as const;
  if (unit === 'rate') return `${new Intl.NumberFormat(writer.locale, signed).format(change * 100)} ${isEnglish(writer) ? 'pp' : 'p. p.'}`;
  if (relative === null) return new Intl.NumberFormat(writer.locale, signed).format(change);
  return new Intl.NumberFormat(writer.locale, { ...signed, style: 'percent' }).format(relative);
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** @param day YYYY-MM-DD */
export const formatDay = (day: string, writer: Writer): string =>
  new Intl.DateTimeFormat(writer.locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(dateOf(day));

/** @returns the name of a period: `ene 2026`, `T1 2026`, `5 ene 2026 – 11 ene 2026`; both ends included */
export function formatPeriod(period: { readonly start: string; readonly end: string }, grain: string, writer: Writer): string {
  const { start, end } = period;
  const [year = '', month = '', day = ''] = start.split('-');
  const ends = Temporal.PlainDate.from(end);
  const whole = day === '01' && ends.day === ends.daysInMonth;
  if (start === end) return formatDay(start, writer);
  if (grain === 'month' && whole && start.slice(0, 7) === end.slice(0, 7)) {
    return new Intl.DateTimeFormat(writer.locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(dateOf(start));
  }
  if (grain === 'quarter' && whole && Number(month) % 3 === 1) return `${isEnglish(writer) ? 'Q' : 'T'}${(Number(month) + 2) / 3} ${year}`;
  if (grain === 'year' && whole && month === '01') return year;
  return new Intl.DateTimeFormat(writer.locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
    dateOf(start),
    dateOf(end),
  );
}
