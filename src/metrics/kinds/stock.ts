import { findDataset } from '../../model/registry.ts';
import { addDays } from '../calendar/period.ts';
import { all, is } from '../expression.ts';
import type { StockMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { countAt, groupsWithRows } from '../plan/scan.ts';
import { distinctReasons, type Measure, measure, type Planned } from '../plan/series.ts';
import { reasons } from '../result/reasons.ts';
import { StockScan } from '../sql/stock.ts';
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

export function planStock(metric: StockMetric, frame: Frame, plan: Plan): Planned {
  const byPeriod = frame.periods.map((period) => daysOf(period, metric.at, frame.lastCompleteDay));
  const days = [...new Set(byPeriod.flat())].sort();
  const position = new Map(days.map((day, index) => [day, index]));
  const additive = metric.aggregate !== 'count_distinct' && metric.aggregate !== 'median';
  const bounds = { since: metric.since ?? [], until: metric.until ?? [] };
  const scan = plan.add(new StockScan(metric.dataset, days, bounds, additive, frame, plan.world));
  const { read, rows } = aggregateReader(metric, scan.columns, plan.world);
  const unknown = findDataset(metric.dataset)?.fields.start_unknown
    ? scan.columns.add({ call: 'rows', where: all(...(metric.where ? [metric.where] : []), is('start_unknown', true)) })
    : null;
  return {
    series: (answers) => {
      const answer = answers.of(scan);
      const on = (day: string, group: string): Measure => {
        const index = position.get(day) ?? 0;
        const one = read(answer, index, group);
        const without = unknown !== null && countAt(answer.row(index, group), unknown) > 0 ? [reasons.startUnknown] : [];
        return {
          ...one,
          ci: metric.aggregate === 'count' || metric.aggregate === 'sum' || metric.aggregate === 'count_distinct' ? null : one.ci,
          reasons: distinctReasons(one.reasons, without),
        };
      };
      return {
        groups: groupsWithRows(answer, rows, days.length),
        at: (period, group) => {
          const measures = (byPeriod[period] ?? []).map((day) => on(day, group));
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
    coverage: Math.min(1, ...measures.map(({ coverage }) => coverage)),
    reasons: distinctReasons(...measures.map((one) => one.reasons)),
  });
}
