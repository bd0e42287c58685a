import type { Cell, CellState } from '../cell.ts';
import type { Frame, Group } from '../plan/frame.ts';
import type { Measure } from '../plan/series.ts';
import { reasons } from '../result/reasons.ts';

function stateOf({ value, reasons: why }: Measure, end: string, lastCompleteDay: string | null): CellState {
  if (value === null) return 'no_data';
  if (lastCompleteDay === null || end > lastCompleteDay) return 'partial';
  if (why.includes(reasons.immature)) return 'immature';
  return value === 0 ? 'zero' : 'ok';
}

/** A cell as a computed metric reads it: no KPI's, so without variant, version and watermark. */
export function inputCell(name: string, one: Measure, frame: Frame, period: number, group: Group): Cell {
  const days = frame.periods[period] ?? { start: '', end: '' };
  return {
    kpi: name,
    variant: 'input',
    version: '',
    period: days,
    group,
    value: one.value,
    numerator: one.numerator,
    denominator: one.denominator,
    n: one.n,
    state: stateOf(one, days.end, frame.lastCompleteDay),
    ...(one.ci ? { ci: one.ci } : {}),
    coverage: one.coverage,
    watermark: null,
    reasons: one.reasons,
    detail: one.detail,
  };
}
