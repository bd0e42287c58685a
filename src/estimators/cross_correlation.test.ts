import { expect, test } from 'vitest';
import { crossCorrelation, detrend } from './cross_correlation.ts';

/** No pattern of its own: digits of π. */
const digits = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4];

test('detrend takes the line off and leaves holes', () => {
  expect(detrend([1, 3, null, 7])).toEqual([0, 0, null, 0]);
  // Line through 0, 3, 0: mean 1, slope 0.
  expect(detrend([0, 3, 0])).toEqual([-1, 2, -1]);
  expect(detrend([null, 4])).toEqual([null, 0]);
});

test('finds by how much one series goes ahead of the other, through a trend', () => {
  const first = digits.map((digit, month) => digit + 10 * month);
  const second = digits.map((_, month) => (month < 2 ? null : -2 * (digits[month - 2] ?? 0) + 5 * month));
  const found = crossCorrelation(first, second, 6);
  expect(found?.best.lag).toBe(2);
  expect(found?.best.value).toBeLessThan(-0.95);
  expect(found?.best.n).toBe(22);
  expect(found?.best.p).toBeLessThan(0.001);
  expect(found?.lags.map(({ lag }) => lag)).toEqual([-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6]);
  expect(crossCorrelation(second, first, 6)?.best.lag).toBe(-2);
});

test('of equal strength takes the shortest lag', () => {
  const wave = Array.from({ length: 24 }, (_, month) => [0, 1, 0, -1][month % 4] ?? 0);
  expect(crossCorrelation(wave, wave, 4)?.best.lag).toBe(0);
});

test('does not believe the best of thirteen lags of two series that have nothing in common', () => {
  const other = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9, 0, 4, 5, 2, 3, 5, 3, 6, 0, 2, 8];
  expect(crossCorrelation(digits, other, 6)?.best.p).toBeGreaterThan(0.2);
});

test('says nothing of fewer than eight pairs or of straight lines', () => {
  expect(crossCorrelation(digits.slice(0, 7), digits.slice(0, 7), 6)).toBeNull();
  expect(
    crossCorrelation(
      digits,
      digits.map((_, month) => month * 0.1),
      2,
    ),
  ).toBeNull();
  expect(crossCorrelation(digits.slice(0, 10), digits.slice(0, 10), 6)?.lags.map(({ lag }) => lag)).toEqual([-2, -1, 0, 1, 2]);
});
