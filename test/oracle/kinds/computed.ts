import type { Cell } from '../../../src/metrics/cell.ts';
import type { ComputedMetric } from '../../../src/metrics/metric.ts';
import { cellOf } from '../cell.ts';
import { evaluate } from '../evaluate.ts';
import { groupsOf } from '../groups.ts';
import type { Result, Scope } from '../scope.ts';

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
  const result = metric.compute({ cells, siblings });
  const all = Object.values(cells);
  return {
    value: result.value,
    ...(result.numerator === undefined ? {} : { numerator: result.numerator }),
    ...(result.denominator === undefined ? {} : { denominator: result.denominator }),
    n: result.n ?? Math.min(...all.map((cell) => cell.n)),
    coverage: Math.min(...all.map((cell) => cell.coverage)),
    immature: all.some((cell) => cell.state === 'immature'),
    reasons: [...new Set([...all.flatMap((cell) => cell.reasons), ...(result.reasons ?? [])])].filter((reason) => reason !== 'partial'),
    detail: result.detail ?? null,
  };
}

const outerOf = (scope: Scope, axis: string): Scope['group'] =>
  Object.fromEntries(Object.entries(scope.group).filter(([name]) => name !== axis));
