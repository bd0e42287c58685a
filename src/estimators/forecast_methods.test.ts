import { describe, expect, test } from 'vitest';
import { fitSmoothing } from './exponential_smoothing.ts';
import { hasSeasons, type MethodName, methodNames, methods } from './forecast_methods.ts';
import { fitTheta } from './theta.ts';

const quarters = [42, 24, 32, 37, 46, 29, 36, 43, 49, 31, 38, 40, 51, 32, 41, 44];
const ahead = (method: MethodName, values: readonly number[], season: number, steps: number) =>
  methods[method](values, season, 'full')?.(steps) ?? null;

test('the floor: what was last, and what was a season ago', () => {
  expect(ahead('naive', [3, 5, 4, 7], 4, 3)?.mean).toBe(7);
  // Steps 2, −1, 3: √(14/3), after four steps twice that.
  expect(ahead('naive', [3, 5, 4, 7], 1, 4)?.at(1)).toBeCloseTo(7 + 2 * Math.sqrt(14 / 3), 12);
  expect(ahead('naive', [3, 5, 4, 7], 1, 1)?.at(-2)).toBeCloseTo(7 - 2 * Math.sqrt(14 / 3), 12);
  expect(ahead('naive', [3, 5], 1, 1)).toBeNull();
  expect([1, 2, 3, 4, 5].map((steps) => ahead('seasonal_naive', quarters, 4, steps)?.mean)).toEqual([51, 32, 41, 44, 51]);
  expect(ahead('seasonal_naive', quarters, 1, 1)).toBeNull();
});

test('smoothing, plain and with a damped trend, does not look at seasons', () => {
  for (const [method, trend] of [
    ['smoothing', 'none'],
    ['damped', 'damped'],
  ] as const) {
    const own = fitSmoothing(quarters, { trend, season: 1 })?.ahead(3);
    expect(ahead(method, quarters, 4, 3)?.mean).toBe(own?.mean);
    expect(ahead(method, quarters, 4, 3)?.at(2)).toBe((own?.mean ?? 0) + 2 * (own?.deviation ?? 0));
    expect(ahead(method, [1, 2], 1, 1)).toBeNull();
  }
  expect(ahead('smoothing', quarters, 4, 1)?.mean).not.toBe(ahead('damped', quarters, 4, 1)?.mean);
});

test('Theta looks at seasons where there are some', () => {
  const own = fitTheta(quarters, 4)?.ahead(2);
  expect(ahead('theta', quarters, 4, 2)?.mean).toBe(own?.mean);
  expect(ahead('theta', quarters, 4, 2)?.mean).not.toBe(fitTheta(quarters, 1)?.ahead(2).mean);
  expect(ahead('theta', [1, 2, 3], 1, 1)).toBeNull();
});

describe('seasons', () => {
  test('are fitted where there are any, of two dozen at most', () => {
    expect(ahead('seasonal', quarters, 4, 1)?.mean).toBe(fitSmoothing(quarters, { trend: 'damped', season: 4 })?.ahead(1).mean);
    const weeks = Array.from({ length: 64 }, (_, index) => 10 + (index % 5) + index / 9);
    for (const method of ['seasonal', 'seasonal_log'] as const) {
      expect(ahead(method, quarters, 1, 1)).toBeNull();
      expect(methods[method](weeks, 24, 'quick')).not.toBeNull();
      expect(methods[method](weeks, 25, 'quick')).toBeNull();
    }
  });

  test('of the logarithms grow with the level, and what comes is never below nothing', () => {
    const own = fitSmoothing(quarters.map(Math.log), { trend: 'damped', season: 4 })?.ahead(2);
    const found = ahead('seasonal_log', quarters, 4, 2);
    expect(found?.mean).toBeCloseTo(Math.exp(own?.mean ?? 0), 12);
    expect(found?.at(1)).toBeCloseTo(Math.exp((own?.mean ?? 0) + (own?.deviation ?? 0)), 12);
    expect((found?.at(2) ?? 0) - (found?.mean ?? 0)).toBeGreaterThan((found?.mean ?? 0) - (found?.at(-2) ?? 0));
    expect(found?.at(-50)).toBeGreaterThan(0);
    expect(ahead('seasonal_log', [...quarters.slice(1), 0], 4, 1)).toBeNull();
    expect(ahead('seasonal_log', quarters.slice(0, 9), 4, 1)).toBeNull();
  });

  test('are told from two of each and three values more', () => {
    expect([hasSeasons(27, 12), hasSeasons(26, 12), hasSeasons(7, 2), hasSeasons(6, 2), hasSeasons(100, 1)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

test('the simplest comes first: of two that do as well it is taken', () => {
  expect(methodNames[0]).toBe('naive');
  expect(Object.keys(methods)).toEqual([...methodNames]);
});
