import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

it('doubles from half a minute to an hour', () => {
  const greatest = [1, 2, 3, 7, 8, 9, 40].map((attempt) => backOffMs(attempt, 1));
  expect(greatest).toEqual([30_000, 60_000, 120_000, 1_920_000, 3_600_000, 3_600_000, 3_600_000]);
});

it('takes a random half to whole of it', () => {
  expect([0, 0.5, 1].map((random) => backOffMs(2, random))).toEqual([30_000, 45_000, 60_000]);
});
