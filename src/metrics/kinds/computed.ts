import type { Cell } from '../cell.ts';
import type { ComputedInput, ComputedMetric } from '../metric.ts';
import { type Frame, groupKey, groupOf } from '../plan/frame.ts';
import type { Plan } from '../plan/plan.ts';
import { distinctReasons, type Measure, measure, type Planned, type Series, unionGroups } from '../plan/series.ts';

/** Plans the inputs over the query's groups and the metric's axis, then calls its function once a period and group. */
export function planComputed(metric: ComputedMetric, frame: Frame, plan: Plan): Planned {
  const { axis } = metric;
  const added = axis !== undefined && !frame.by.includes(axis);
  const by = added ? [...frame.by, axis] : frame.by;
  const axisIndex = axis === undefined ? -1 : by.indexOf(axis);
  const inner: Frame = { ...frame, by };
  const inputs = Object.entries(metric.inputs).map(([name, input]) => ({ name, planned: plan.metric(input, inner) }));
  return {
    series: (answers) => {
      const series = inputs.map(({ name, planned }) => ({ name, series: planned.series(answers) }));
      const groups = unionGroups(series.map((entry) => entry.series));
      const siblings = siblingsOf(groups, axisIndex);
      const made = new Map<string, Record<string, Cell>>();
      const makeCells = (period: number, group: string, values: readonly (string | null)[]): Record<string, Cell> =>
        Object.fromEntries(
          series.map((entry) => [entry.name, cellOf(entry.name, entry.series.at(period, group), frame, period, groupOf(by, values))]),
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
          const result = metric.compute({ cells, siblings: around(period, outerKey(values, axisIndex)) });
          const all = Object.values(cells);
          return measure({
            value: result.value,
            numerator: result.numerator ?? null,
            denominator: result.denominator ?? null,
            n: result.n ?? Math.max(0, ...all.map(({ n }) => n)),
            coverage: Math.min(1, ...all.map(({ coverage }) => coverage)),
            ci: result.ci ?? null,
            reasons: distinctReasons(...all.map((cell) => cell.reasons), result.reasons ?? []),
            detail: result.detail ?? null,
          });
        },
      };
    },
  };
}

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

const cellOf = (name: string, one: Measure, frame: Frame, period: number, group: Readonly<Record<string, string | null>>): Cell => ({
  kpi: name,
  variant: 'input',
  version: '',
  period: frame.periods[period] ?? { start: '', end: '' },
  group,
  value: one.value,
  numerator: one.numerator,
  denominator: one.denominator,
  n: one.n,
  state: one.value === null ? 'no_data' : one.value === 0 ? 'zero' : 'ok',
  ...(one.ci ? { ci: one.ci } : {}),
  coverage: one.coverage,
  watermark: null,
  reasons: one.reasons,
  detail: one.detail,
});
