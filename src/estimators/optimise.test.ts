import { expect, test } from 'vitest';
import { minimise } from './optimise.ts';

test('finds the bottom of Rosenbrock’s valley', () => {
  const found = minimise(([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2, [-1.2, 1]);
  expect(found.converged).toBe(true);
  expect(found.at[0]).toBeCloseTo(1, 4);
  expect(found.at[1]).toBeCloseTo(1, 4);
});

test('goes round where there is no value', () => {
  const found = minimise(([x = 0]) => (x < 0 ? Number.NaN : (x - 0.1) ** 2), [3]);
  expect(found.at[0]).toBeCloseTo(0.1, 4);
});

test('says that it has not finished, or that there is nothing to find', () => {
  expect(minimise(([x = 0, y = 0]) => x * x + y * y, [9, 9], { evaluations: 10 }).converged).toBe(false);
  expect(minimise(() => Number.NaN, [1]).converged).toBe(false);
});
