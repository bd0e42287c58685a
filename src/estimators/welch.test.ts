import { expect, test } from 'vitest';
import { welchDifference } from './welch.ts';

test('equal spreads and sizes are Student’s own test: 2 ± 2.306 × 1', () => {
  // Means 5 and 3, variances 2.5 of five each: error √(0.5 + 0.5) = 1, 8 degrees, t(0.975; 8) = 2.306004.
  const found = welchDifference([3, 4, 5, 6, 7], [1, 2, 3, 4, 5]);
  expect(found?.value).toBeCloseTo(2, 12);
  expect(found?.degrees).toBeCloseTo(8, 12);
  expect(found?.t).toBeCloseTo(2, 12);
  expect(found?.interval[0]).toBeCloseTo(2 - 2.306004, 5);
  expect(found?.interval[1]).toBeCloseTo(2 + 2.306004, 5);
});

test('in another unit all but t and its degrees is in that unit', () => {
  const found = welchDifference([9, 12, 15, 18, 21], [3, 6, 9, 12, 15]);
  expect(found?.value).toBeCloseTo(6, 12);
  expect(found?.t).toBeCloseTo(2, 12);
  expect(found?.degrees).toBeCloseTo(8, 12);
  expect(found?.interval[0]).toBeCloseTo(6 - 3 * 2.306004, 4);
  expect(found?.interval[1]).toBeCloseTo(6 + 3 * 2.306004, 4);
});

test('unequal spreads have fewer degrees', () => {
  // Variances 1 and 100/3 … of [1,2,3] and [0,10,0,10]: 1/3 + 33.333/4; degrees by hand 8.6667² / (0.3333²/2 + 8.3333²/3) = 3.2370.
  expect(welchDifference([1, 2, 3], [0, 10, 0, 10])?.degrees).toBeCloseTo(3.237, 4);
  const [narrow, wide] = [0.95, 0.99].map((level) => welchDifference([1, 2, 3], [0, 10, 0, 10], level)?.interval[0] ?? 0);
  expect(wide).toBeLessThan(narrow ?? 0);
});

test('too little to tell', () => {
  expect(welchDifference([1], [1, 2])).toBeNull();
  expect(welchDifference([1, 2], [1])).toBeNull();
  expect(welchDifference([1, 1], [2, 2])).toBeNull();
});
