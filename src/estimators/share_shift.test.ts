import { describe, expect, test } from 'vitest';
import { chiSquaredAbove, shareDifference, shareShift } from './share_shift.ts';

describe('whether parts have other shares', () => {
  test('the tail of chi-squared is that of the tables', () => {
    expect(chiSquaredAbove(3.841, 1)).toBeCloseTo(0.05, 4);
    expect(chiSquaredAbove(9.488, 4)).toBeCloseTo(0.05, 4);
    expect(chiSquaredAbove(0, 3)).toBe(1);
  });

  test('G by hand: 30 and 70 against 50 and 50', () => {
    // 2·(30·ln(30·200/(80·100)) + 70·ln(70·200/(120·100)) + 50·ln(50·200/(80·100)) + 50·ln(50·200/(120·100))) = 8.4
    const { g, degrees } = shareDifference([30, 70], [50, 50]);
    expect(g).toBeCloseTo(8.4, 1);
    expect(degrees).toBe(1);
  });

  test('the part of the whole that moved is half the sum of the differences', () => {
    const found = shareShift([
      [100, 100, 100],
      [100, 100, 100],
      [190, 10, 100],
    ]);
    expect(found?.moved).toBeCloseTo(0.3, 10);
    expect(found?.p).toBeLessThan(1e-6);
    expect([found?.gained, found?.lost]).toEqual([0, 1]);
  });

  test('shares that always go to and fro are not told of for going on', () => {
    const restless = Array.from({ length: 12 }, (_, place) => (place % 2 === 0 ? [140, 60] : [60, 140]));
    const calm = [...Array.from({ length: 11 }, () => [60, 140]), [140, 60]];
    expect(shareShift(restless)?.p).toBeGreaterThan(0.2);
    expect(shareShift(calm)?.p).toBeLessThan(1e-6);
  });

  test('one part, or one period, has no shares', () => {
    expect(shareShift([[5], [9]])).toBeNull();
    expect(shareShift([[5, 5]])).toBeNull();
  });
});
