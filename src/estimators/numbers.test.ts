import { expect, test } from 'vitest';
import { meanOf, medianOf, rootBetween, varianceOf } from './numbers.ts';

test('means, medians and variances by hand', () => {
  expect(meanOf([1, 2, 6])).toBe(3);
  expect([medianOf([6, 1, 2]), medianOf([6, 1, 2, 3])]).toEqual([2, 2.5]);
  expect([varianceOf([1, 2, 6]), varianceOf([1])]).toEqual([7, null]);
  expect([meanOf([]), medianOf([])]).toEqual([Number.NaN, Number.NaN]);
});

test('finds where a function is nought, rising or falling', () => {
  expect(rootBetween((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 13);
  expect(rootBetween((x) => 2 - x * x, 0, 2)).toBeCloseTo(Math.SQRT2, 13);
});
