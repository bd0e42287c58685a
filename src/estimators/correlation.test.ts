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

test('spearman has the interval of Bonett and Wright and Student’s p', () => {
  // tanh(atanh(0.9) ∓ 1.95996·√((1 + 0.81/2)/2)); p of t = 0.9·√(3/0.19) = 3.576 with 3 degrees: 0.03739 (SciPy).
  const found = spearman([1, 2, 3, 4, 5], [20, 10, 30, 40, 500]);
  expect(found?.interval[0]).toBeCloseTo(-0.1689, 3);
  expect(found?.interval[1]).toBeCloseTo(0.9961, 4);
  expect(found?.p).toBeCloseTo(0.03739, 5);
  expect(found?.n).toBe(5);
  expect(spearman([1, 2, 3, 4], [5, 5, 5, 5])).toBeNull();
  expect(spearman([1, 2, 3, 4], [1, 3, 2, 4])?.value).toBeCloseTo(0.8, 12);
  expect(spearman([1, 2, 3, 4], [4, 3, 2, 1])).toEqual({ value: -1, n: 4, interval: [-1, -1], p: 0 });
});

test('a correlation does not change with origin and unit, and there is none with what only rounding moves', () => {
  const moved = pearson(
    xs.map((x) => 1e6 + 3 * x),
    ys.map((y) => y / 1000 - 5),
  );
  expect(moved?.value).toBeCloseTo(pearson(xs, ys)?.value ?? 0, 8);
  const still = [0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3];
  expect(pearson(still, [1, 2, 3, 4])).toBeNull();
  expect(pearson([1, 2, 3, 4], still)).toBeNull();
  expect(pearson([7, 7, 7, 7], [1, 2, 3, 4])).toBeNull();
});

test('a slope has Sen’s interval, whatever the order of the points', () => {
  // y = x² of 0 … 9: the slope between i and j is i + j, 45 of them. Of 21.9 in the middle, the 12th is 6 and the 34th is 12; the median 9.
  const [across, up] = [
    [3, 0, 9, 7, 1, 8, 2, 6, 5, 4],
    [9, 0, 81, 49, 1, 64, 4, 36, 25, 16],
  ];
  expect(theilSen(across, up)).toEqual({ value: 9, n: 10, interval: [6, 12] });
  // Of four points all six slopes: 2·1.95996·√(4·3·13/18) is more than they are.
  expect(theilSen([0, 1, 2, 3], [0, 1, 4, 9])?.interval).toEqual([1, 5]);
  expect(theilSen([0, 1, 2], [0, 1, 4])?.interval).toBeNull();
});
