import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bgNbdLogLikelihood, expectedOrders, expectedOrdersOfNew, fitBgNbd, probabilityAlive } from './bg_nbd.ts';

/** The published fit of CDNOW (Fader, Hardie and Lee 2005, table 2). */
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const cdnow = new URL('../../../shared/data/cdnow/cdnow_customers_summary.csv', import.meta.url);

// Skipped where the shared data are not there: they are not part of the project.
describe.skipIf(!existsSync(cdnow))('CDNOW', () => {
  const summaries = (): { x: number; tx: number; t: number; count: number }[] =>
    readFileSync(cdnow, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [, x = 0, tx = 0, t = 0] = line.split(',').map(Number);
        return { x, tx, t, count: 1 };
      });

  test('has the published parameters and log-likelihood', () => {
    const fit = fitBgNbd(summaries());
    if (fit.parameters === null) throw new Error(fit.reason);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) expect(fit.parameters[name]).toBeCloseTo(published[name], 3);
    expect(Math.abs(fit.logLikelihood + 9582.43)).toBeLessThan(0.01);
    expect(fit.customers).toBe(2357);
    // The published example: a customer who bought twice, the last time in week 30.43 of 38.86.
    expect(expectedOrders(fit.parameters, { x: 2, tx: 30.43, t: 38.86 }, 39)).toBeCloseTo(1.226, 3);
  });

  test('is the same in days as in weeks', () => {
    const weeks = fitBgNbd(summaries());
    const days = fitBgNbd(summaries().map(({ x, tx, t, count }) => ({ x, tx: tx * 7, t: t * 7, count })));
    if (weeks.parameters === null || days.parameters === null) throw new Error('no fit');
    expect(days.parameters.alpha / 7).toBeCloseTo(weeks.parameters.alpha, 3);
    expect(days.parameters.a).toBeCloseTo(weeks.parameters.a, 3);
  });

  test('counts identical summaries once', () => {
    const twice = summaries().flatMap((each) => [each, each]);
    const doubled = summaries().map((each) => ({ ...each, count: 2 }));
    expect(fitBgNbd(twice)).toEqual(fitBgNbd(doubled));
  });
});

test('is certain of a customer without a second order, and doubts the longer after the last', () => {
  expect(probabilityAlive(published, { x: 0, tx: 0, t: 38 })).toBe(1);
  // By hand: odds of having left 0.793 / (2.426 + 2 − 1) × ((4.414 + 38.86) / (4.414 + 30.43)) ^ 2.243 = 0.2315 × 1.6258 = 0.3763
  expect(probabilityAlive(published, { x: 2, tx: 30.43, t: 38.86 })).toBeCloseTo(1 / 1.3763, 3);
  expect(probabilityAlive(published, { x: 2, tx: 30.43, t: 60 })).toBeLessThan(0.6);
});

test('has the likelihood of one customer by hand', () => {
  // r = α = a = b = 1. x = 0: 1/(1 + T), T = 1: ln ½. x = 1, tx = T = 1: B(1,2)·Γ(2)/2² + B(2,1)·Γ(2)/2² = ½·¼ + ½·¼ = ¼.
  const ones = { r: 1, alpha: 1, a: 1, b: 1 };
  expect(bgNbdLogLikelihood([{ x: 0, tx: 0, t: 1, count: 1 }], ones)).toBeCloseTo(Math.log(0.5), 12);
  expect(bgNbdLogLikelihood([{ x: 1, tx: 1, t: 1, count: 3 }], ones)).toBeCloseTo(3 * Math.log(0.25), 12);
});

test('expects nothing of no time, and near r·t/α of a new customer in a short one', () => {
  expect(expectedOrders(published, { x: 2, tx: 3, t: 4 }, 0)).toBe(0);
  expect(expectedOrdersOfNew(published, 0.001)).toBeCloseTo((0.001 * 0.243) / 4.414, 7);
  expect(expectedOrdersOfNew(published, 52)).toBeGreaterThan(expectedOrdersOfNew(published, 26));
});

test('is continuous at a = 1 and holds for a thousand orders', () => {
  const at = (a: number): number => expectedOrders({ r: 1, alpha: 2, a, b: 3 }, { x: 3, tx: 9, t: 10 }, 10);
  expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 5);
  const many = expectedOrders({ r: 2, alpha: 3, a: 0.5, b: 40 }, { x: 1000, tx: 52, t: 52 }, 52);
  expect(many).toBeGreaterThan(500);
  expect(many).toBeLessThan(1000);
});

test('fits customers who are all alike and tells what they will do', () => {
  // All order each week for ten weeks and then stop alike: nobody differs, so the parameters run to their bounds.
  const fit = fitBgNbd([
    { x: 10, tx: 10, t: 40, count: 50 },
    { x: 9, tx: 9, t: 40, count: 50 },
  ]);
  if (fit.parameters === null) throw new Error(fit.reason);
  const seen = { x: 10, tx: 10, t: 40 };
  expect(probabilityAlive(fit.parameters, seen)).toBeLessThan(0.01);
  expect(expectedOrders(fit.parameters, seen, 52)).toBeGreaterThanOrEqual(0);
  expect(expectedOrders(fit.parameters, seen, 52)).toBeLessThan(0.5);
  for (const a of [300, 1000]) {
    // Half of them left with the last order; the others make 1/(1/2) = 2 more, leaving after each with a chance of 1/2.
    expect(expectedOrders({ r: 500, alpha: 1000, a, b: a }, { x: 1, tx: 1, t: 1 }, 5000)).toBeCloseTo(2 / 2, 1);
  }
});

test('says why it does not fit', () => {
  expect(fitBgNbd([{ x: 3, tx: 10, t: 20, count: 29 }])).toEqual({ parameters: null, reason: 'too_few_customers' });
  expect(fitBgNbd([{ x: 0, tx: 0, t: 20, count: 100 }])).toEqual({ parameters: null, reason: 'too_few_repeats' });
});

describe('a fit', () => {
  const bought = Array.from({ length: 160 }, (_, index) => {
    const x = [0, 0, 1, 0, 3, 0, 0, 6, 2, 0, 1, 14][index % 12] ?? 0;
    const t = 20 + (index % 19);
    return { x, tx: x === 0 ? 0 : t * (0.15 + 0.8 * ((index % 7) / 6)), t, count: 1 + (index % 2) };
  });
  const fitOf = (summaries: typeof bought) => {
    const fit = fitBgNbd(summaries);
    if (fit.parameters === null) throw new Error(fit.reason);
    return fit;
  };
  const fit = fitOf(bought);

  test('is where the likelihood is greatest', () => {
    expect(fit.logLikelihood).toBeCloseTo(bgNbdLogLikelihood(bought, fit.parameters), 9);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      for (const factor of [0.95, 1.05]) {
        const beside = { ...fit.parameters, [name]: fit.parameters[name] * factor };
        expect(bgNbdLogLikelihood(bought, beside)).toBeLessThan(fit.logLikelihood);
      }
    }
    expect(fit.customers).toBe(240);
  });

  test('in days is that in weeks but for alpha', () => {
    const inDays = fitOf(bought.map((one) => ({ ...one, tx: one.tx * 7, t: one.t * 7 })));
    expect(inDays.parameters.alpha / 7).toBeCloseTo(fit.parameters.alpha, 2);
    for (const name of ['r', 'a', 'b'] as const) expect(inDays.parameters[name]).toBeCloseTo(fit.parameters[name], 2);
  });

  test('counts the same customer twice as two, and nobody as none', () => {
    const once = bought.map((one) => ({ ...one, count: 1 }));
    const twice = bought.map((one) => ({ ...one, count: 2 }));
    const split = fitOf([...once, ...once]);
    expect(split).toEqual(fitOf(twice));
    expect(split.customers).toBe(320);
    expect(fitOf([...bought, { x: 5, tx: 3, t: 9, count: 0 }])).toEqual(fit);
  });

  test('needs thirty customers, ten of whom came back, and some time', () => {
    const of = (came: number, did: number, t = 30) =>
      fitBgNbd([
        { x: 0, tx: 0, t, count: did },
        { x: 2, tx: t / 3, t, count: came - 1 },
        { x: 4, tx: t / 2, t, count: 1 },
      ]);
    const tooFew = { parameters: null, reason: 'too_few_customers' };
    const noRepeats = { parameters: null, reason: 'too_few_repeats' };
    expect(of(10, 19)).toEqual(tooFew);
    expect(of(10, 20)).toMatchObject({ customers: 30 });
    expect(of(9, 40)).toEqual(noRepeats);
    expect(of(20, 40, 0)).toEqual(noRepeats);
  });
});

test('has the likelihood of two orders by hand, and of several customers together', () => {
  // r = 2, α = 1, a = 1, b = 2; x = 2, tx = 1, t = 3: B(1, 4)/B(1, 2) · Γ(4)/Γ(2) / 4⁴ + B(2, 3)/B(1, 2) · Γ(4)/Γ(2) / 2⁴ = 3/256 + ⅙·6/16
  const one = { x: 2, tx: 1, t: 3, count: 1 };
  const parameters = { r: 2, alpha: 1, a: 1, b: 2 };
  expect(bgNbdLogLikelihood([one], parameters)).toBeCloseTo(Math.log(3 / 256 + 1 / 16), 12);
  // x = 0, t = 1: (1/2)².
  const both = [one, { x: 0, tx: 0, t: 1, count: 4 }];
  expect(bgNbdLogLikelihood(both, parameters)).toBeCloseTo(Math.log(3 / 256 + 1 / 16) + 4 * Math.log(0.25), 12);
});

test('expects nothing of a time that runs backwards', () => {
  expect(expectedOrders(published, { x: 2, tx: 3, t: 4 }, -1)).toBe(0);
});
