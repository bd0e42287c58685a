import { expect, test } from 'vitest';
import { pairOf } from './pair.ts';

const swings = [7, 7, 7, 8, 1, 1, 1, 4, 3, 10, 3, 10, 9, 4, 7, 2, 8, 2, 6, 9, 1, 5, 8, 3];
/** Two later, turned round: when the one rises, the other falls after two periods. */
const after = swings.map((_, index) => 20 - (swings[index - 2] ?? 5));

test('finds by how much one goes ahead of the other, and in which direction', () => {
  const found = pairOf(swings, after, 6);
  expect(found).toMatchObject({ state: 'clear', lag: 2, n: 22 });
  expect(found?.value).toBeLessThan(-0.95);
  expect(pairOf(after, swings, 6)).toMatchObject({ lag: -2 });
});

test('two that only grow have nothing to do with each other', () => {
  // No more order in them than in the squares of numbers divided by a prime.
  const noise = Array.from({ length: 24 }, (_, index) => ((index + 3) ** 2 * 17) % 23);
  const other = Array.from({ length: 24 }, (_, index) => ((index + 5) ** 3 * 11) % 29);
  const grown = (series: readonly number[]) => series.map((value, index) => value + 10 * index);
  expect(pairOf(grown(noise), grown(other), 3)?.state).toBe('unclear');
});

test('says nothing of too few periods, nor of what never varies', () => {
  expect(pairOf(swings.slice(0, 7), after.slice(0, 7), 2)).toBeNull();
  expect(
    pairOf(
      swings.map(() => 1),
      after,
      2,
    ),
  ).toBeNull();
});
