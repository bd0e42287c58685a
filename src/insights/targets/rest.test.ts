import { expect, test } from 'vitest';
import { restOf } from './rest.ts';

const half = { mean: 100, deviation: 10, left: 0.5 };
const whole = { mean: 120, deviation: 12, left: 1 };

test('of a sum half a month brings half, and strays by √½ of its spread', () => {
  expect(restOf('flow', [half], 1, null)?.mean).toBe(50);
  expect(restOf('flow', [half], 1, null)?.deviation).toBeCloseTo(10 * Math.SQRT1_2, 12);
  expect(restOf('flow', [half, whole], 3, null)).toEqual({ mean: 170, deviation: 10 * Math.sqrt(0.5) + 12 });
});

test('of a level the rest is a mean, and moves the whole period by its part of it', () => {
  const rest = restOf('level', [half, whole], 3, null);
  expect(rest?.mean).toBeCloseTo((50 + 120) / 1.5, 12);
  expect(rest?.deviation).toBeCloseTo((10 * Math.sqrt(0.5) + 12) / 3, 12);
});

test('of a stock the rest is a change from the last close', () => {
  expect(restOf('stock', [half], 1, 80)).toEqual({ mean: 10, deviation: 10 * Math.sqrt(0.5) });
  expect(restOf('stock', [half, whole], 3, 80)).toEqual({ mean: 10 + 20, deviation: 12 });
  expect(restOf('stock', [half], 1, null)).toBeNull();
});

test('nothing is left of what is over, and nothing is told of what is of its own stretch only', () => {
  expect(restOf('flow', [], 1, null)).toBeNull();
  expect(restOf('whole', [half], 1, null)).toBeNull();
});
