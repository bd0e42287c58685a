import { meanRange, recent } from '../chance.ts';

/** Mean moving range to the natural limits of an individuals chart (Wheeler, Understanding Variation, 1993). */
const toLimit = 2.66;

/** Where a KPI's values usually are: the natural limits of an individuals chart, not beyond what the unit can be. */
export function usualBand(history: readonly number[], unit: string): readonly [number, number] | null {
  const last = history.slice(-recent);
  const range = meanRange(last);
  if (range === null) return null;
  const mean = last.reduce((sum, value) => sum + value, 0) / last.length;
  const within = (least: number, most: number) =>
    [Math.max(least, mean - toLimit * range), Math.min(most, mean + toLimit * range)] as const;
  if (unit === 'correlation') return within(-1, 1);
  const least = Math.min(...last) < 0 || unit === 'score' ? Number.NEGATIVE_INFINITY : 0;
  const most = unit === 'rate' && Math.max(...last) <= 1 ? 1 : Number.POSITIVE_INFINITY;
  return within(least, most);
}
