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

test('detrend takes a line off wherever it begins, and a hole is no 0', () => {
  // 5, –, 1, 9 at 0, 2, 3: mean 5 at 5/3; slope (−5/3·0 + 1/3·−4 + 4/3·4)/(25 + 1 + 16)·9 = 4·9/42 = 6/7.
  const found = detrend([5, null, 1, 9]);
  expect(found[0]).toBeCloseTo(0 + (6 / 7) * (5 / 3), 10);
  expect(found[1]).toBeNull();
  expect(found[2]).toBeCloseTo(-4 - (6 / 7) * (1 / 3), 10);
  expect(found[3]).toBeCloseTo(4 - (6 / 7) * (4 / 3), 10);
  expect(detrend([2, 6])).toEqual([0, 0]);
});

test('what has inertia counts for fewer periods', () => {
  // The same pairs of values, in long waves and well mixed.
  const mixed = crossCorrelation(
    digits,
    digits.map((digit, month) => digit + 3 * (digits[23 - month] ?? 0)),
    0,
  );
  const sorted = [...digits.keys()].sort((a, b) => (digits[a] ?? 0) - (digits[b] ?? 0));
  const up = sorted.filter((_, place) => place % 2 === 0);
  const down = sorted.filter((_, place) => place % 2 === 1).reverse();
  const wave = [...up, ...down].map((place) => [digits[place] ?? 0, (digits[place] ?? 0) + 3 * (digits[23 - place] ?? 0)] as const);
  const slow = crossCorrelation(
    wave.map(([x]) => x),
    wave.map(([, y]) => y),
    0,
  );
  const width = (found: typeof slow) => (found ? Math.atanh(found.best.interval[1]) - Math.atanh(found.best.interval[0]) : 0);
  // Mixed: no more than 24 periods count, 2·1.96/√21 wide.
  expect(width(mixed)).toBeCloseTo((2 * 1.959964) / Math.sqrt(21), 1);
  expect(width(mixed)).toBeGreaterThanOrEqual((2 * 1.959964) / Math.sqrt(21) - 1e-6);
  expect(width(slow)).toBeGreaterThan(0);
});
