import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectedSpend, fitGammaGamma, gammaGammaLogLikelihood } from './gamma_gamma.ts';

const cdnow = new URL('../../../shared/data/cdnow/cdnow_customers_summary_with_transactions.csv', import.meta.url);

// Skipped where the shared data are not there: they are not part of the project.
test.skipIf(!existsSync(cdnow))('has the published fit of CDNOW (Fader and Hardie 2013)', () => {
  const summaries = readFileSync(cdnow, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, x = 0, , , mean = 0] = line.split(',').map(Number);
      return { x, mean, count: 1 };
    });
  const fit = fitGammaGamma(summaries);
  if (fit.parameters === null) throw new Error(fit.reason);
  expect(fit.customers).toBe(946);
  expect(fit.parameters.p).toBeCloseTo(6.25, 2);
  expect(fit.parameters.q).toBeCloseTo(3.74, 2);
  expect(fit.parameters.v).toBeCloseTo(15.44, 1);
  expect(Math.abs(fit.logLikelihood + 4055.92)).toBeLessThan(0.01);
});

test('draws a customer towards everybody the more the fewer orders they have', () => {
  const model = { p: 6.25, q: 3.74, v: 15.44 };
  // Everybody's mean 6.25 × 15.44 / 2.74 = 35.219; of two orders of 22.35, 6.25 × (15.44 + 44.7) / (12.5 + 2.74) = 24.664
  expect(expectedSpend(model, 0, 0)).toBeCloseTo(35.219, 3);
  expect(expectedSpend(model, 2, 22.35)).toBeCloseTo(24.664, 3);
  expect(expectedSpend(model, 100_000, 22.35)).toBeCloseTo(22.35, 3);
});

test('has the likelihood of one customer by hand', () => {
  // p = 1, q = 2, v = 1, one order of 1: Γ(3)/(Γ(1)Γ(2)) · 1 · 1 / 2³ = 2/8
  expect(gammaGammaLogLikelihood([{ x: 1, mean: 1, count: 2 }], { p: 1, q: 2, v: 1 })).toBeCloseTo(2 * Math.log(0.25), 12);
});

test('says why it does not fit', () => {
  expect(fitGammaGamma([{ x: 1, mean: 10, count: 29 }])).toEqual({ parameters: null, reason: 'too_few_customers' });
  expect(fitGammaGamma([{ x: 1, mean: 10, count: 40 }])).toEqual({ parameters: null, reason: 'no_spread' });
});

describe('a fit', () => {
  const spent = Array.from({ length: 120 }, (_, index) => ({
    x: 1 + (index % 5),
    mean: 8 * 1.35 ** (index % 11) + (index % 7),
    count: 1 + (index % 2),
  }));
  const fitOf = (summaries: typeof spent) => {
    const fit = fitGammaGamma(summaries);
    if (fit.parameters === null) throw new Error(fit.reason);
    return fit;
  };
  const fit = fitOf(spent);

  test('is where the likelihood is greatest', () => {
    expect(fit.logLikelihood).toBeCloseTo(gammaGammaLogLikelihood(spent, fit.parameters), 9);
    for (const name of ['p', 'q', 'v'] as const) {
      for (const factor of [0.97, 1.03]) {
        const beside = { ...fit.parameters, [name]: fit.parameters[name] * factor };
        expect(gammaGammaLogLikelihood(spent, beside)).toBeLessThan(fit.logLikelihood);
      }
    }
    expect(fit.customers).toBe(180);
  });

  test('in cents is that in euros but for v', () => {
    const inCents = fitOf(spent.map((one) => ({ ...one, mean: one.mean * 100 })));
    expect(inCents.parameters.p).toBeCloseTo(fit.parameters.p, 3);
    expect(inCents.parameters.q).toBeCloseTo(fit.parameters.q, 3);
    expect(inCents.parameters.v / 100).toBeCloseTo(fit.parameters.v, 2);
  });

  test('leaves out who bought nothing, or for nothing', () => {
    const others = [
      { x: 0, mean: 5, count: 40 },
      { x: 2, mean: 0, count: 40 },
      { x: 2, mean: -3, count: 40 },
      { x: 2, mean: 9, count: 0 },
    ];
    expect(fitOf([...spent, ...others])).toEqual(fit);
    expect(fitGammaGamma(others)).toEqual({ parameters: null, reason: 'too_few_customers' });
  });

  test('needs thirty customers', () => {
    const few = (count: number) => fitGammaGamma([...spent.slice(0, 10).map((one) => ({ ...one, count: 1 })), { x: 2, mean: 70, count }]);
    expect(few(19)).toEqual({ parameters: null, reason: 'too_few_customers' });
    expect(few(20)).not.toEqual({ parameters: null, reason: 'too_few_customers' });
  });

  test('there is none where no finite mean follows', () => {
    // A few spend more than all the others together.
    const wild = Array.from({ length: 60 }, (_, index) => ({ x: 30, mean: ((index + 0.5) / 60) ** -2, count: 1 }));
    expect(fitGammaGamma(wild)).toEqual({ parameters: null, reason: 'no_convergence' });
  });
});

test('has the likelihood of other orders by hand', () => {
  // p = 2, q = 3, v = 4, x = 2 of mean 5: Γ(7)/(Γ(4)Γ(3)) · 4³ · 5³ · 2⁴ / 14⁷ = 60 · 64 · 125 · 16 / 105413504
  const one = Math.log((60 * 64 * 125 * 16) / 14 ** 7);
  expect(gammaGammaLogLikelihood([{ x: 2, mean: 5, count: 1 }], { p: 2, q: 3, v: 4 })).toBeCloseTo(one, 10);
  // Another mean of as many orders: 60 · 64 · 1 · 16 / 6⁷.
  const other = Math.log((60 * 64 * 16) / 6 ** 7);
  const both = [
    { x: 2, mean: 5, count: 1 },
    { x: 2, mean: 1, count: 3 },
  ];
  expect(gammaGammaLogLikelihood(both, { p: 2, q: 3, v: 4 })).toBeCloseTo(one + 3 * other, 10);
});
