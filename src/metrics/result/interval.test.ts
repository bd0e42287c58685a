import { describe, expect, test } from 'vitest';
import { mean, poisson, ratio, student, wilson } from './interval.ts';

const expectInterval = (found: readonly [number, number] | null, low: number, high: number, digits = 4) => {
  expect(found?.[0]).toBeCloseTo(low, digits);
  expect(found?.[1]).toBeCloseTo(high, digits);
};

describe('wilson', () => {
  test('the contract’s example: 4,238 of 6,711', () => expectInterval(wilson(4238, 6711), 0.6199, 0.643));
  test('Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29', () => {
    expectInterval(wilson(81, 263), 0.2553, 0.3662);
    expectInterval(wilson(15, 148), 0.0624, 0.1605);
    expectInterval(wilson(0, 20), 0, 0.1611);
    expectInterval(wilson(1, 29), 0.0061, 0.1718);
  });
  test('nothing tried, nothing known', () => expect(wilson(0, 0)).toBeNull());
});

describe('poisson', () => {
  test('Garwood’s exact limits of 0, 1, 10 and 100', () => {
    expectInterval(poisson(0), 0, 3.6889);
    expectInterval(poisson(1), 0.0253, 5.5716);
    expectInterval(poisson(10), 4.7954, 18.3904);
    expectInterval(poisson(100), 81.364, 121.627, 3);
  });
  test('the approximation for large counts meets the exact limits', () => {
    const [low, high] = poisson(10_001) ?? [0, 0];
    const [exactLow, exactHigh] = poisson(10_000) ?? [0, 0];
    expect(low - exactLow).toBeGreaterThan(0);
    expect(low - exactLow).toBeLessThan(2);
    expect(high - exactHigh).toBeLessThan(2);
  });
});

test('Student’s 97.5 % points', () => {
  expect(student(1)).toBeCloseTo(12.706, 3);
  expect(student(5)).toBeCloseTo(2.5706, 2);
  expect(student(10)).toBeCloseTo(2.2281, 3);
  expect(student(1000)).toBeCloseTo(1.9623, 4);
});

test('a mean of 2, 4, 6 has s = 2 and ± 4.3027·2/√3', () => {
  expectInterval(mean(3, 12, 56), 4 - 4.9683, 4 + 4.9683, 3);
  expect(mean(1, 2, 4)).toBeNull();
});

test('a ratio of sums: rows (1, 2), (3, 4) give 4/6 and ± 1.96·√(10 − 2·⅔·14 + ⅘⁄…·20)/6', () => {
  const half = (1.959964 * Math.sqrt(10 - 2 * (4 / 6) * 14 + (4 / 6) ** 2 * 20)) / 6;
  expectInterval(ratio({ x: 4, y: 6, xx: 10, yy: 20, xy: 14 }), 4 / 6 - half, 4 / 6 + half);
});

test('an interval ends where its scale does; what is cut off was beyond', () => {
  // Answers of 4 and 5 on 1–5: 4.5 ± 12.7062 · 0.5.
  expectInterval(mean(2, 9, 41), 4.5 - 6.3531, 4.5 + 6.3531, 3);
  expect(mean(2, 9, 41, [1, 5])).toEqual([1, 5]);
  // Two dealt with in 1 and 9 hours: never in less than none.
  expectInterval(mean(2, 10, 82, [0, null]), 0, 5 + 50.8248, 3);
  // One promoter and one passive of two: 50 ± 1.96 · √((0.5 − 0.25) / 2) · 100 = 50 ± 69.3.
  expectInterval(ratio({ x: 1, y: 2, xx: 1, yy: 2, xy: 1 }, [-1, 1], 2), 0.5 - 0.692952, 1, 4);
  // A value that is itself beyond, for what was taken back, stays within its interval.
  expect(ratio({ x: -2, y: 4, xx: 2, yy: 4, xy: -2 }, [0, null])?.[0]).toBe(-0.5);
});

test('values that are all alike are no certainty: Wilson’s interval on the scale, and none where it has no ends', () => {
  // Three promoters of three, as three of three: from 0.4385 of the way between −1 and 1.
  expectInterval(ratio({ x: 3, y: 3, xx: 3, yy: 3, xy: 3 }, [-1, 1], 3), 2 * 0.438503 - 1, 1);
  // Two fours of five: three quarters of the way, as 1.5 of 2.
  const [low, high] = wilson(1.5, 2) ?? [0, 0];
  expectInterval(mean(2, 8, 32, [1, 5]), 1 + 4 * low, 1 + 4 * high);
  expect(mean(2, 10, 50)).toBeNull();
  expect(mean(3, 0.3, 0.03, [0, null])).toBeNull();
  expect(ratio({ x: 0, y: 4, xx: 0, yy: 4, xy: 0 }, [0, null])).toBeNull();
});
