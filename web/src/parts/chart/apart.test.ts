import { expect, test } from 'vitest';
import { apart } from './apart.ts';

test('moves labels apart that would lie on each other, and leaves the others', () => {
  expect(apart([0.9, 0.1], 200, 14)).toEqual([0, 0]);
  // Ten pixels apart: each gives way by two.
  expect(apart([0.5, 0.45], 200, 14)).toEqual([-2, 2]);
  expect(apart([0.5, 0.5, 0.5], 200, 14)).toEqual([-14, 0, 14]);
  // What stands higher stays higher.
  const [low = 0, high = 0] = apart([0.5, 0.51], 200, 14);
  expect((1 - 0.5) * 200 + low).toBeGreaterThan((1 - 0.51) * 200 + high);
  expect(apart([], 200, 14)).toEqual([]);
});
