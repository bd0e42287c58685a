import { addDays } from '../calendar/period.ts';
import { all, compare, type Expression, elapsed, field, isKnown, literal } from '../expression.ts';
import type { ConversionMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { countAt, groupsWithRows, type ScanResult } from '../plan/scan.ts';
import { coverageOf, measure, type Planned } from '../plan/series.ts';
import * as interval from '../result/interval.ts';
import { reasons } from '../result/reasons.ts';
import { ConversionScan } from '../sql/conversion.ts';
import { FlowScan } from '../sql/flow.ts';
import { rateReader } from './simple.ts';

interface Counts {
  readonly groups: ScanResult['groups'];
  at(period: number, group: string): { readonly converted: number; readonly reversed: number };
}

/**
 * A conversion counts when it is not before its base and at most `window` days after it (elapsed time; whole days where either end is only a date). Cohorts younger than the
 * window at the last complete day are immature.
 */
export function planConversion(metric: ConversionMetric, frame: Frame, plan: Plan): Planned {
  const baseScan = plan.add(new FlowScan(metric.base.dataset, metric.base.at, frame, plan.world, metric.base.dimensions));
  const where = metric.base.where ?? null;
  const entered =
    metric.weighting === 'value' && metric.value
      ? baseScan.columns.add({ call: 'sum', of: metric.value, where })
      : metric.count === 'entities'
        ? baseScan.columns.add({ call: 'distinct', of: field(metric.base.entity), where })
        : baseScan.columns.add({ call: 'rows', where });
  const rows = baseScan.columns.add({ call: 'rows', where });
  const usable = metric.weighting === 'value' && metric.value ? baseScan.columns.add({ call: 'known', of: metric.value, where }) : rows;
  const rates =
    metric.weighting === 'value' && metric.value
      ? rateReader(baseScan.columns, metric.base.dataset, metric.value, where, plan.world)
      : () => [];
  const conversions = metric.converted.same_row
    ? planSameRow(metric, metric.converted, frame, plan)
    : planTwoDatasets(metric, metric.converted, frame, plan);
  const isMature = (period: number): boolean => {
    const end = frame.periods[period]?.end;
    if (metric.window === null || end === undefined || frame.lastCompleteDay === null || metric.dated_by === 'conversion') return true;
    return addDays(end, metric.window) <= frame.lastCompleteDay;
  };
  return {
    series: (answers) => {
      const bases = answers.of(baseScan);
      const found = conversions(answers);
      return {
        groups: new Map([...groupsWithRows(bases, rows, frame.periods.length), ...found.groups]),
        at: (period, group) => {
          const base = bases.row(period, group);
          const denominator = countAt(base, entered);
          const { converted, reversed } = found.at(period, group);
          const isShare = metric.weighting === 'entity' && metric.count === 'entities' && metric.dated_by === 'base';
          return measure({
            value: denominator === 0 ? null : converted / denominator,
            numerator: converted,
            denominator,
            n: metric.weighting === 'value' ? countAt(base, usable) : denominator,
            coverage: coverageOf(countAt(base, usable), countAt(base, rows)),
            ci: isShare ? interval.wilson(converted, denominator) : null,
            reasons: [
              ...(denominator === 0 ? [reasons.denominatorZero] : []),
              ...rates(countAt(base, usable), base),
              ...(reversed > 0 ? [reasons.endBeforeStart] : []),
              ...(isMature(period) || denominator === 0 ? [] : [reasons.immature]),
            ],
          });
        },
      };
    },
  };
}

type Found = (answers: Parameters<Planned['series']>[0]) => Counts;

/** The base row holds its own conversion. */
function planSameRow(
  metric: ConversionMetric,
  converted: Extract<ConversionMetric['converted'], { same_row: true }>,
  frame: Frame,
  plan: Plan,
): Found {
  const { base, window } = metric;
  const at = metric.dated_by === 'conversion' && converted.at ? converted.at : base.at;
  const scan = plan.add(new FlowScan(base.dataset, at, frame, plan.world, base.dimensions));
  const conditions: Expression[] = [...(base.where ? [base.where] : []), ...(converted.where ? [converted.where] : [])];
  const forward = converted.at ? [compare(elapsedSeconds(base.at, converted.at), '>=', literal(0))] : [];
  const timed: Expression[] =
    converted.at && window !== null ? [...forward, compare(elapsed(base.at, converted.at, 'day'), '<=', literal(window))] : [];
  // Ever: the mere fact counts, dated or not; without a fact to look at, the date is the fact.
  const fact: Expression[] = converted.at && !converted.where ? [isKnown(converted.at)] : [];
  const success = all(...conditions, ...fact, ...timed);
  const name =
    metric.weighting === 'value' && metric.value
      ? scan.columns.add({ call: 'sum', of: metric.value, where: success })
      : metric.count === 'entities'
        ? scan.columns.add({ call: 'distinct', of: field(base.entity), where: success })
        : scan.columns.add({ call: 'rows', where: success });
  const hits = scan.columns.add({ call: 'rows', where: success });
  const backward =
    converted.at && window !== null
      ? scan.columns.add({ call: 'rows', where: all(...conditions, compare(elapsedSeconds(base.at, converted.at), '<', literal(0))) })
      : null;
  return (answers) => {
    const answer = answers.of(scan);
    return {
      groups: groupsWithRows(answer, hits, frame.periods.length),
      at: (period, group) => {
        const row = answer.row(period, group);
        return { converted: countAt(row, name), reversed: backward ? countAt(row, backward) : 0 };
      },
    };
  };
}

const elapsedSeconds = (from: string, to: string): Expression => ({ op: 'elapsed', from, to, unit: 'second', time: 'calendar' });

function planTwoDatasets(
  metric: ConversionMetric,
  converted: Extract<ConversionMetric['converted'], { same_row: false }>,
  frame: Frame,
  plan: Plan,
): Found {
  const scan = plan.add(new ConversionScan({ ...metric, converted }, frame, plan.world));
  const name = metric.weighting === 'value' ? 'value' : metric.count === 'entities' ? 'entities' : 'rows';
  return (answers) => {
    const answer = answers.of(scan);
    return { groups: answer.groups, at: (period, group) => ({ converted: countAt(answer.row(period, group), name), reversed: 0 }) };
  };
}
