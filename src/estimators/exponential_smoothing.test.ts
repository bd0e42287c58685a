import { expect, test } from 'vitest';
import { fitSmoothing, leastValues, smooth } from './exponential_smoothing.ts';

// Series and results of Hyndman and Athanasopoulos, Forecasting: principles and practice (1st ed. 2013), chapter 7, as R gives them and statsmodels's
// own tests hold them (statsmodels/tsa/tests/test_holtwinters.py).
/** Oil production in Saudi Arabia, 1996 to 2007 (section 7.1). */
const oil = [
  446.6565229, 454.4733065, 455.662974, 423.6322388, 456.2713279, 440.5880501, 425.3325201, 485.1494479, 506.0481621, 526.7919833,
  514.268889, 494.2110193,
];
/** Air passengers of Australia, 1990 to 2004 (section 7.2). */
const air = [
  17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.577569, 33.477398, 39.021581, 41.386432,
  41.596552,
];
/** Sheep in Asia, 1970 to 2000 (section 7.4). */
const sheep = [
  263.917747, 268.307222, 260.662556, 266.639419, 277.515778, 283.834045, 290.309028, 292.474198, 300.830694, 309.286657, 318.331081,
  329.37239, 338.883998, 339.244126, 328.600632, 314.255385, 314.459695, 321.413779, 329.789292, 346.385165, 352.297882, 348.370515,
  417.562922, 417.12357, 417.749459, 412.233904, 411.946817, 394.697075, 401.49927, 408.270468, 414.2428,
];
/** International visitor nights in Australia by quarter, 2005 to 2010 (section 7.5). */
const visitors = [
  41.727458, 24.04185, 32.328103, 37.328708, 46.213153, 29.346326, 36.48291, 42.977719, 48.901525, 31.180221, 37.717881, 40.420211,
  51.206863, 31.887228, 40.978263, 43.772491, 55.558567, 33.850915, 42.076383, 45.642292, 59.76678, 35.191877, 44.319737, 47.913736,
];

const level = { trend: 'none', season: 1 } as const;
const only = (alpha: number) => ({ alpha, beta: 0, phi: 0, gamma: 0 });

test('simple smoothing from the first value, with weights given, gives the book’s forecasts', () => {
  const start = { level: oil[0] ?? 0, trend: 0, seasons: [] };
  expect(smooth(oil, level, only(0.2), start).level).toBeCloseTo(484.802468, 5);
  expect(smooth(oil, level, only(0.6), start).level).toBeCloseTo(501.837461, 5);
});

test('simple smoothing finds the book’s weight and forecast', () => {
  const fit = fitSmoothing(oil, level);
  expect(fit?.weights.alpha).toBeCloseTo(0.891998, 3);
  expect(fit?.ahead(1).mean).toBeCloseTo(496.493543, 2);
  expect(fit?.ahead(5).mean).toBe(fit?.ahead(1).mean);
});

test('Holt’s line with 0.8 and 0.2 gives the book’s five years', () => {
  const weights = { alpha: 0.8, beta: 0.2, phi: 1, gamma: 0 };
  const [first = 0, second = 0] = air;
  const walk = smooth(air, { trend: 'linear', season: 1 }, weights, { level: first, trend: second - first, seasons: [] });
  // The book starts at the first value with the first step; its first year is that value itself, not a step on from it.
  const told = [1, 2, 3, 4, 5].map((steps) => walk.level + steps * walk.trend);
  for (const [index, value] of [43.76, 45.59, 47.43, 49.27, 51.1].entries()) expect(told[index]).toBeCloseTo(value, 1);
});

test('a damped trend leaves the squares that the book leaves, with its weights', () => {
  const fit = fitSmoothing(sheep, { trend: 'damped', season: 1 }, { phi: 0.98 });
  expect(fit?.squares).toBeCloseTo(6036.56, 1);
  expect(fit?.weights.alpha).toBeCloseTo(0.98, 1);
  expect(fit?.weights.beta).toBeLessThan(0.01);
  expect(fit?.start.level).toBeCloseTo(257.36, 0);
  expect(fit?.start.trend).toBeCloseTo(6.64, 0);
});

test('seasons that add up, with the weights of the book’s second edition, come near its year; with weights of its own it leaves fewer squares', () => {
  // Winters's 60.95, 36.85, 46.16, 50.13 of the first edition stand on another start: here the start too leaves the least squares, so the figures are near and not the same.
  const form = { trend: 'linear', season: 4 } as const;
  const given = fitSmoothing(visitors, form, { alpha: 0.306, beta: 0.0003, gamma: 0.426 });
  const told = [1, 2, 3, 4].map((steps) => given?.ahead(steps).mean ?? 0);
  for (const [index, value] of [60.9542, 36.8505, 46.1628, 50.1272].entries())
    expect(Math.abs((told[index] ?? 0) - value)).toBeLessThan(1.1);
  expect(fitSmoothing(visitors, form)?.squares ?? 1e9).toBeLessThan(given?.squares ?? 0);
});

test('by hand: three values, half and half', () => {
  // 10 → error of 12 is 2, level 11; of 8 is −3, level 9.5.
  const walk = smooth([10, 12, 8], level, only(0.5), { level: 10, trend: 0, seasons: [] });
  expect(walk.errors).toEqual([0, 2, -3]);
  expect(walk.level).toBe(9.5);
});

test('spreads by the weights: σ²·(1 + (h − 1)·α²), and with a damped trend by the sum of its steps', () => {
  const plain = fitSmoothing(oil, level, { alpha: 0.5 });
  expect(plain?.ahead(3).deviation).toBeCloseTo((plain?.deviation ?? 0) * Math.sqrt(1 + 2 * 0.25), 10);
  const fit = fitSmoothing(sheep, { trend: 'damped', season: 1 }, { alpha: 0.5, beta: 0.2, phi: 0.9 });
  // c_1 = 0.5 + 0.1·0.9 = 0.59, c_2 = 0.5 + 0.1·(0.9 + 0.81) = 0.671
  expect(fit?.ahead(3).deviation).toBeCloseTo((fit?.deviation ?? 0) * Math.sqrt(1 + 0.59 ** 2 + 0.671 ** 2), 10);
});

test('is null for fewer values than it fits, and follows a season that repeats exactly', () => {
  const form = { trend: 'damped', season: 4 } as const;
  expect(leastValues(form)).toBe(11);
  expect(fitSmoothing([1, 2, 3, 4, 1, 2, 3, 4, 1, 2], form)).toBeNull();
  const fit = fitSmoothing([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4], form);
  for (const steps of [1, 2, 3, 4]) expect(fit?.ahead(steps).mean).toBeCloseTo(steps, 3);
});

const forms = {
  level,
  linear: { trend: 'linear', season: 1 },
  damped: { trend: 'damped', season: 1 },
  seasons: { trend: 'none', season: 4 },
  all: { trend: 'damped', season: 4 },
} as const;

test('needs two values more than it fits: a state for the level, the trend and each season but one, a weight for each, and the damping', () => {
  expect(Object.values(forms).map(leastValues)).toEqual([4, 6, 7, 8, 11]);
  for (const form of Object.values(forms)) {
    const count = leastValues(form);
    expect(fitSmoothing(visitors.slice(0, count - 1), form)).toBeNull();
    const fit = fitSmoothing(visitors.slice(0, count), form, {}, 'quick');
    expect(fit).not.toBeNull();
    // Two more known than fitted.
    expect(fit?.deviation).toBeCloseTo(Math.sqrt((fit?.squares ?? 0) / 2), 10);
  }
});

test('weights lie within their usual bounds, and what a form has not is none of it', () => {
  for (const form of Object.values(forms)) {
    const { weights, start } = fitSmoothing(visitors, form, {}, 'quick') ?? {};
    const { alpha = -1, beta = -1, phi = -1, gamma = -1 } = weights ?? {};
    expect(alpha).toBeGreaterThan(0);
    expect(alpha).toBeLessThan(1);
    if (form.trend === 'none') expect([beta, phi, start?.trend]).toEqual([0, 0, 0]);
    else expect(beta).toBeGreaterThan(0);
    expect(beta).toBeLessThan(1);
    if (form.trend === 'linear') expect(phi).toBe(1);
    if (form.trend === 'damped') {
      expect(phi).toBeGreaterThan(0.8);
      expect(phi).toBeLessThanOrEqual(0.98);
    }
    if (form.season === 1) expect([gamma, start?.seasons]).toEqual([0, []]);
    else {
      expect(gamma).toBeGreaterThan(0);
      expect(gamma).toBeLessThanOrEqual(1 - alpha);
      // What a season has over the usual, the others lack.
      expect(start?.seasons).toHaveLength(4);
      expect(start?.seasons.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 8);
    }
  }
});

test('the search ends alike in euros and in millions, and comes no nearer in haste', () => {
  const weightsOf = (unit: number) =>
    fitSmoothing(
      oil.map((value) => value * unit),
      forms.linear,
    )?.weights;
  for (const unit of [1e-6, 1e6]) {
    expect(weightsOf(unit)?.alpha).toBeCloseTo(weightsOf(1)?.alpha ?? 0, 6);
    expect(weightsOf(unit)?.beta).toBeCloseTo(weightsOf(1)?.beta ?? 0, 6);
  }
  const hasty = fitSmoothing(sheep, forms.damped, {}, 'quick')?.squares ?? 0;
  const full = fitSmoothing(sheep, forms.damped)?.squares ?? 0;
  expect(full).toBeLessThanOrEqual(hasty);
  expect(full).toBeGreaterThan(0.9 * hasty);
});

test('of seasons the spread grows by their weight too, whenever one returns', () => {
  const given = { alpha: 0.3, beta: 0.2, phi: 0.9, gamma: 0.4 };
  const fit = fitSmoothing(visitors, forms.all, given);
  const c = (step: number, returns: boolean): number => {
    const damping = Array.from({ length: step }, (_, index) => 0.9 ** (index + 1)).reduce((sum, one) => sum + one, 0);
    return 0.3 + 0.06 * damping + (returns ? 0.4 : 0);
  };
  const factors = [1, c(1, false) ** 2, c(2, false) ** 2, c(3, false) ** 2, c(4, true) ** 2];
  for (const steps of [1, 4, 5]) {
    const factor = factors.slice(0, steps).reduce((sum, one) => sum + one, 0);
    expect(fit?.ahead(steps).deviation).toBeCloseTo((fit?.deviation ?? 0) * Math.sqrt(factor), 10);
  }
  const flat = fitSmoothing(visitors, forms.seasons, { alpha: 0.3, gamma: 0.4 });
  expect(flat?.ahead(5).deviation).toBeCloseTo((flat?.deviation ?? 0) * Math.sqrt(1 + 3 * 0.09 + 0.49), 10);
  expect(flat?.ahead(5).mean).toBeCloseTo(flat?.ahead(1).mean ?? 0, 10);
});
