import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
