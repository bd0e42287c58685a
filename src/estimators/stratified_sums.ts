import { normalQuantile } from './normal.ts';
import { sumOf } from './numbers.ts';
import type { Effect } from './stratified_effect.ts';

/** How many cases, the sum of their values and of the squares of these. */
export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** What one stratum's treated cases and its others add up to. */
export interface StratumSums {
  readonly treated: Sums;
  readonly others: Sums;
}

/** Σ(x − mean)²; what rounding leaves below nothing is nothing. */
const spread = ({ n, sum, squares }: Sums): number => Math.max(0, squares - (sum * sum) / n);

/**
 * `stratifiedEffect` from sums instead of cases, for when a database has added them up: the mean of the differences within strata,
 * weighted by n₁n₀/(n₁ + n₀) (Cochran 1954), with the 95 % interval from the spread within strata, pooled.
 * @returns null where no stratum has both
 */
export const stratifiedEffectOfSums = (given: readonly StratumSums[]): Effect | null => {
  const strata = given.filter(({ treated, others }) => treated.n > 0 && others.n > 0);
  if (strata.length === 0) return null;
  const weights = strata.map(({ treated, others }) => (treated.n * others.n) / (treated.n + others.n));
  const all = sumOf(weights);
  const differences = strata.map(({ treated, others }) => treated.sum / treated.n - others.sum / others.n);
  const value = sumOf(differences.map((difference, index) => (weights[index] ?? 0) * difference)) / all;
  const counts = {
    treated: sumOf(strata.map(({ treated }) => treated.n)),
    others: sumOf(strata.map(({ others }) => others.n)),
    strata: strata.length,
  };
  const free = counts.treated + counts.others - 2 * strata.length;
  if (free < 1) return { value, interval: null, ...counts };
  const variance = sumOf(strata.map(({ treated, others }) => spread(treated) + spread(others))) / free;
  const half = normalQuantile(0.975) * Math.sqrt(variance / all);
  // Cases that happen to be alike within each stratum are no certainty.
  if (half <= 1e-7 * Math.abs(value)) return { value, interval: null, ...counts };
  return { value, interval: [value - half, value + half], ...counts };
};
