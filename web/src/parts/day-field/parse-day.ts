type Part = 'day' | 'month' | 'year';

/** The order in which a country writes a date. */
export function orderOf(locale: string): readonly Part[] {
  const parts = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(new Date(0));
  return parts.flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
}

/** @returns a day as its country writes it in figures: `21/11/2026`; empty for none */
export const writeDay = (day: string, locale: string): string =>
  day === ''
    ? ''
    : new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      );

/** Reads a day as its country writes it, or YYYY-MM-DD. @returns YYYY-MM-DD; null for what is no day */
export function parseDay(text: string, locale: string): string | null {
  const figures = text
    .trim()
    .split(/[^\d]+/)
    .filter(Boolean);
  if (figures.length !== 3) return null;
  const order: readonly Part[] = figures[0]?.length === 4 ? ['year', 'month', 'day'] : orderOf(locale);
  const found = new Map(order.map((part, index) => [part, Number(figures[index])]));
  const year = found.get('year') ?? 0;
  const date = new Date(Date.UTC(year < 100 ? year + 2000 : year, (found.get('month') ?? 0) - 1, found.get('day') ?? 0));
  const isReal = date.getUTCMonth() === (found.get('month') ?? 0) - 1 && date.getUTCDate() === found.get('day');
  return isReal && date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 2100 ? date.toISOString().slice(0, 10) : null;
}
