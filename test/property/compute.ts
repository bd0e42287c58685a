import type { ComputedMetric } from '../../src/metrics/metric.ts';

type Compute = ComputedMetric['compute'];

/** Of the whole of its axis. */
export const share: Compute = ({ cells, siblings }) => {
  const total = siblings.reduce((sum, sibling) => sum + (sibling.cells.of?.value ?? 0), 0);
  const own = cells.of?.value ?? null;
  return { value: own === null || total === 0 ? null : own / total, numerator: own, denominator: total };
};

/** A sum in which every number and its place count. */
export const panelSum: Compute = (input) => {
  const rows = Object.values(input.panels).flat();
  const sums = rows.map(({ cells }) => cells.reduce((sum, { value, n }, index) => sum + (index + 1) * ((value ?? 0) + n), 0));
  const value = sums.reduce((total, sum, index) => total + (index + 1) * sum, input.cells.of?.value ?? 0);
  return { value, denominator: rows.reduce((total, { cells }) => total + 1 + cells.length, 0) };
};
