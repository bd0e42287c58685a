import type { Cell } from '../../../src/metrics/cell.ts';
import type { ComputedMetric, Panel, PanelRow } from '../../../src/metrics/metric.ts';
import { type Period, periodOf } from '../calendar.ts';
import { cellOf, tells } from '../cell.ts';
import { evaluate } from '../evaluate.ts';
import { groupsOf } from '../groups.ts';
import type { Result, Scope } from '../scope.ts';
import { addDays, earliest } from '../time.ts';

/** A pure function of the cells of its inputs. With an axis, also of those of the axis's other values in the same period and outer group. */
export function computed(metric: ComputedMetric, scope: Scope): Result {
  const cellsIn = (inner: Scope): Record<string, Cell> =>
    Object.fromEntries(Object.entries(metric.inputs).map(([name, input]) => [name, cellOf(evaluate(input, inner), inner)]));
  const { axis } = metric;
  const cells = cellsIn(scope);
  const siblings: { axis: string | null; cells: Record<string, Cell> }[] = [];
  if (axis !== undefined) {
    for (const key of groupsOf(metric, [axis], { ...scope, group: outerOf(scope, axis) }).map((group) => group[axis] ?? null)) {
      siblings.push({ axis: key, cells: cellsIn({ ...scope, group: { ...scope.group, [axis]: key } }) });
    }
  }
  const panels = Object.fromEntries(Object.entries(metric.panels ?? {}).map(([name, panel]) => [name, panelOf(panel, scope)]));
  const result = metric.compute({ cells, siblings, panels });
  const all = Object.values(cells);
  const isEmpty = result.value === null && result.denominator === 0 && (result.reasons ?? []).length === 0;
  return {
    value: result.value,
    ...(result.numerator === undefined ? {} : { numerator: result.numerator }),
    ...(result.denominator === undefined ? {} : { denominator: result.denominator }),
    n: result.n ?? Math.max(0, ...all.map((cell) => cell.n)),
    coverage: result.coverage ?? Math.min(1, ...all.map((cell) => cell.coverage)),
    immature: [...all.flatMap((cell) => cell.reasons), ...(result.reasons ?? [])].includes('immature'),
    reasons: [
      ...new Set([...toldBy(all, result.value), ...flawsOf(panels), ...(result.reasons ?? []), ...(isEmpty ? ['denominator_zero'] : [])]),
    ].filter((reason) => reason !== 'partial'),
    detail: result.detail ?? null,
  };
}

/** What the inputs say; that one had nothing to divide by is of no matter where there is a value. */
const toldBy = (cells: readonly Cell[], value: number | null): string[] =>
  cells.flatMap((cell) => cell.reasons.filter((reason) => value === null || reason !== 'denominator_zero'));

/** Of the many cells of panels only what is wrong with their data is told. */
const flawsOf = (panels: Readonly<Record<string, readonly PanelRow[]>>): string[] =>
  Object.values(panels)
    .flatMap((rows) => rows.flatMap((row) => row.cells.flatMap((cell) => cell.reasons)))
    .filter((reason) => ['rate_missing', 'start_unknown', 'end_before_start'].includes(reason));

/** A panel's groups within the scope's, each with a cell for each of the panel's periods. */
function panelOf(panel: Panel, scope: Scope): PanelRow[] {
  const own = panel.by ?? [];
  const extra = own.filter((dimension) => !(dimension in scope.group));
  const periods = panelPeriods(panel, scope);
  const grain = panel.grain ?? scope.grain;
  const groups = extra.length === 0 ? [scope.group] : groupsOf(panel.metric, extra, scope);
  const rows = groups.map((group) => ({
    group: Object.fromEntries(own.map((dimension) => [dimension, group[dimension] ?? null])),
    cells: periods.map((period) => {
      const inner = { ...scope, period, group, grain, complete: scope.knownTo !== null && period.end <= scope.knownTo };
      const cell = cellOf(evaluate(panel.metric, inner), inner);
      return { ...cell, reasons: cell.reasons.filter((reason) => reason !== 'partial') };
    }),
  }));
  const order = (row: PanelRow): string => own.map((dimension) => row.group[dimension] ?? '\uffff').join('\u0000');
  return rows.filter((row) => extra.length === 0 || row.cells.some(tells)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Walks the calendar back from the last day that counts, from one whole period to the one before. */
function panelPeriods({ grain, back }: Panel, scope: Scope): Period[] {
  if (grain === undefined) return [scope.period];
  if (scope.knownTo === null) return [];
  const last = earliest([scope.period.end, scope.knownTo]) ?? scope.knownTo;
  const found: Period[] = [];
  for (let whole = periodOf(last, grain, scope.world.settings); ; whole = periodOf(addDays(whole.start, -1), grain, scope.world.settings)) {
    if (whole.end > last) continue;
    if (back === undefined ? whole.start < scope.period.start : found.length === back) return found.reverse();
    found.push(whole);
  }
}

const outerOf = (scope: Scope, axis: string): Scope['group'] =>
  Object.fromEntries(Object.entries(scope.group).filter(([name]) => name !== axis));
