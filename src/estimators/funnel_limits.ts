import { normalQuantile } from './normal.ts';
import { sumOf } from './numbers.ts';
import { incompleteBeta } from './special.ts';

/** Between these lie figures that chance explains. */
export type Limits = readonly [number, number];

/** P(R ≤ r) of a binomial. */
const binomialCdf = (r: number, n: number, share: number): number => (r < 0 ? 0 : r >= n ? 1 : incompleteBeta(n - r, r + 1, 1 - share));

/** The least r with P(R ≤ r) > p, less the part of it that is not needed: a limit that moves smoothly with n. */
const binomialLimit = (p: number, n: number, share: number): number => {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, share) > p) high = middle;
    else low = middle + 1;
  }
  const here = binomialCdf(low, n, share);
  const before = binomialCdf(low - 1, n, share);
  return (low - (here - p) / (here - before)) / n;
};

/**
 * The funnel-plot limits of a share of n cases around a target: exact binomial, interpolated, the upper one as the lower one of
 * the failures. `level` 0.95 warns, 0.998 is out of control.
 * Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24, appendix A.1.1.
 * @returns null for no cases or a target that is not between 0 and 1
 */
export const shareLimits = (target: number, n: number, level = 0.998): Limits | null => {
  if (!(n > 0) || !(target > 0 && target < 1)) return null;
  const tail = (1 - level) / 2;
  return [Math.max(0, binomialLimit(tail, n, target)), Math.min(1, 1 - binomialLimit(tail, n, 1 - target))];
};

/** The funnel-plot limits of a mean of n values with a standard deviation around a target: target ± z·s/√n. */
export const meanLimits = (target: number, deviation: number, n: number, level = 0.998): Limits | null => {
  if (!(n > 0) || !(deviation >= 0)) return null;
  const half = (normalQuantile(0.5 + level / 2) * deviation) / Math.sqrt(n);
  return [target - half, target + half];
};

/**
 * By how much figures vary beyond chance: the mean square of their z-scores, the outermost tenth on each side pulled in to the next
 * (winsorised), and 1 where it is no more than chance would make it. Limits are widened by its root. Source: Spiegelhalter (2005), section 3.2.
 */
export const overdispersion = (zScores: readonly number[], trimmed = 0.1): number => {
  if (zScores.length < 2) return 1;
  const sorted = zScores.toSorted((a, b) => a - b);
  const out = Math.floor(trimmed * sorted.length);
  const [low, high] = [sorted[out] ?? 0, sorted[sorted.length - 1 - out] ?? 0];
  const factor = sumOf(zScores.map((z) => Math.max(low, Math.min(high, z)) ** 2)) / zScores.length;
  const chance = (zScores.length - 1) / zScores.length;
  return Math.max(1, factor > chance ? factor : 1);
};

/** Limits whose distance from the target is widened by the root of an overdispersion. */
export const widen = ([low, high]: Limits, target: number, factor: number): Limits => {
  const by = Math.sqrt(factor);
  return [target - (target - low) * by, target + (high - target) * by];
};
