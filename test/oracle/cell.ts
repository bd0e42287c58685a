import type { Cell, CellState } from '../../src/metrics/cell.ts';
import type { Result, Scope } from './scope.ts';

/** The state of a result: nothing to tell, of a running period, not mature, zero, or fine; the first of these that holds. */
export function stateOf(result: Result, scope: Scope): CellState {
  if (result.value === null) return 'no_data';
  if (!scope.complete) return 'partial';
  if (result.immature) return 'immature';
  return result.value === 0 ? 'zero' : 'ok';
}

/** The cell of a result, without name, version, watermark and interval: the oracle does not judge these. */
export function cellOf(result: Result, scope: Scope): Cell {
  return {
    kpi: 'oracle',
    variant: 'default',
    version: '',
    period: scope.period,
    group: scope.group,
    value: result.value,
    ...(result.numerator === undefined ? {} : { numerator: result.numerator }),
    ...(result.denominator === undefined ? {} : { denominator: result.denominator }),
    n: result.n,
    state: stateOf(result, scope),
    coverage: result.coverage,
    watermark: null,
    reasons: [...result.reasons, ...(scope.complete ? [] : ['partial'])],
    detail: result.detail ?? null,
  };
}

/** Whether there is anything to tell of a cell. */
export const tells = (cell: Cell): boolean => cell.n > 0 || (cell.value ?? 0) !== 0 || (cell.numerator ?? 0) !== 0;
