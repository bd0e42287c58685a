import type { DayRange } from '../../model/dialect.ts';
import { findDataset } from '../../model/registry.ts';
import { addDays } from '../calendar/period.ts';
import { all, is } from '../expression.ts';
import type { StockMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { countAt, groupsWithRows } from '../plan/scan.ts';
import { distinctReasons, type Measure, measure, type Planned } from '../plan/series.ts';
import { reasons } from '../result/reasons.ts';
import { type StockDay, StockScan } from '../sql/stock.ts';
import { aggregateReader } from './simple.ts';

/** The days whose close a period's value is taken at: never after the last complete day. */
function daysOf(period: Frame['periods'][number], at: StockMetric['at'], last: string | null): string[] {
  const known = (day: string) => (last !== null && day > last ? last : day);
  if (at === 'closing') return [known(period.end)];
  if (at === 'opening') return [known(addDays(period.start, -1))];
  const days: string[] = [];
  for (let day = period.start; day <= known(period.end); day = addDays(day, 1)) days.push(day);
  return days.length === 0 ? [known(period.end)] : days;
}

/** The fields that begin and end a row, and whether one of unknown beginning has begun. */
export const lifeOf = ({ span }: StockMetric) => (span ? { ...span, begun: false } : { from: 'valid_from', to: 'valid_to', begun: true });

const dayOf = ({ within }: StockMetric, day: string, period: DayRange | undefined): StockDay => ({
  day,
  period: within === undefined ? null : (period ?? null),
});

const keyOf = ({ day, period }: StockDay): string => `${day} ${period?.start ?? ''} ${period?.end ?? ''}`;

/** Each day asked for once – once a period where it matters which –, ascending. */
function askedDays(metric: StockMetric, periods: readonly DayRange[], byPeriod: readonly (readonly string[])[]): readonly StockDay[] {
  const all = byPeriod.flatMap((days, index) => days.map((day) => dayOf(metric, day, periods[index])));
  const distinct = new Map(all.map((one) => [keyOf(one), one]));
  return [...distinct].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
}

export function planStock(metric: StockMetric, frame: Frame, plan: Plan): Planned {
  const byPeriod = frame.periods.map((period) => daysOf(period, metric.at, frame.lastCompleteDay));
  const asked = askedDays(metric, frame.periods, byPeriod);
  const position = new Map(asked.map((one, index) => [keyOf(one), index]));
  // What is due in one period is not in another, so deltas do not add up.
  const additive = metric.aggregate !== 'count_distinct' && metric.aggregate !== 'median' && metric.within === undefined;
  const bounds = {
    life: lifeOf(metric),
    within: metric.within ?? null,
    since: metric.since ?? [],
    until: metric.until ?? [],
    dimensions: metric.dimensions ?? {},
  };
  const scan = plan.add(new StockScan(metric.dataset, asked, bounds, additive, frame, plan.world));
  const { read, rows } = aggregateReader(metric, scan.columns, plan.world);
  const unknown = findDataset(metric.dataset)?.fields.start_unknown
    ? scan.columns.add({ call: 'rows', where: all(...(metric.where ? [metric.where] : []), is('start_unknown', true)) })
    : null;
  return {
    series: (answers) => {
      const answer = answers.of(scan);
      const on = (day: string, period: number, group: string): Measure => {
        const index = position.get(keyOf(dayOf(metric, day, frame.periods[period]))) ?? 0;
        const one = read(answer, index, group);
        const without = unknown !== null && countAt(answer.row(index, group), unknown) > 0 ? [reasons.startUnknown] : [];
        return {
          ...one,
          ci: metric.aggregate === 'count' || metric.aggregate === 'sum' || metric.aggregate === 'count_distinct' ? null : one.ci,
          reasons: distinctReasons(one.reasons, without),
        };
      };
      return {
        groups: groupsWithRows(answer, rows, asked.length),
        at: (period, group) => {
          const measures = (byPeriod[period] ?? []).map((day) => on(day, period, group));
          const [first] = measures;
          return measures.length === 1 && first ? first : meanOf(measures);
        },
      };
    },
  };
}

/** The mean of a stock over the days of a period. */
function meanOf(measures: readonly Measure[]): Measure {
  const mean = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);
  const values = measures.map(({ value }) => value).filter((value) => value !== null);
  return measure({
    value: mean(values),
    n: Math.round(mean(measures.map(({ n }) => n)) ?? 0),
    coverage: mean(measures.map(({ coverage }) => coverage)) ?? 1,
    reasons: distinctReasons(...measures.map((one) => one.reasons)),
  });
}
