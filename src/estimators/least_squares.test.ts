import { expect, test } from 'vitest';
import { leastSquares } from './least_squares.ts';

test('a line through three points, by hand', () => {
  // 1, 2, 2 at 1, 2, 3: slope ((−1)·1 + 0·2 + 1·2)/2 = 0.5, mean 5/3, so 5/3 − 0.5·2 = 2/3 at 0.
  const found = leastSquares(
    [
      [1, 1, 1],
      [1, 2, 3],
    ],
    [1, 2, 2],
  );
  expect(found?.[0]).toBeCloseTo(2 / 3, 12);
  expect(found?.[1]).toBeCloseTo(0.5, 12);
});

test('is exact where as many columns as values fit, whatever their order', () => {
  const found = leastSquares([Float64Array.of(0, 2), Float64Array.of(3, 1)], [6, 6]);
  expect(found?.[0]).toBeCloseTo(2, 12);
  expect(found?.[1]).toBeCloseTo(2, 12);
});

test('is null where two columns say the same', () => {
  expect(
    leastSquares(
      [
        [1, 2, 3],
        [2, 4, 6],
      ],
      [1, 2, 3],
    ),
  ).toBeNull();
});
