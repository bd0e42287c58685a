import { endOfPeriod, startOfPeriod } from '../../metrics/calendar/period.ts';
import type { DayRange } from '../../model/dialect.ts';
import type { Settings } from '../../model/settings.ts';

export const seriesGrains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type SeriesGrain = (typeof seriesGrains)[number];

type Rules = Pick<Settings, 'week_starts_on' | 'fiscal_year_starts_in'>;

/** After how many periods a season returns. */
export const seasonOf: Readonly<Record<SeriesGrain, number>> = { day: 7, week: 52, month: 12, quarter: 4, year: 1 };
/** How far back a forecast looks: four years of months, enough seasons and not another company. */
export const periodsBack: Readonly<Record<SeriesGrain, number>> = { day: 120, week: 130, month: 48, quarter: 32, year: 20 };

const wholeFrom = (start: Temporal.PlainDate, grain: SeriesGrain): DayRange => ({
  start: start.toString(),
  end: endOfPeriod(start, grain).toString(),
});

/** The first period that is not over by the end of a day. */
export const runningAfter = (day: string, grain: SeriesGrain, rules: Rules): DayRange =>
  wholeFrom(startOfPeriod(Temporal.PlainDate.from(day).add({ days: 1 }), grain, rules), grain);

/** The whole periods that are over by the end of a day, oldest first. */
export function periodsUntil(day: string, grain: SeriesGrain, count: number, rules: Rules): readonly DayRange[] {
  let start = Temporal.PlainDate.from(runningAfter(day, grain, rules).start);
  const periods: DayRange[] = [];
  while (periods.length < count) {
    start = startOfPeriod(start.subtract({ days: 1 }), grain, rules);
    periods.push(wholeFrom(start, grain));
  }
  return periods.toReversed();
}

/** The periods after one that ends on a day. */
export function periodsFrom(day: string, grain: SeriesGrain, count: number, rules: Rules): readonly DayRange[] {
  const periods: DayRange[] = [];
  for (let last = day; periods.length < count; last = periods.at(-1)?.end ?? last) periods.push(runningAfter(last, grain, rules));
  return periods;
}
