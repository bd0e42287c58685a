import { expect, test } from 'vitest';
import { autocorrelation, isSeasonal, seasonalIndices } from './seasonal_indices.ts';

test('by hand: two seasons of a flat series', () => {
  // 10, 30, 10, 30 …: the centred mean is 20 throughout.
  expect(seasonalIndices([10, 30, 10, 30, 10, 30], 2)).toEqual([0.5, 1.5]);
});

test('three seasons on a rising line keep their shape', () => {
  const values = Array.from({ length: 12 }, (_, index) => (100 + index) * ([0.8, 1, 1.2][index % 3] ?? 1));
  const found = seasonalIndices(values, 3);
  for (const [index, value] of [0.8, 1, 1.2].entries()) expect(found?.[index]).toBeCloseTo(value, 1);
  expect((found ?? []).reduce((sum, one) => sum + one, 0)).toBeCloseTo(3, 12);
});

test('says nothing of too few values, of zeros throughout, or where there is no season', () => {
  expect(seasonalIndices([1, 2, 1], 2)).toBeNull();
  expect(seasonalIndices([0, 0, 0, 0], 2)).toBeNull();
  expect(autocorrelation([5, 5, 5], 1)).toBeNull();
  // −1, 0, 1: (−1·0 + 0·1)/2.
  expect(autocorrelation([1, 2, 3], 1)).toBe(0);
  expect(isSeasonal([1, 2, 9, 1, 3, 9, 2, 1, 8, 1, 2, 9, 1, 1, 9, 2, 3, 8], 3)).toBe(true);
  expect(isSeasonal([1, 2, 3, 2, 4, 3, 1, 5, 2, 3], 2)).toBe(false);
});

test('two whole seasons are enough for their shape, and none less; one period is no season', () => {
  expect(seasonalIndices([10, 30, 10, 30], 2)).toEqual([0.5, 1.5]);
  expect(seasonalIndices([10, 30, 20, 10, 30, 20], 3)).toEqual([0.5, 1.5, 1]);
  expect(seasonalIndices([10, 30, 20, 10, 30], 3)).toBeNull();
  expect(seasonalIndices([1, 2, 3, 4], 1)).toBeNull();
  // Of what lies below nothing there are no shares.
  expect(seasonalIndices([-10, -30, -10, -30], 2)).toBeNull();
  expect(seasonalIndices([10, -10, 10, -10], 2)).toBeNull();
});

test('the test of seasons by hand: more than two of them, and beyond what chance makes', () => {
  // Deviations −1.5, −0.5, 0.5, 1.5: (0.75 − 0.25 + 0.75)/5 after one, (−0.75 − 0.75)/5 after two.
  expect(autocorrelation([1, 2, 3, 4], 1)).toBeCloseTo(0.25, 12);
  expect(autocorrelation([1, 2, 3, 4], 2)).toBeCloseTo(-0.3, 12);
  const line = Array.from({ length: 30 }, (_, index) => index);
  expect(isSeasonal(line, 1)).toBe(false);
  const swing = (count: number) => Array.from({ length: count }, (_, index) => [1, 1, 1, 9][index % 4] ?? 0);
  expect(isSeasonal(swing(8), 4)).toBe(false);
  expect(isSeasonal(swing(24), 4)).toBe(true);
  expect(isSeasonal([1, 9, 1, 9, 1, 9, 1, 9, 1, 9], 2)).toBe(false);
});
