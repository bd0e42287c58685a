import type { Cell } from '../cell.ts';
import type { ComputedInput, ComputedMetric, ComputedResult } from '../metric.ts';
import { type Frame, groupKey, groupOf } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { distinctReasons, measure, type Planned, type Series, unionGroups } from '../plan/series.ts';
import { reasons } from '../result/reasons.ts';
import { inputCell } from './input-cell.ts';
import { planPanels } from './panels.ts';

/** Plans the inputs over the query's groups and the metric's axis, and the panels over more, then calls its function once a period and group. */
export function planComputed(metric: ComputedMetric, frame: Frame, plan: Plan): Planned {
  const { axis } = metric;
  const added = axis !== undefined && !frame.by.includes(axis);
  const by = added ? [...frame.by, axis] : frame.by;
  const axisIndex = axis === undefined ? -1 : by.indexOf(axis);
  const inner: Frame = { ...frame, by };
  const inputs = Object.entries(metric.inputs).map(([name, input]) => ({ name, planned: plan.metric(input, inner) }));
  const panels = planPanels(metric.panels, inner, plan);
  return {
    series: (answers) => {
      const series = inputs.map(({ name, planned }) => ({ name, series: planned.series(answers) }));
      const answered = panels.series(answers);
      const groups = new Map([...unionGroups(series.map((entry) => entry.series)), ...answered.groups]);
      const siblings = siblingsOf(groups, axisIndex);
      const made = new Map<string, Record<string, Cell>>();
      const makeCells = (period: number, group: string, values: readonly (string | null)[]): Record<string, Cell> =>
        Object.fromEntries(
          series.map((entry) => [entry.name, inputCell(entry.name, entry.series.at(period, group), frame, period, groupOf(by, values))]),
        );
      // Each group is a sibling of all others: its cells are made once.
      const cellsAt = (period: number, group: string, values: readonly (string | null)[]): Record<string, Cell> => {
        const key = `${period} ${group}`;
        const known = made.get(key) ?? makeCells(period, group, values);
        made.set(key, known);
        return known;
      };
      const arounds = new Map<string, ComputedInput['siblings']>();
      const around = (period: number, outer: string): ComputedInput['siblings'] => {
        const key = `${period} ${outer}`;
        const known =
          arounds.get(key) ??
          (siblings.get(outer) ?? []).map((sibling) => ({
            axis: axisIndex < 0 ? null : (sibling.values[axisIndex] ?? null),
            cells: cellsAt(period, sibling.key, sibling.values),
          }));
        arounds.set(key, known);
        return known;
      };
      return {
        groups,
        by,
        at: (period, group) => {
          const values = groups.get(group) ?? by.map(() => null);
          const cells = cellsAt(period, group, values);
          const rows = answered.at(period, values);
          const result = metric.compute({ cells, siblings: around(period, outerKey(values, axisIndex)), panels: rows });
          const all = Object.values(cells);
          return measure({
            value: result.value,
            numerator: result.numerator ?? null,
            denominator: result.denominator ?? null,
            n: result.n ?? Math.max(0, ...all.map(({ n }) => n)),
            coverage: result.coverage ?? Math.min(1, ...all.map(({ coverage }) => coverage)),
            ci: result.ci ?? null,
            reasons: distinctReasons(toldBy(all, result.value), flawsOf(rows), result.reasons ?? [], nothingBelow(result)),
            detail: result.detail ?? null,
          });
        },
      };
    },
  };
}

/** What the inputs say; that one had nothing to divide by is of no matter where there is a value. */
const toldBy = (cells: readonly Cell[], value: number | null): readonly string[] =>
  cells.flatMap((cell) => cell.reasons.filter((reason) => value === null || reason !== reasons.denominatorZero));

/** A function that gives no value and no reason has told it by a denominator of nothing. */
const nothingBelow = ({ value, denominator, reasons: told = [] }: ComputedResult): readonly string[] =>
  value === null && denominator === 0 && told.length === 0 ? [reasons.denominatorZero] : [];

const flaws: readonly string[] = [reasons.rateMissing, reasons.startUnknown, reasons.endBeforeStart];

/** What is wrong with the data of panels. That one of their many cells is empty or immature is for the metric to judge. */
const flawsOf = (panels: ComputedInput['panels']): readonly string[] =>
  Object.values(panels).flatMap((rows) =>
    rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.reasons.filter((reason) => flaws.includes(reason)))),
  );

const outerKey = (values: readonly (string | null)[], axisIndex: number): string =>
  groupKey(values.filter((_, index) => index !== axisIndex));

/** The groups that differ only in the axis. */
function siblingsOf(groups: Series['groups'], axisIndex: number) {
  const siblings = new Map<string, { key: string; values: readonly (string | null)[] }[]>();
  for (const [key, values] of groups) {
    const outer = outerKey(values, axisIndex);
    siblings.set(outer, [...(siblings.get(outer) ?? []), { key, values }]);
  }
  return siblings;
}
