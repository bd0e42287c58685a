import { rootBetween, sumOf } from './numbers.ts';
import { minimise } from './optimise.ts';
import type { Shrunk } from './shrinkage.ts';
import { logGamma } from './special.ts';

/** Events in so much exposure: outcomes of a campaign for its cost, orders in a time. */
export interface EventCount {
  readonly events: number;
  readonly exposure: number;
}

/** The distribution of the groups' true rates: Gamma(shape, scale in exposure), of mean shape/exposure. */
export interface GammaPrior {
  readonly shape: number;
  readonly exposure: number;
}

/**
 * How the true rates of groups are spread, by maximum likelihood of the negative binomial (Poisson events, gamma rates). Null with
 * fewer than two groups with exposure, or no event. Source: Greenwood and Yule (1920); empirical Bayes: Robbins (1956).
 */
export const fitGammaPrior = (given: readonly EventCount[]): GammaPrior | null => {
  const groups = given.filter(({ exposure }) => exposure > 0);
  const events = sumOf(groups.map((group) => group.events));
  if (groups.length < 2 || events <= 0) return null;
  const rate = events / sumOf(groups.map((group) => group.exposure));
  const read = ([size = 0, centre = 0]: readonly number[]): GammaPrior => {
    const shape = Math.min(1e6, Math.exp(Math.min(size, 20)));
    return { shape, exposure: shape / (rate * Math.exp(centre)) };
  };
  const found = minimise(
    (at) => {
      const { shape, exposure } = read(at);
      return -sumOf(
        groups.map(
          (group) =>
            logGamma(shape + group.events) -
            logGamma(shape) +
            shape * Math.log(exposure / (exposure + group.exposure)) +
            group.events * Math.log(group.exposure / (exposure + group.exposure)),
        ),
      );
    },
    [0, 0],
  );
  return read(found.at);
};

/** The rate of one group under a prior, with its equal-tailed 95 % credible interval. */
export const shrinkEventRate = (prior: GammaPrior, group: EventCount): Shrunk => {
  const shape = prior.shape + group.events;
  const exposure = prior.exposure + group.exposure;
  const quantile = (p: number): number => gammaQuantile(shape, p) / exposure;
  return { value: shape / exposure, interval: [quantile(0.025), quantile(0.975)], ownWeight: group.exposure / exposure };
};

/** P(X ≤ x) of Gamma(shape, 1) by its series (DLMF 8.7.1), which is short enough for the shapes met here. */
export const gammaCdf = (shape: number, x: number): number => {
  if (x <= 0) return 0;
  let term = Math.exp(shape * Math.log(x) - x - logGamma(shape + 1));
  let sum = term;
  for (let n = 1; n < 1_000_000 && (term > 1e-17 * sum || n < x - shape); n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return Math.min(1, sum);
};

const gammaQuantile = (shape: number, p: number): number => {
  let high = shape + 10 * Math.sqrt(shape) + 10;
  while (gammaCdf(shape, high) < p) high *= 2;
  return rootBetween((x) => gammaCdf(shape, x) - p, 0, high);
};
