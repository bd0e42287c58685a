import type { DayRange } from '../../model/dialect.ts';
import { all, type Expression, field, literal } from '../expression.ts';
import type { SimpleMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { Rows, type World } from '../plan/rows.ts';
import { type Columns, countAt, groupsWithRows, numberAt, type ScanResult } from '../plan/scan.ts';
import { coverageOf, type Measure, measure, type Planned } from '../plan/series.ts';
import * as interval from '../result/interval.ts';
import { reasons } from '../result/reasons.ts';
import { moneyPaths, needsRates } from '../sql/expression.ts';
import { FlowScan } from '../sql/flow.ts';
import { type RepeatMetric, RepeatScan } from '../sql/repeat.ts';

/** Reads one period and group of an answered scan. */
type Read = (answer: ScanResult, period: number, group: string) => Measure;

export interface Reader {
  readonly read: Read;
  /** The column that counts the metric's rows. */
  readonly rows: string;
}

/** Aggregates what a reader of money needs to say how many rows had no rate. */
export function rateReader(
  columns: Columns,
  dataset: string,
  of: Expression,
  where: Expression | null,
  world: World,
): (known: number, row: Parameters<typeof countAt>[0]) => readonly string[] {
  const foreign = moneyPaths(of).filter((path) => needsRates(new Rows(dataset, world), path));
  if (foreign.length === 0) return () => [];
  const recorded = columns.add({
    call: 'known',
    of: foreign.length === 1 ? field(foreign[0] ?? '') : literal(1),
    where:
      foreign.length === 1
        ? where
        : all(...(where ? [where] : []), ...foreign.map((path): Expression => ({ op: 'not', item: { op: 'is_null', item: field(path) } }))),
  });
  return (known, row) => (countAt(row, recorded) > known ? [reasons.rateMissing] : []);
}

type Aggregated = Pick<SimpleMetric, 'dataset' | 'aggregate' | 'of' | 'fraction' | 'scale' | 'where' | 'empty'>;

/** Asks a scan for what an aggregate needs and gives the way to read it. Shared by flows and stocks. */
export function aggregateReader(metric: Aggregated, columns: Columns, world: World): Reader {
  const rows = columns.add({ call: 'rows', where: metric.where ?? null });
  const read = readerOf(metric, rows, columns, world);
  const { empty } = metric;
  if (empty === undefined) return { rows, read };
  const value = empty === 'zero' ? 0 : null;
  return {
    rows,
    read: (answer, period, group) => {
      const one = read(answer, period, group);
      return countAt(answer.row(period, group), rows) === 0 ? { ...one, value } : one;
    },
  };
}

function readerOf(metric: Aggregated, rows: string, columns: Columns, world: World): Read {
  const where = metric.where ?? null;
  const { aggregate } = metric;
  if (aggregate === 'count') {
    return (answer, period, group) => {
      const n = countAt(answer.row(period, group), rows);
      return measure({ value: n, n, ci: interval.poisson(n), moments: { sum: n, squares: n } });
    };
  }
  const of = metric.of ?? literal(1);
  if (aggregate === 'count_distinct') {
    const distinct = columns.add({ call: 'distinct', of, where });
    const known = columns.add({ call: 'known', of, where });
    return (answer, period, group) => {
      const row = answer.row(period, group);
      const n = countAt(row, distinct);
      return measure({
        value: n,
        n,
        coverage: coverageOf(countAt(row, known), countAt(row, rows)),
        ci: interval.poisson(n),
        moments: { sum: n, squares: n },
      });
    };
  }
  const known = columns.add({ call: 'known', of, where });
  const rates = rateReader(columns, metric.dataset, of, where, world);
  const facts = (answer: ScanResult, period: number, group: string) => {
    const row = answer.row(period, group);
    const n = countAt(row, known);
    return { row, n, coverage: coverageOf(n, countAt(row, rows)), reasons: rates(n, row) };
  };
  switch (aggregate) {
    case 'sum':
    case 'average': {
      const total = columns.add({ call: 'sum', of, where });
      const squares = columns.add({ call: 'squares', of, where });
      return (answer, period, group) => {
        const { row, ...rest } = facts(answer, period, group);
        const sum = countAt(row, total);
        const square = countAt(row, squares);
        if (aggregate === 'average') {
          const value = rest.n === 0 ? null : sum / rest.n;
          return measure({ ...rest, value, numerator: sum, denominator: rest.n, ci: interval.mean(rest.n, sum, square, metric.scale) });
        }
        const value = rest.n === 0 && rest.coverage === 0 ? null : sum;
        return measure({ ...rest, value, moments: { sum, squares: square } });
      };
    }
    case 'median':
    case 'percentile': {
      const fraction = aggregate === 'median' ? 0.5 : (metric.fraction ?? 0.5);
      const values = columns.add({ call: 'quantile', of, fraction, where });
      return (answer, period, group) => {
        const { row, ...rest } = facts(answer, period, group);
        const list = row?.[values];
        const [low = null, value = null, high = null]: readonly (number | null)[] = Array.isArray(list) ? list : [];
        return measure({ ...rest, value, ci: rest.n < 2 || low === null || high === null ? null : [low, high] });
      };
    }
    case 'min':
    case 'max': {
      const extreme = columns.add({ call: aggregate, of, where });
      return (answer, period, group) => {
        const { row, ...rest } = facts(answer, period, group);
        return measure({ ...rest, value: numberAt(row, extreme) });
      };
    }
  }
}

/** @param ranges the days that count for each period, where they are not the period's own. */
export function planSimple(metric: SimpleMetric, frame: Frame, plan: Plan, ranges: readonly DayRange[] = frame.periods): Planned {
  if (metric.at_least) return planRepeat({ ...metric, at_least: metric.at_least }, frame, plan, ranges);
  const scan = plan.add(new FlowScan(metric.dataset, metric.at, frame, plan.world, metric.dimensions, ranges));
  const { read, rows } = aggregateReader(metric, scan.columns, plan.world);
  return {
    series: (answers) => {
      const answer = answers.of(scan);
      return { groups: groupsWithRows(answer, rows, frame.periods.length), at: (period, group) => read(answer, period, group) };
    },
  };
}

/** Distinct values that come at least so often. */
function planRepeat(metric: RepeatMetric, frame: Frame, plan: Plan, ranges: readonly DayRange[]): Planned {
  const scan = plan.add(new RepeatScan(metric, frame, plan.world, ranges));
  return {
    series: (answers) => {
      const answer = answers.of(scan);
      return {
        groups: answer.groups,
        at: (period, group) => {
          const value = countAt(answer.row(period, group), 'a1');
          return measure({ value, n: value, ci: interval.poisson(value), moments: { sum: value, squares: value } });
        },
      };
    },
  };
}
