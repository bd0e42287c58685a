import { describe, expect, test } from 'vitest';
import { backTest, type Tested } from './back_test.ts';
import type { MethodName } from './forecast_methods.ts';

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const tested = (values: readonly number[], season: number, steps: number, name: MethodName): Tested | undefined =>
  backTest(values, season, steps)?.tested.find(({ method }) => method === name);
/** The naive forecast is the last value, give or take √(mean of the squared steps known): all of its figures can be told by hand. */
const naive = (values: readonly number[], steps = 1) => tested(values, 1, steps, 'naive');

describe('origins', () => {
  test('are three at least after eight values, and the last twelve', () => {
    expect(backTest(range(10), 1, 1)).toBeNull();
    expect(naive(range(11))?.origins).toBe(3);
    expect(naive(range(20))?.origins).toBe(12);
    expect(naive(range(30))?.origins).toBe(12);
  });

  test('are asked as far ahead as is known', () => {
    // Origins 8, 9, 10 of eleven values: 3 + 2 + 1 ahead.
    expect(naive(range(11), 5)).toMatchObject({ forecasts: 6, origins: 3 });
    expect(naive(range(11), 2)?.forecasts).toBe(5);
  });

  test('of seasons know two of them; from fewer values no season is told', () => {
    const quarters = range(14)
      .map((index) => [5, 9, 2, 7][index % 4] ?? 0)
      .map((value, index) => value + (index * index) / 50);
    expect(backTest(quarters, 4, 1)).toMatchObject({ season: 4 });
    expect(tested(quarters, 4, 1, 'seasonal_naive')?.origins).toBe(3);
    expect(backTest(quarters.slice(0, 13), 4, 1)).toMatchObject({ season: 1 });
    expect(tested(quarters.slice(0, 13), 4, 1, 'seasonal_naive')).toBeUndefined();
    expect(backTest(range(12), 1, 1)?.season).toBe(1);
    // Two values a season: ten pairs are known from the eighth on, not from the seventh.
    const pairs = range(20).map((index) => (index % 2) * 5 + index / 7);
    expect(tested(pairs, 2, 1, 'seasonal_naive')?.origins).toBe(12);
    expect(tested(pairs.slice(0, 12), 2, 1, 'seasonal_naive')?.origins).toBe(4);
  });

  test('from which nothing can be measured leave the method out, and then there is no test', () => {
    expect(backTest(new Array(20).fill(3), 1, 1)).toBeNull();
    // Flat as long as the first origins know.
    expect(backTest([...new Array(12).fill(3), 4, 5], 1, 1)).toBeNull();
  });
});

describe('what is told of a method, by hand', () => {
  test('a line is missed by its step, which is as much as was foreseen', () => {
    const found = naive(range(12));
    expect(found).toMatchObject({ mase: 1, coverage: 1, forecasts: 4 });
    expect(found?.stretch).toBeCloseTo(1, 12);
    expect(found?.mae).toBeCloseTo(1, 12);
    expect(found?.smape).toBeCloseTo([8, 9, 10, 11].reduce((sum, value) => sum + 2 / (2 * value - 1), 0) / 4, 12);
  });

  test('two steps ahead are missed by two, the second foreseen by √2', () => {
    // From 8, 9, 10: errors 1, 2, 1, 2, 1; in deviations 1, √2, 1, √2, 1.
    const found = naive(range(11), 2);
    expect(found?.mase).toBeCloseTo(7 / 5, 12);
    expect(found?.mae).toBeCloseTo(7 / 5, 12);
    expect(found?.stretch).toBeCloseTo(Math.sqrt((3 + 2 * 2) / 5), 12);
    // The edge of eight times of ten is 1.28 deviations: √2 is beyond it.
    expect(found?.coverage).toBeCloseTo(3 / 5, 12);
  });

  test('errors count on both sides of the forecast', () => {
    const down = range(11).map((value) => 20 - value);
    const found = naive(down, 2);
    expect(found?.mase).toBeCloseTo(7 / 5, 12);
    expect(found?.stretch).toBeCloseTo(Math.sqrt(7 / 5), 12);
    expect(found?.coverage).toBeCloseTo(3 / 5, 12);
  });

  test('intervals are widened as soon as they were too narrow', () => {
    // Steps of 1 and then of 4: errors of 4 where √((k + 16·j)/(k + j)) was foreseen.
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 5, 1, 5];
    const spreads = [1, Math.sqrt((7 + 16) / 8), Math.sqrt((7 + 32) / 9)];
    const expected = Math.sqrt(spreads.reduce((sum, spread) => sum + (4 / spread) ** 2, 0) / 3);
    expect(naive(values)?.stretch).toBeCloseTo(expected, 12);
    expect(naive(values)?.coverage).toBe(0);
  });

  test('and narrowed, by half at most, only after two dozen forecasts from twelve origins', () => {
    const calm = [0, 50, 0, 50, 0, 50, 0, 50, ...range(12).map((index) => 50 + (index % 2))];
    expect(naive(calm, 3)).toMatchObject({ forecasts: 33, origins: 12, stretch: 0.5, coverage: 1 });
    expect(naive(calm, 1)).toMatchObject({ forecasts: 12, stretch: 1 });
    // Eleven origins are too few, however many forecasts: 4·8 + 3 + 2 + 1.
    expect(naive(calm.slice(0, -1), 4)).toMatchObject({ origins: 11, forecasts: 38, stretch: 1 });
    // 2·11 + 1 forecasts are one too few.
    expect(naive(calm, 2)).toMatchObject({ forecasts: 23, stretch: 1 });
  });

  test('of a forecast that is skewed, the side on which what came lies', () => {
    const growing = range(24).map((index) => 1.1 ** index * ([1, 1.5][index % 2] ?? 1) * (1 + 0.2 * Math.sin(index * index)));
    const found = tested(growing, 2, 2, 'seasonal_log');
    expect(found?.coverage).toBeGreaterThan(0.5);
    expect(found?.stretch).toBeGreaterThanOrEqual(0.5);
    expect(found?.stretch).toBeLessThan(2);
  });
});
