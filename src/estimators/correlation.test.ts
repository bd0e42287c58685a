import { expect, test } from 'vitest';
import { pearson, ranksOf, spearman, theilSen } from './correlation.ts';

/** Anscombe (1973), the first of his four sets. */
const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

test('pearson has the published value of Anscombe’s set', () => {
  const found = pearson(xs, ys);
  expect(found?.value).toBeCloseTo(0.8164, 4);
  expect(found?.p).toBeCloseTo(0.00217, 5);
  // tanh(atanh(0.81642) ∓ 1.95996/√8) = tanh(1.14606 ∓ 0.69296)
  expect(found?.interval[0]).toBeCloseTo(0.4244, 3);
  expect(found?.interval[1]).toBeCloseTo(0.9507, 3);
  expect(found?.n).toBe(11);
});

test('pearson pays for the means that were taken off', () => {
  expect(pearson(xs, ys, 3)?.interval[0]).toBeLessThan(pearson(xs, ys)?.interval[0] ?? 0);
  expect(pearson(xs, ys, 8)).toBeNull();
});

test('there is no correlation of what does not vary, nor of three pairs', () => {
  expect(pearson([1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1])).toBeNull();
  expect(pearson([1, 2, 3], [1, 2, 3])).toBeNull();
  expect(spearman([1, 2, 3], [1, 2, 3])).toBeNull();
  expect(pearson([1, 2, 3, 4], [2, 4, 6, 8])).toEqual({ value: 1, n: 4, interval: [1, 1], p: 0 });
});

test('ranks that are equal share their mean, and spearman is 1 − 6Σd²/(n(n² − 1)) without them', () => {
  expect(ranksOf([30, 10, 20, 20])).toEqual([4, 1, 2.5, 2.5]);
  // d = 1, −1, 0, 0, 0: 1 − 6·2/(5·24) = 0.9
  expect(spearman([1, 2, 3, 4, 5], [20, 10, 30, 40, 500])?.value).toBeCloseTo(0.9, 12);
});

test('theilSen is the median slope, whatever one wild point does', () => {
  // Slopes of 0,1,2,3 against 0,1,2,30: 1, 1, 10, 1, 14.5, 28
  expect(theilSen([0, 1, 2, 3], [0, 1, 2, 30])?.value).toBe(5.5);
  const line = theilSen([0, 1, 2, 3, 4, 5, 6], [0, 2, 4, 6, 8, 10, 900]);
  expect(line?.value).toBe(2);
  expect(line?.interval?.[0]).toBe(2);
  expect(theilSen([1, 1], [1, 5])).toBeNull();
  expect(theilSen([1, 2], [1, 5])).toEqual({ value: 4, n: 2, interval: null });
});
