import { expect, test } from 'vitest';
import { errorScale, meanError, scaledError, symmetricError } from './forecast_error.ts';

test('errors by hand', () => {
  const all = [
    { forecast: 10, actual: 12 },
    { forecast: 20, actual: 16 },
  ];
  expect(meanError(all)).toBe(3);
  // Steps of 2, 1 and 3.
  expect(errorScale([1, 3, 2, 5], 1)).toBe(2);
  expect(scaledError(all, 2)).toBe(1.5);
  // 4/22 and 8/36
  expect(symmetricError(all)).toBeCloseTo((4 / 22 + 8 / 36) / 2, 12);
  expect(symmetricError([{ forecast: 0, actual: 0 }])).toBe(0);
  expect(symmetricError([{ forecast: 5, actual: 0 }])).toBe(2);
});

test('has no scale where a series is too short or repeats itself', () => {
  expect(errorScale([1, 2], 2)).toBeNull();
  expect(errorScale([1, 2, 1, 2], 2)).toBeNull();
});
