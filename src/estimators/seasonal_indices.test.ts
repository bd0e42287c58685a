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
