import type { ComputedInput, ComputedMetric, ComputedResult, Metric } from '../../metrics/metric.ts';

/** Share of each value of the axis; rows without one are a value too (null), so that shares add up to 1. */
const share = ({ cells, siblings }: ComputedInput): ComputedResult => {
  const sumOf = (rows: ComputedInput['siblings']) => rows.reduce((total, { cells: { part } }) => total + (part?.value ?? 0), 0);
  const total = sumOf(siblings);
  const own = cells.part?.value ?? 0;
  const known = sumOf(siblings.filter(({ axis }) => axis !== null));
  const detail = { reason_known: total === 0 ? null : known / total };
  return { value: total === 0 ? null : own / total, numerator: own, denominator: total, n: cells.part?.n ?? 0, detail };
};

/** How a count or sum divides among reasons; the detail tells what part of it has one. */
export const reasonMix = (axis: string, part: Metric): ComputedMetric => ({ kind: 'computed', axis, inputs: { part }, compute: share });
