import { expect, test } from 'vitest';
import { meanLimits, overdispersion, shareLimits, widen } from './funnel_limits.ts';

test('the limits of a share are the exact binomial’s, interpolated', () => {
  // n = 10, ½: P(R ≤ 1) = 0.01074, P(R ≤ 2) = 0.05469; (2 − (0.05469 − 0.025)/0.04395)/10 = 0.1324, and its mirror.
  const limits = shareLimits(0.5, 10, 0.95);
  expect(limits?.[0]).toBeCloseTo(0.13244, 4);
  expect(limits?.[1]).toBeCloseTo(1 - 0.13244, 4);
  expect(shareLimits(0.01, 5)?.[0]).toBe(0);
  // 0.5 ± 3.0902 · 0.5/√10000
  expect(shareLimits(0.5, 10_000)?.[1]).toBeCloseTo(0.51545, 3);
  expect([shareLimits(0.5, 0), shareLimits(0, 5), shareLimits(1, 5)]).toEqual([null, null, null]);
});

test('the limits of a mean narrow with the root of n', () => {
  const limits = meanLimits(100, 20, 16, 0.95);
  expect(limits?.[0]).toBeCloseTo(100 - 1.959964 * 5, 5);
  expect(limits?.[1]).toBeCloseTo(100 + 1.959964 * 5, 5);
  expect(meanLimits(100, 20, 0)).toBeNull();
});

test('overdispersion is 1 by chance, winsorised, and widens by its root', () => {
  expect(overdispersion([0.5, -0.5, 0.2])).toBe(1);
  expect(overdispersion([2, -2, 2, -2])).toBe(4);
  // Of ten the outermost on each side is pulled in: 100 counts as 2, −3 as −2.
  expect(overdispersion([2, 2, 2, 2, -2, -2, -2, -2, 100, -3])).toBe(4);
  expect(overdispersion([9])).toBe(1);
  expect(widen([8, 13], 10, 4)).toEqual([6, 16]);
});
