import { seasonalIndices } from '../../estimators/seasonal_indices.ts';
import type { DayRange } from '../../model/dialect.ts';
import type { Settings } from '../../model/settings.ts';
import { workingDaysIn, worksOn } from '../../model/working-days.ts';
import { daysOf } from './aim-in.ts';

export const spreads = ['even', 'working_days', 'seasonal'] as const;
export type Spread = (typeof spreads)[number];

/** Numbers that add up to `total` exactly: each rounded down to the step, what is left goes to those that lost most (largest remainder). */
export function roundedShares(total: number, weights: readonly number[], step: number): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total / step) * (weight / sum));
  const whole = exact.map(Math.floor);
  const left = Math.round(total / step - whole.reduce((all, value) => all + value, 0));
  const order = exact
    .map((value, index) => ({ index, lost: value - Math.floor(value) }))
    .toSorted((one, other) => other.lost - one.lost || one.index - other.index);
  const raised = new Set(order.slice(0, left).map(({ index }) => index));
  // Dividing by the whole number of steps in one keeps cents what they are: 0.1 + 0.2 is not.
  const perOne = Math.round(1 / step);
  return whole.map((value, index) => (value + (raised.has(index) ? 1 : 0)) / perOne);
}

/** Of its own months, what share of a usual one each month of the year has; null where the history has less than two years or no such shape. */
export function seasonsOf(
  history: readonly { readonly start: string; readonly value: number | null }[],
  perYear: number,
): ReadonlyMap<number, number> | null {
  const values = history.map(({ value }) => value);
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  if (known.length < values.length) return null;
  const indices = seasonalIndices(known, perYear);
  if (indices === null) return null;
  const [first] = history;
  const begins = first ? Temporal.PlainDate.from(first.start).month : 1;
  // By the month in which the period begins, whatever the fiscal year.
  return new Map(indices.map((index, place) => [((begins - 1 + place * (12 / perYear)) % 12) + 1, index]));
}

type Work = Pick<Settings, 'business_hours' | 'holidays'>;

/** Of each day what part of its month it is: of those that are worked alike, as `target_day` divides a month. */
function partOfMonth(day: string, works: (day: Temporal.PlainDate) => boolean): number {
  const month = Temporal.PlainDate.from(day).toPlainYearMonth();
  const all = Array.from({ length: month.daysInMonth }, (_, index) => month.toPlainDate({ day: index + 1 }));
  const worked = all.filter(works).length;
  if (worked === 0) return 1 / month.daysInMonth;
  return works(Temporal.PlainDate.from(day)) ? 1 / worked : 0;
}

/** A week has of each month's season the part that its days are of it: a season of 52 weeks would rest on one week a year. */
function weekWeight(week: DayRange, seasons: ReadonlyMap<number, number>, work: Work): number {
  const works = worksOn(work);
  return daysOf(week).reduce((sum, day) => sum + (seasons.get(Temporal.PlainDate.from(day).month) ?? 1) * partOfMonth(day, works), 0);
}

const longestWeek = 7;

/**
 * A sum for a long period as sums for the periods that it is made of: alike, by working days, or as the company's own year goes; a week has its part of its months.
 * @param seasons by month (`seasonsOf`): a longer period's is that of the month in which it begins; only for `seasonal`
 * @param step 0.01 for money, 1 for counts
 */
export function spreadOver(
  total: number,
  periods: readonly DayRange[],
  by: Spread,
  {
    settings,
    seasons,
    step,
  }: {
    readonly settings: Work;
    readonly seasons: ReadonlyMap<number, number> | null;
    readonly step: number;
  },
): readonly number[] {
  const weights = periods.map((period) => {
    if (by === 'working_days') return workingDaysIn(period, settings);
    if (by !== 'seasonal' || seasons === null) return 1;
    if (daysOf(period).length <= longestWeek) return weekWeight(period, seasons, settings);
    return seasons.get(Temporal.PlainDate.from(period.start).month) ?? 1;
  });
  const isNothing = weights.every((weight) => weight === 0);
  return roundedShares(total, isNothing ? weights.map(() => 1) : weights, step);
}
