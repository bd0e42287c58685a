import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Observation, stratifiedEffect } from './stratified_effect.ts';
import { stratifiedEffectOfSums } from './stratified_sums.ts';

const sumsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
});

test('is the effect of the cases behind the sums', () => {
  const observation = fc.record({
    stratum: fc.constantFrom('a', 'b', 'c'),
    treated: fc.boolean(),
    value: fc.integer({ min: -50, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 30 }), (cases: Observation[]) => {
      const values = (stratum: string, treated: boolean) =>
        cases.filter((one) => one.stratum === stratum && one.treated === treated).map((one) => one.value);
      const sums = ['a', 'b', 'c'].map((stratum) => ({ treated: sumsOf(values(stratum, true)), others: sumsOf(values(stratum, false)) }));
      const [found, expected] = [stratifiedEffectOfSums(sums), stratifiedEffect(cases)];
      if (found === null || expected === null) return found === expected;
      expect(found.value).toBeCloseTo(expected.value, 9);
      expect([found.treated, found.others, found.strata]).toEqual([expected.treated, expected.others, expected.strata]);
      expect(found.interval === null).toBe(expected.interval === null);
      found.interval?.forEach((bound, index) => {
        expect(bound).toBeCloseTo(expected.interval?.[index] ?? Number.NaN, 6);
      });
      return true;
    }),
  );
});

test('by hand: differences of 2 and 4, the second stratum weighing double', () => {
  const effect = stratifiedEffectOfSums([
    { treated: sumsOf([5]), others: sumsOf([3]) },
    { treated: sumsOf([6, 8]), others: sumsOf([2, 4]) },
    { treated: sumsOf([100]), others: sumsOf([]) },
  ]);
  // Weights 1/2 and 1: (2 × 0.5 + 4 × 1) / 1.5.
  expect(effect).toMatchObject({ treated: 3, others: 3, strata: 2 });
  expect(effect?.value).toBeCloseTo(10 / 3, 12);
});
