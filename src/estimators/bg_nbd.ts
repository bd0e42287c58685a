import { minimise } from './optimise.ts';
import { logGamma, scaledHypergeometric } from './special.ts';

/** Customers who are alike: `x` orders after the first, the last of them `tx` after the first, observed for `t`. Any unit of time. */
export interface BuyingSummary {
  readonly x: number;
  readonly tx: number;
  readonly t: number;
  /** How many customers are so. */
  readonly count: number;
}

/** While alive a customer orders at a rate that is Gamma(r, α) over customers, and after each order leaves with a chance that is Beta(a, b). */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface BgNbdFit {
  readonly parameters: BgNbd;
  readonly logLikelihood: number;
  readonly customers: number;
}

/** Why there is no fit. */
export type NoFit = { readonly parameters: null; readonly reason: 'too_few_customers' | 'too_few_repeats' | 'no_convergence' };

const fewestCustomers = 30;
const fewestRepeaters = 10;
/** Where customers are all alike, parameters run off without end and nothing changes: they stop at e^±7 (of times, in units of the mean). */
const farthest = 7;

/** Everything that hangs on x alone is worked out once for each x. */
const likelihoodOf = (summaries: readonly BuyingSummary[]): ((parameters: BgNbd) => number) => {
  const xs = [...new Set(summaries.map(({ x }) => x))];
  return ({ r, alpha, a, b }) => {
    const base = logGamma(a + b) - logGamma(b) - logGamma(r) + r * Math.log(alpha);
    const ofX = new Map(xs.map((x) => [x, base + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x)] as const));
    const leaving = new Map(xs.map((x) => [x, x > 0 ? a / (b + x - 1) : 0] as const));
    let sum = 0;
    for (const { x, tx, t, count } of summaries) {
      const alive = -(r + x) * Math.log(alpha + t);
      const gone = (leaving.get(x) ?? 0) * ((alpha + t) / (alpha + tx)) ** (r + x);
      sum += count * ((ofX.get(x) ?? 0) + alive + Math.log1p(gone));
    }
    return sum;
  };
};

/** The log-likelihood of summaries under a model (equation 7 of Fader, Hardie and Lee 2005). */
export const bgNbdLogLikelihood = (summaries: readonly BuyingSummary[], parameters: BgNbd): number => likelihoodOf(summaries)(parameters);

/** Summaries that are the same, counted once. */
export const countAlike = (summaries: readonly BuyingSummary[]): readonly BuyingSummary[] => {
  const counted = new Map<string, BuyingSummary>();
  for (const each of summaries) {
    const key = `${each.x} ${each.tx} ${each.t}`;
    const known = counted.get(key);
    counted.set(key, known ? { ...known, count: known.count + each.count } : each);
  }
  return [...counted.values()];
};

/**
 * The model of maximum likelihood. At least 30 customers, 10 of them with an order after the first; else no fit, with the reason.
 * Source: Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2).
 */
export const fitBgNbd = (given: readonly BuyingSummary[]): BgNbdFit | NoFit => {
  const summaries = countAlike(given).filter(({ count }) => count > 0);
  const total = (of: (each: BuyingSummary) => number): number => summaries.reduce((sum, each) => sum + of(each), 0);
  const customers = total(({ count }) => count);
  if (customers < fewestCustomers) return { parameters: null, reason: 'too_few_customers' };
  if (total(({ x, count }) => (x > 0 ? count : 0)) < fewestRepeaters) return { parameters: null, reason: 'too_few_repeats' };
  // In units of the mean time observed, so that one starting point and one step suit any unit.
  const unit = total(({ t, count }) => t * count) / customers;
  if (!(unit > 0)) return { parameters: null, reason: 'too_few_repeats' };
  const scaled = summaries.map(({ x, tx, t, count }) => ({ x, tx: tx / unit, t: t / unit, count }));
  const likelihood = likelihoodOf(scaled);
  const read = (at: readonly number[]): BgNbd => {
    const [r = 0, alpha = 0, a = 0, b = 0] = at.map((log) => Math.exp(Math.max(-farthest, Math.min(farthest, log))));
    return { r, alpha, a, b };
  };
  const found = minimise((at) => -likelihood(read(at)), [0, 0, 0, 0.7]);
  if (!found.converged) return { parameters: null, reason: 'no_convergence' };
  const { r, alpha, a, b } = read(found.at);
  const parameters = { r, alpha: alpha * unit, a, b };
  return { parameters, logLikelihood: bgNbdLogLikelihood(summaries, parameters), customers };
};

type Seen = Omit<BuyingSummary, 'count'>;

/** Odds of having left against being alive. */
const oddsGone = ({ r, alpha, a, b }: BgNbd, { x, tx, t }: Seen): number =>
  x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + t) / (alpha + tx)) ** (r + x);

/** The probability that a customer is still one. 1 for a customer without a second order: the model lets them leave only after an order. Source: Fader, Hardie and Lee (2008), note on P(alive). */
export const probabilityAlive = (parameters: BgNbd, seen: Seen): number => 1 / (1 + oddsGone(parameters, seen));

/** The formula has a pole at a = 1 that its limit has not. */
const offOne = (a: number): number => (Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a);

/**
 * (1 − z)^(r+x) 2F1(r + x, b + x; a + b + x − 1; z), by Euler's transformation (DLMF 15.8.1): the series that is left is short and
 * does not overflow for great x.
 */
const remaining = ({ r, b }: BgNbd, a: number, x: number, z: number): number => {
  const { sign, log } = scaledHypergeometric(a + b - 1 - r, a - 1, a + b + x - 1, z);
  return sign * Math.exp((a - 1) * Math.log1p(-z) + log);
};

/** How many orders a customer seen so is expected to make in the next `horizon` (equation 10 of Fader, Hardie and Lee 2005). */
export const expectedOrders = (parameters: BgNbd, seen: Seen, horizon: number): number => {
  if (horizon <= 0) return 0;
  const a = offOne(parameters.a);
  const { alpha, b } = parameters;
  const z = horizon / (alpha + seen.t + horizon);
  const made = ((a + b + seen.x - 1) / (a - 1)) * (1 - remaining(parameters, a, seen.x, z));
  return Math.max(0, made) / (1 + oddsGone(parameters, seen));
};

/** How many orders after the first a new customer makes in a time (equation 9 of Fader, Hardie and Lee 2005). */
export const expectedOrdersOfNew = (parameters: BgNbd, time: number): number => expectedOrders(parameters, { x: 0, tx: 0, t: 0 }, time);
