import { expect, test } from 'vitest';
import { z } from '../metrics/result/interval.ts';
import { errorBetween, errorOf, errorTowards } from './standard-error.ts';

const cell = (value: number | null, ci?: readonly [number, number]) => ({ value, ...(ci ? { ci } : {}) });

test('takes of each interval the side that faces the other value', () => {
  const rate = cell(0.1, [0.05, 0.2]);
  expect(errorTowards(rate, 0.3)).toBeCloseTo(0.1 / z, 12);
  expect(errorTowards(rate, 0)).toBeCloseTo(0.05 / z, 12);
  expect(errorOf(rate)).toBeCloseTo(0.1 / z, 12);
  expect([errorTowards(cell(0.1), 0), errorTowards(cell(null, [0, 1]), 0), errorOf(cell(0.1))]).toEqual([null, null, null]);
});

test('tells 56 of 70 from 48 of 80 as Newcombe’s method 10 does: a difference of 0.2 between 0.0524 and 0.3339', () => {
  // R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), table II, (a).
  const [one, other] = [cell(56 / 70, [0.6918, 0.8772]), cell(48 / 80, [0.4904, 0.7005])];
  expect(0.2 - z * (errorBetween(other, one) ?? 0)).toBeCloseTo(0.0524, 3);
});

test('a score that is cut where its scale ends moves no more surely for it', () => {
  // One promoter of one and one detractor of one would be 200 points apart, with nothing known of either beyond its scale.
  const [low, high] = [cell(-100, [-100, 40]), cell(100, [-40, 100])];
  expect(z * (errorBetween(low, high) ?? 0)).toBeCloseTo(Math.hypot(140, 140), 9);
  // Uncut, the interval of 90 would go on to 130: half of what is left says too little.
  expect(errorOf(cell(90, [50, 100]))).toBeCloseTo(40 / z, 12);
  expect(errorBetween(cell(1, [1, 1]), cell(2, [2, 2]))).toBeNull();
});
