import type { Cell, CellState } from '../../src/metrics/cell.ts';
import type { Result, Scope } from './scope.ts';

/** The state of a result: not mature, nothing to tell, cut short, zero, or fine; the first of these that holds. */
export function stateOf(result: Result, scope: Scope): CellState {
  if (result.immature) return 'immature';
  if (result.value === null) return 'no_data';
  if (scope.knownTo !== null && scope.period.end > scope.knownTo) return 'partial';
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
    coverage: result.expected === 0 ? 1 : result.n / result.expected,
    watermark: null,
    reasons: result.reasons,
    detail: result.detail ?? null,
  };
}
