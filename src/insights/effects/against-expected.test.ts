import { expect, test } from 'vitest';
import { type Measured, metOf, worthOf } from './against-expected.ts';

const measured = (more: Partial<Measured>): Measured => ({
  ...{ isClear: true, value: 8, interval: [2, 14], expected: 100, total: null, unit: 'count' },
  ...more,
});

test.each([
  [{ change: 0.05, isRelative: true }, measured({}), 'reached'],
  [{ change: 10, isRelative: false }, measured({}), 'unsure'],
  [{ change: 15, isRelative: false }, measured({}), 'missed'],
  // As much as was hoped for, and chance may have made it.
  [{ change: 5, isRelative: false }, measured({ isClear: false, interval: [-1, 17] }), 'unsure'],
  [{ change: 5, isRelative: false }, measured({ isClear: false, value: 1, interval: [-2, 4] }), 'missed'],
  // Fewer complaints were wanted: 8 fewer came.
  [{ change: -5, isRelative: false }, measured({ value: -8, interval: [-14, -2] }), 'reached'],
  [{ change: -5, isRelative: false }, measured({}), 'missed'],
  [{ change: 0, isRelative: false }, measured({}), null],
  [{ change: 0.1, isRelative: true }, measured({ expected: 0 }), null],
] as const)('%o of %o is %s', (expected, found, met) => expect(metOf(expected, found)).toBe(met));

test('what came of the money', () => {
  expect(worthOf(2000, measured({ unit: 'money', total: 6000 }))).toEqual({ times: 3, each: null });
  expect(worthOf(2000, measured({ total: 40 }))).toEqual({ times: null, each: 50 });
  expect(worthOf(2000, measured({ total: -40 }))).toEqual({ times: null, each: 50 });
  expect(worthOf(2000, measured({ total: 40, isClear: false }))).toBeNull();
  expect(worthOf(2000, measured({ unit: 'rate', total: null }))).toBeNull();
  expect(worthOf(null, measured({ total: 40 }))).toBeNull();
});
