import type { RetentionMetric } from '../metric.ts';
import type { Frame } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { countAt, groupsWithRows } from '../plan/scan.ts';
import { distinctReasons, measure, type Planned } from '../plan/series.ts';
import * as interval from '../result/interval.ts';
import { reasons } from '../result/reasons.ts';
import { RetentionScan } from '../sql/retention.ts';
import { type BroughtMetric, RetentionBroughtScan } from '../sql/retention-brought.ts';
import { aggregateReader } from './simple.ts';

export function planRetention(metric: RetentionMetric, frame: Frame, plan: Plan): Planned {
  const { brought } = metric;
  if (brought && metric.mode === 'kept') return planBrought({ ...metric, brought }, frame, plan);
  const scan = plan.add(new RetentionScan(metric, frame, plan.world));
  const isByWorth = metric.weighting === 'value' && metric.mode !== 'formula';
  return {
    series: (answers) => {
      const answer = answers.of(scan);
      return {
        groups: answer.groups,
        at: (period, group) => {
          const row = answer.row(period, group);
          const present = countAt(row, 'present');
          const n = countAt(row, 'entities');
          const kept = countAt(row, 'kept');
          const lost = present - kept;
          const isRevalued = metric.mode === 'net' || metric.mode === 'gross';
          const unrated = countAt(row, 'unrated') + (isRevalued ? countAt(row, 'unrated_later') : 0);
          const why = unrated > 0 ? [reasons.rateMissing] : [];
          const atEnd = countAt(row, 'at_end');
          const entered = countAt(row, 'entered');
          // Of the new ones, those still there at the end: who came and left within the period is in no count of the end.
          const stayed = countAt(row, 'entered_there');
          const detail = isByWorth
            ? { at_start: present, kept, lost, net: countAt(row, 'net'), gross: countAt(row, 'gross') }
            : { at_start: present, at_end: atEnd, kept, lost, new: entered, new_left: entered - stayed, returned: atEnd - kept - stayed };
          const share = (part: number) =>
            measure({
              value: present === 0 ? null : part / present,
              numerator: part,
              denominator: present,
              n,
              ci: metric.weighting === 'entity' && part >= 0 ? interval.wilson(part, present) : null,
              reasons: distinctReasons(present === 0 ? [reasons.denominatorZero] : [], why),
              detail,
            });
          switch (metric.mode) {
            case 'net':
            case 'gross':
              return share(countAt(row, metric.mode));
            case 'rate':
              return share(kept);
            case 'lost_rate':
              return share(lost);
            case 'formula':
              return { ...share(atEnd - entered), ci: null };
            case 'kept':
              return measure({ value: kept, n, detail, reasons: why });
            case 'lost':
              return measure({ value: lost, n, detail, reasons: why, moments: { sum: lost, squares: lost } });
          }
        },
      };
    },
  };
}

/** What those kept brought in the period: a sum over the rows of another dataset, read like any. */
function planBrought(metric: BroughtMetric, frame: Frame, plan: Plan): Planned {
  const { dataset, of } = metric.brought;
  const scan = plan.add(new RetentionBroughtScan(metric, frame, plan.world));
  const { read, rows } = aggregateReader({ dataset, aggregate: 'sum', of }, scan.columns, plan.world);
  return {
    series: (answers) => {
      const answer = answers.of(scan);
      return { groups: groupsWithRows(answer, rows, frame.periods.length), at: (period, group) => read(answer, period, group) };
    },
  };
}
