import { expect, test } from 'vitest';
import { stratifiedEffect } from './stratified_effect.ts';

const cases = (stratum: string, treated: boolean, ...values: number[]) => values.map((value) => ({ stratum, treated, value }));

test('compares like with like where the plain difference says the opposite', () => {
  // Small: 8, 10 against 11, 13 (−3, weight 2·2/4 = 1); large: 30 against 32, 36 (−4, weight 1·2/3). (−3 − 8/3)/(5/3) = −3.4.
  // Squares within: 2 + 2 + 0 + 8 = 12 over 7 − 4 = 3 degrees: s² = 4; variance 4/(5/3) = 2.4.
  const found = stratifiedEffect([
    ...cases('small', true, 8, 10),
    ...cases('small', false, 11, 13),
    ...cases('large', true, 30),
    ...cases('large', false, 32, 36),
    ...cases('only treated', true, 900),
  ]);
  expect(found?.value).toBeCloseTo(-3.4, 12);
  expect(found?.interval?.[0]).toBeCloseTo(-3.4 - 1.959964 * Math.sqrt(2.4), 5);
  expect(found?.interval?.[1]).toBeCloseTo(-3.4 + 1.959964 * Math.sqrt(2.4), 5);
  expect(found).toMatchObject({ treated: 3, others: 4, strata: 2 });
});

test('cases that are all alike show no spread, hence no interval', () => {
  // Two and two of value 1, then two of 1 against two of 0: no degree of freedom says how far they might be from that.
  expect(stratifiedEffect([...cases('a', true, 1, 1), ...cases('a', false, 1, 1)])).toMatchObject({ value: 0, interval: null });
  expect(stratifiedEffect([...cases('a', true, 1, 1), ...cases('a', false, 0, 0)])).toMatchObject({ value: 1, interval: null });
});

test('pairs alone have a difference and no interval; no pair, nothing', () => {
  expect(stratifiedEffect([...cases('a', true, 5), ...cases('a', false, 3)])).toEqual({
    value: 2,
    interval: null,
    treated: 1,
    others: 1,
    strata: 1,
  });
  expect(stratifiedEffect([...cases('a', true, 5), ...cases('b', false, 3)])).toBeNull();
});
