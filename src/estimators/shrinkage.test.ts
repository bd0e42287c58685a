import { expect, test } from 'vitest';
import { fitBetaPrior, fitNormalPrior, shrinkMean, shrinkRate } from './shrinkage.ts';
import { logBeta } from './special.ts';

const groups = [
  { successes: 1, n: 1 },
  { successes: 40, n: 100 },
  { successes: 20, n: 100 },
  { successes: 33, n: 90 },
  { successes: 5, n: 40 },
  { successes: 0, n: 0 },
];

test('the beta prior is where the likelihood is greatest', () => {
  const prior = fitBetaPrior(groups);
  if (prior === null) throw new Error('no prior');
  const likelihood = (alpha: number, beta: number): number =>
    groups.reduce((sum, { successes, n }) => sum + logBeta(alpha + successes, beta + n - successes) - logBeta(alpha, beta), 0);
  const best = likelihood(prior.alpha, prior.beta);
  for (const [up, across] of [
    [1.02, 1],
    [0.98, 1],
    [1, 1.02],
    [1, 0.98],
  ] as const) {
    expect(likelihood(prior.alpha * up, prior.beta * across)).toBeLessThan(best);
  }
});

test('one of one does not top the list', () => {
  const prior = fitBetaPrior(groups);
  if (prior === null) throw new Error('no prior');
  expect(shrinkRate(prior, { successes: 1, n: 1 }).value).toBeLessThan(shrinkRate(prior, { successes: 40, n: 100 }).value);
});

test('a rate under Beta(1, 1) is Laplace’s, with the interval of the posterior', () => {
  const shrunk = shrinkRate({ alpha: 1, beta: 1 }, { successes: 0, n: 1 });
  expect(shrunk.value).toBeCloseTo(1 / 3, 12);
  // Beta(1, 2): P(X ≤ x) = 1 − (1 − x)²
  expect(shrunk.interval[0]).toBeCloseTo(1 - Math.sqrt(0.975), 10);
  expect(shrunk.interval[1]).toBeCloseTo(1 - Math.sqrt(0.025), 10);
  expect(shrunk.ownWeight).toBeCloseTo(1 / 3, 12);
});

test('none of two is no certainty where others have two of two', () => {
  const prior = fitBetaPrior([
    { successes: 0, n: 2 },
    { successes: 2, n: 2 },
  ]);
  expect(prior?.alpha).toBeCloseTo(0.5, 4);
  expect(prior?.beta).toBeCloseTo(0.5, 4);
  // Beta(½, 2½): mean 1/6; 97.5 % of it below 0.667.
  const shrunk = shrinkRate({ alpha: 0.5, beta: 0.5 }, { successes: 0, n: 2 });
  expect(shrunk.value).toBeCloseTo(1 / 6, 12);
  expect(shrunk.interval[0]).toBeLessThan(0.001);
  expect(shrunk.interval[1]).toBeGreaterThan(0.6);
  expect(shrunk.interval[1]).toBeLessThan(0.7);
});

test('an interval holds its mean, also of a posterior that lies nearly all at nothing', () => {
  const { value, interval } = shrinkRate({ alpha: 1e-4, beta: 1 }, { successes: 0, n: 1 });
  expect(interval[0]).toBeLessThanOrEqual(value);
  expect(interval[1]).toBeGreaterThanOrEqual(value);
});

test('groups that differ no more than chance get a firm prior', () => {
  const prior = fitBetaPrior([10, 10, 10, 10].map((successes) => ({ successes, n: 20 })));
  expect((prior?.alpha ?? 0) + (prior?.beta ?? 0)).toBeGreaterThan(10_000);
});

test('there is no prior of one group, of all or of none', () => {
  expect(fitBetaPrior([{ successes: 1, n: 2 }])).toBeNull();
  expect(
    fitBetaPrior([
      { successes: 2, n: 2 },
      { successes: 3, n: 3 },
    ]),
  ).toBeNull();
  expect(
    fitBetaPrior([
      { successes: 0, n: 2 },
      { successes: 0, n: 3 },
    ]),
  ).toBeNull();
});

test('the normal prior has the published variance of the BCG trials (Paule–Mandel 0.318; metafor)', () => {
  const means = [-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.012, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173];
  const variances = [0.3256, 0.1946, 0.4154, 0.02, 0.0512, 0.0069, 0.223, 0.004, 0.0564, 0.073, 0.0124, 0.5325, 0.0714];
  const prior = fitNormalPrior(means.map((mean, index) => ({ mean, variance: variances[index] ?? 0 })));
  expect(prior?.variance).toBeCloseTo(0.318, 2);
  expect(prior?.mean).toBeCloseTo(-0.715, 2);
});

test('a mean is drawn by its weight, and wholly where groups do not differ', () => {
  // Own weight 4/(4 + 1) = 0.8: 0.8·10 + 0.2·5 = 9; half width 1.96·√(0.8·1)
  const shrunk = shrinkMean({ mean: 5, variance: 4 }, { mean: 10, variance: 1 });
  expect(shrunk.value).toBeCloseTo(9, 12);
  expect(shrunk.interval[1] - 9).toBeCloseTo(1.959964 * Math.sqrt(0.8), 6);
  expect(
    fitNormalPrior([
      { mean: 1, variance: 4 },
      { mean: 2, variance: 4 },
    ]),
  ).toEqual({ mean: 1.5, variance: 0 });
  expect(
    fitNormalPrior([
      { mean: 1, variance: 4 },
      { mean: 2, variance: 0 },
    ]),
  ).toBeNull();
});

test('the beta prior is found from afar, of two groups, and is none the other for groups without cases', () => {
  const rare = [
    { successes: 1, n: 1000 },
    { successes: 9, n: 1200 },
  ];
  const prior = fitBetaPrior(rare);
  if (prior === null) throw new Error('no prior');
  expect(prior.alpha / (prior.alpha + prior.beta)).toBeGreaterThan(0.001);
  expect(prior.alpha / (prior.alpha + prior.beta)).toBeLessThan(0.0075);
  expect(fitBetaPrior([...rare, { successes: 0, n: 0 }])).toEqual(prior);
});

test('the normal prior is found where groups differ far more than their own variances', () => {
  // Equal variances: between = Σ(x − 20)²/2 − 1 = 100 − 1.
  const prior = fitNormalPrior([10, 20, 30].map((mean) => ({ mean, variance: 1 })));
  expect(prior?.variance).toBeCloseTo(99, 8);
  expect(prior?.mean).toBeCloseTo(20, 10);
});

test('a mean’s interval is about it, in its unit', () => {
  // Own weight 12/(12 + 4) = ¾: ¾·10 + ¼·2 = 8, half width 1.96·√(¾·4).
  const { value, interval } = shrinkMean({ mean: 2, variance: 12 }, { mean: 10, variance: 4 });
  expect(value).toBeCloseTo(8, 12);
  expect(interval[0]).toBeCloseTo(8 - 1.959964 * Math.sqrt(3), 5);
  expect(interval[1]).toBeCloseTo(8 + 1.959964 * Math.sqrt(3), 5);
});
