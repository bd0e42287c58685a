import { changeFrom } from '../../model/change.ts';
import type { DayRange } from '../../model/dialect.ts';
import type { Asked } from '../asked.ts';
import type { Cell, CellState } from '../cell.ts';
import type { Group } from '../plan/frame.ts';
import type { Measure } from '../plan/series.ts';
import { reasons } from './reasons.ts';

const stateOf = (measure: Measure, complete: boolean): CellState => {
  if (measure.value === null) return 'no_data';
  if (!complete) return 'partial';
  if (measure.reasons.includes(reasons.immature)) return 'immature';
  return measure.value === 0 ? 'zero' : 'ok';
};

/** Databases know a zero below zero, that people would read as «−0 €». */
const withoutMinusZero = (value: number | null): number | null => (value === 0 ? 0 : value);

export function makeCell(parts: {
  readonly asked: Asked;
  readonly period: DayRange;
  readonly group: Group;
  readonly measure: Measure;
  readonly complete: boolean;
  readonly watermark: string | null;
  readonly earlier: { readonly period: DayRange; readonly measure: Measure } | null;
}): Cell {
  const { asked, measure, earlier } = parts;
  const small = measure.n > 0 && measure.n < asked.minimumSample;
  return {
    kpi: asked.kpi,
    variant: asked.variant,
    version: asked.version,
    period: parts.period,
    group: parts.group,
    value: withoutMinusZero(measure.value),
    ...(measure.denominator === null && measure.numerator === null
      ? {}
      : { numerator: withoutMinusZero(measure.numerator), denominator: withoutMinusZero(measure.denominator) }),
    n: measure.n,
    state: stateOf(measure, parts.complete),
    ...(measure.ci ? { ci: measure.ci } : {}),
    coverage: measure.coverage,
    watermark: parts.watermark,
    reasons: [...measure.reasons, ...(parts.complete ? [] : [reasons.partial]), ...(small ? [reasons.smallSample] : [])],
    detail: measure.detail,
    ...(earlier
      ? {
          comparison: {
            period: earlier.period,
            value: withoutMinusZero(earlier.measure.value),
            ...changeFrom(earlier.measure.value, measure.value, asked.unit ?? 'count'),
          },
        }
      : {}),
  };
}

/** A KPI whose data the workspace lacks (which fields), or that is beyond what may be seen; never 0. */
export const unavailableCell = (asked: Asked, period: DayRange, by: readonly string[], why: readonly string[] = asked.missing): Cell => ({
  kpi: asked.kpi,
  variant: asked.variant,
  version: asked.version,
  period,
  group: Object.fromEntries(by.map((name) => [name, null])),
  value: null,
  n: 0,
  state: 'unavailable',
  coverage: 0,
  watermark: null,
  reasons: why,
  detail: null,
});
