/** A stretch of days that a target can be for. */
export interface TargetPeriod {
  readonly start: string;
  readonly end: string;
}

const day = (year: number, month: number, date: number): string => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** So many months from a month of a year on (0 is January; 12 is the next one). */
const months = (year: number, month: number, count: number): TargetPeriod => ({
  start: day(year, month, 1),
  end: day(year, month + count, 0),
});

/** The periods around a day that targets are set for: from the one it is in on. Quarters and years are the fiscal year's. */
export function periodsAround(
  today: string,
  fiscalStart: number,
): { readonly months: readonly TargetPeriod[]; readonly quarters: readonly TargetPeriod[]; readonly years: readonly TargetPeriod[] } {
  const [year = 2000, month = 1] = today.split('-').map(Number);
  const back = (month - fiscalStart + 12) % 12;
  const list = (first: number, count: number, length: number): readonly TargetPeriod[] =>
    Array.from({ length: count }, (_, index) => months(year, first + index * length, length));
  return { months: list(month - 1, 13, 1), quarters: list(month - 1 - (back % 3), 5, 3), years: list(month - 1 - back, 2, 12) };
}
