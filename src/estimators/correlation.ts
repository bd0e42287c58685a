import { normalQuantile } from './normal.ts';
import { meanOf, medianOf, sumOf } from './numbers.ts';
import { studentTwoSided } from './special.ts';

export interface Correlation {
  readonly value: number;
  readonly n: number;
  /** 95 %. */
  readonly interval: readonly [number, number];
  /** The probability of one at least as strong where there is none. */
  readonly p: number;
}

const fewest = 4;

/** Product-moment correlation as a bare number; null where either side does not vary. */
export const pearsonCoefficient = (xs: readonly number[], ys: readonly number[]): number | null => {
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  const sxx = sumOf(xs.map((x) => (x - mx) ** 2));
  const syy = sumOf(ys.map((y) => (y - my) ** 2));
  // What is left of equal numbers after rounding is not variation.
  if (sxx <= 1e-24 * sumOf(xs.map((x) => x * x)) || syy <= 1e-24 * sumOf(ys.map((y) => y * y))) return null;
  const sxy = sumOf(xs.map((x, index) => (x - mx) * ((ys[index] ?? 0) - my)));
  return Math.max(-1, Math.min(1, sxy / Math.sqrt(sxx * syy)));
};

/** The interval of a correlation whose Fisher z has the given standard error (Fisher 1921). */
export const fisherInterval = (value: number, standardError: number, level = 0.95): readonly [number, number] => {
  if (Math.abs(value) >= 1) return [value, value];
  const half = normalQuantile(0.5 + level / 2) * standardError;
  return [Math.tanh(Math.atanh(value) - half), Math.tanh(Math.atanh(value) + half)];
};

const significance = (value: number, degrees: number): number =>
  Math.abs(value) >= 1 ? 0 : studentTwoSided(value * Math.sqrt(degrees / (1 - value * value)), degrees);

/**
 * Pearson's correlation of pairs with Fisher's 95 % interval. `controlled`: how many means of groups were taken off before
 * (a within-person correlation), each of which costs a degree of freedom. Null for fewer than four pairs beyond those, or without variation.
 */
export const pearson = (xs: readonly number[], ys: readonly number[], controlled = 0): Correlation | null => {
  const n = Math.min(xs.length, ys.length);
  const free = n - controlled;
  if (free < fewest) return null;
  const value = pearsonCoefficient(xs, ys);
  if (value === null) return null;
  return { value, n, interval: fisherInterval(value, 1 / Math.sqrt(free - 3)), p: significance(value, free - 2) };
};

/** The place of each value in order, from 1; those that are equal share the mean of theirs. */
export const ranksOf = (values: readonly number[]): readonly number[] => {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place <= end; place++) ranks[order[place] ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
};

/** Spearman's rank correlation with the 95 % interval of Bonett and Wright (2000), Psychometrika 65. Null as `pearson`. */
export const spearman = (xs: readonly number[], ys: readonly number[]): Correlation | null => {
  const n = Math.min(xs.length, ys.length);
  if (n < fewest) return null;
  const value = pearsonCoefficient(ranksOf(xs), ranksOf(ys));
  if (value === null) return null;
  const standardError = Math.sqrt((1 + (value * value) / 2) / (n - 3));
  return { value, n, interval: fisherInterval(value, standardError), p: significance(value, n - 2) };
};

export interface Slope {
  readonly value: number;
  readonly n: number;
  /** 95 %; null for fewer than four points. */
  readonly interval: readonly [number, number] | null;
}

/**
 * The median of the slopes between all pairs of points (Theil 1950) with Sen's interval (1968): one wild point does not move it.
 * Null where no two points have different x.
 */
export const theilSen = (xs: readonly number[], ys: readonly number[]): Slope | null => {
  const slopes: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    for (let j = i + 1; j < xs.length; j++) {
      const run = (xs[j] ?? 0) - (xs[i] ?? 0);
      if (run !== 0) slopes.push(((ys[j] ?? 0) - (ys[i] ?? 0)) / run);
    }
  }
  if (slopes.length === 0) return null;
  slopes.sort((a, b) => a - b);
  const n = xs.length;
  const reach = normalQuantile(0.975) * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const low = slopes[Math.max(0, Math.round((slopes.length - reach) / 2) - 1)];
  const high = slopes[Math.min(slopes.length - 1, Math.round((slopes.length + reach) / 2))];
  return { value: medianOf(slopes), n, interval: n < fewest || low === undefined || high === undefined ? null : [low, high] };
};
