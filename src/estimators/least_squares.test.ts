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

test('three columns at right angles, and three that are not', () => {
  expect(
    leastSquares(
      [
        [1, 0, 0],
        [0, 2, 0],
        [0, 0, 3],
      ],
      [1, 4, 9],
    ),
  ).toEqual([1, 2, 3]);
  // 2·a − b + 3·c of four values each, told exactly.
  const [a, b, c] = [
    [1, 2, 0, 1],
    [0, 1, 1, 3],
    [2, 0, 1, 1],
  ] as const;
  const target = a.map((value, index) => 2 * value - (b[index] ?? 0) + 3 * (c[index] ?? 0));
  const found = leastSquares([a, b, c], target);
  for (const [index, value] of [2, -1, 3].entries()) expect(found?.[index]).toBeCloseTo(value, 10);
});

test('whether columns can be told apart does not hang on their unit, only on their sizes beside each other', () => {
  for (const unit of [1e-9, 1, 1e9]) {
    const found = leastSquares(
      [
        [unit, unit, unit],
        [unit, 2 * unit, 3 * unit],
      ],
      [unit, 2 * unit, 2 * unit],
    );
    expect(found?.[1]).toBeCloseTo(0.5, 9);
    expect(
      leastSquares(
        [
          [0.1 * unit, 0.2 * unit, 0.3 * unit],
          [0.3 * unit, 0.6 * unit, 0.9 * unit],
        ],
        [unit, unit, unit],
      ),
    ).toBeNull();
  }
  expect(
    leastSquares(
      [
        [1e7, 0],
        [0, 1],
      ],
      [1, 1],
    ),
  ).toBeNull();
});
