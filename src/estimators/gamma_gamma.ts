import { minimise } from './optimise.ts';
import { logGamma } from './special.ts';

/** Customers with `x` orders of `mean` money on average. */
export interface SpendingSummary {
  readonly x: number;
  readonly mean: number;
  readonly count: number;
}

/** The value of an order is Gamma(p, ν) within a customer, and ν is Gamma(q, v) over customers. */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface GammaGammaFit {
  readonly parameters: GammaGamma;
  readonly logLikelihood: number;
  readonly customers: number;
}

const fewestCustomers = 30;

/** The log-likelihood of summaries under a model (equation 1a of Fader and Hardie 2013). */
export const gammaGammaLogLikelihood = (summaries: readonly SpendingSummary[], { p, q, v }: GammaGamma): number => {
  const ofX = new Map<number, number>();
  let sum = 0;
  for (const { x, mean, count } of summaries) {
    let head = ofX.get(x);
    if (head === undefined) {
      head = logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(v) + p * x * Math.log(x);
      ofX.set(x, head);
    }
    sum += count * (head + (p * x - 1) * Math.log(mean) - (p * x + q) * Math.log(v + x * mean));
  }
  return sum;
};

/**
 * The model of maximum likelihood over customers with at least one order of a positive mean. At least 30 of them; else no fit,
 * with the reason. No fit either where their means do not differ, or where no finite mean follows (q ≤ 1).
 * Source: Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 */
export const fitGammaGamma = (
  given: readonly SpendingSummary[],
): GammaGammaFit | { readonly parameters: null; readonly reason: 'too_few_customers' | 'no_spread' | 'no_convergence' } => {
  const summaries = given.filter(({ x, mean, count }) => x > 0 && mean > 0 && count > 0);
  const customers = summaries.reduce((sum, { count }) => sum + count, 0);
  if (customers < fewestCustomers) return { parameters: null, reason: 'too_few_customers' };
  const unit = summaries.reduce((sum, { mean, count }) => sum + mean * count, 0) / customers;
  if (summaries.every(({ mean }) => Math.abs(mean - unit) <= 1e-9 * unit)) return { parameters: null, reason: 'no_spread' };
  const scaled = summaries.map(({ x, mean, count }) => ({ x, mean: mean / unit, count }));
  const read = (at: readonly number[]): GammaGamma => {
    const [p = 0, q = 0, v = 0] = at.map((log) => Math.exp(Math.max(-12, Math.min(12, log))));
    return { p, q, v };
  };
  const found = minimise((at) => -gammaGammaLogLikelihood(scaled, read(at)), [1, 1, 0]);
  const { p, q, v } = read(found.at);
  if (!found.converged || q <= 1) return { parameters: null, reason: 'no_convergence' };
  const parameters = { p, q, v: v * unit };
  return { parameters, logLikelihood: gammaGammaLogLikelihood(summaries, parameters), customers };
};

/**
 * The mean order to be expected of a customer with `x` orders of `mean` so far: their own drawn towards everybody's
 * (equation 5 of Fader and Hardie 2013). With no orders, everybody's: p·v/(q − 1).
 */
export const expectedSpend = ({ p, q, v }: GammaGamma, x: number, mean: number): number => (p * (v + x * mean)) / (p * x + q - 1);
