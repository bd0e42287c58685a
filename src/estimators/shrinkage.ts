import { normalQuantile } from './normal.ts';
import { rootBetween, sumOf } from './numbers.ts';
import { minimise } from './optimise.ts';
import { incompleteBeta, logBeta } from './special.ts';

/** A group's figure drawn towards all groups', with its 95 % interval. */
export interface Shrunk {
  readonly value: number;
  readonly interval: readonly [number, number];
  /** How much the group's own figure counts, 0 to 1. */
  readonly ownWeight: number;
}

/** `successes` of `n`. */
export interface Share {
  readonly successes: number;
  readonly n: number;
}

/** The distribution of the groups' true rates: Beta(alpha, beta). */
export interface BetaPrior {
  readonly alpha: number;
  readonly beta: number;
}

/** Groups that differ no more than chance would let them get a prior worth this many cases at the most. */
const firmest = 1e6;

/**
 * Groups of few cases, each all or nothing, are likeliest under a prior worth no case at all, under which none of two would be never for certain.
 * None is worth less than Jeffreys' (1946), Beta(½, ½).
 */
const softest = 1;

/**
 * How the true rates of groups are spread, by maximum likelihood of the beta-binomial. Null with fewer than two groups with cases, or
 * where all their cases or none are successes. Source: Skellam (1948); empirical Bayes: Efron and Morris (1975), JASA 70; Casella (1985).
 */
export const fitBetaPrior = (given: readonly Share[]): BetaPrior | null => {
  const groups = given.filter(({ n }) => n > 0);
  const n = sumOf(groups.map((group) => group.n));
  const successes = sumOf(groups.map((group) => group.successes));
  if (groups.length < 2 || successes <= 0 || successes >= n) return null;
  const read = ([centre = 0, size = 0]: readonly number[]): BetaPrior => {
    const mean = 1 / (1 + Math.exp(-centre));
    const total = Math.max(softest, Math.min(firmest, Math.exp(Math.min(size, 20))));
    return { alpha: mean * total, beta: (1 - mean) * total };
  };
  const start = [Math.log(successes / (n - successes)), Math.log(20)];
  const found = minimise((at) => {
    const { alpha, beta } = read(at);
    const base = logBeta(alpha, beta);
    return -sumOf(groups.map((group) => logBeta(alpha + group.successes, beta + group.n - group.successes) - base));
  }, start);
  return read(found.at);
};

/** The rate of one group under a prior, with its equal-tailed 95 % credible interval, widened to its mean where nearly all of it lies at one end. */
export const shrinkRate = ({ alpha, beta }: BetaPrior, { successes, n }: Share): Shrunk => {
  const [a, b] = [alpha + successes, beta + n - successes];
  const quantile = (p: number): number => rootBetween((x) => incompleteBeta(a, b, x) - p, 0, 1);
  const value = a / (a + b);
  return { value, interval: [Math.min(value, quantile(0.025)), Math.max(value, quantile(0.975))], ownWeight: n / (n + alpha + beta) };
};

/** A group's mean and the variance of that mean (the sample's variance over n). */
export interface GroupMean {
  readonly mean: number;
  readonly variance: number;
}

/** The distribution of the groups' true means. */
export interface NormalPrior {
  readonly mean: number;
  readonly variance: number;
}

/**
 * How the true means of groups are spread: the variance between them by Paule and Mandel's moment equation (1982), which is 0 where
 * they differ no more than chance; their mean with weights 1/(variance + between). Null for fewer than two groups with a positive variance.
 */
export const fitNormalPrior = (given: readonly GroupMean[]): NormalPrior | null => {
  const groups = given.filter(({ mean, variance }) => Number.isFinite(mean) && variance > 0);
  if (groups.length < 2) return null;
  const at = (between: number): { readonly mean: number; readonly excess: number } => {
    const weights = groups.map(({ variance }) => 1 / (variance + between));
    const mean = sumOf(groups.map((group, index) => group.mean * (weights[index] ?? 0))) / sumOf(weights);
    const spread = sumOf(groups.map((group, index) => (weights[index] ?? 0) * (group.mean - mean) ** 2));
    return { mean, excess: spread - (groups.length - 1) };
  };
  if (at(0).excess <= 0) return { mean: at(0).mean, variance: 0 };
  let high = Math.max(...groups.map(({ variance }) => variance));
  while (at(high).excess > 0) high *= 2;
  const variance = rootBetween((between) => at(between).excess, 0, high);
  return { mean: at(variance).mean, variance };
};

/** The mean of one group under a prior, with its 95 % interval. */
export const shrinkMean = (prior: NormalPrior, group: GroupMean): Shrunk => {
  const ownWeight = prior.variance / (prior.variance + group.variance);
  const value = ownWeight * group.mean + (1 - ownWeight) * prior.mean;
  const half = normalQuantile(0.975) * Math.sqrt(ownWeight * group.variance);
  return { value, interval: [value - half, value + half], ownWeight };
};
