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

test('finds a bottom however far it lies and however the axes differ', () => {
  const bowl = (at: readonly number[]) => at.reduce((sum, x, axis) => sum + 10 ** axis * (x - 7 * (axis + 1)) ** 2, 3);
  const found = minimise(bowl, [0, 0, 0]);
  expect(found.converged).toBe(true);
  expect(found.value).toBeCloseTo(3, 8);
  for (const [axis, x] of found.at.entries()) expect(x).toBeCloseTo(7 * (axis + 1), 4);
  expect(minimise(([x = 0]) => Math.abs(x + 500), [500]).at[0]).toBeCloseTo(-500, 4);
});

test('is done in a few hundred evaluations, and in no more than it may take', () => {
  const bowl = ([x = 0, y = 0]: readonly number[]) => (x - 1) ** 2 + (y + 2) ** 2;
  const free = minimise(bowl, [0, 0]);
  expect(free.evaluations).toBeLessThan(400);
  // A step of the simplex asks for a few values at once.
  const bound = minimise(bowl, [0, 0], { evaluations: 20 });
  expect(bound.evaluations).toBeLessThan(26);
  expect(bound.value).toBeLessThan(bowl([0, 0]));
});
