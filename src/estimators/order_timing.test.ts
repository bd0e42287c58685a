import { expect, test } from 'vitest';
import { drawTowards, fitIntervals, type IntervalSums, nextOrder } from './order_timing.ts';

/** The sums of customers' intervals, given as logarithms. */
const sumsOf = (customers: readonly (readonly number[])[]): IntervalSums => {
  const all = customers.flat();
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    intervals: all.length,
    customers: customers.length,
    squaredCounts: sum(customers.map(({ length }) => length ** 2)),
    sum: sum(all),
    squares: sum(all.map((value) => value ** 2)),
    betweenSquares: sum(customers.map((own) => sum(own) ** 2 / own.length)),
  };
};

test('tells the spread within customers from that between them', () => {
  // 1, 3 and 5, 7: within (1+1+1+1)/2 = 2; between: mean square 2·(2 − 4)² + 2·(6 − 4)² = 16 over 1; size (4 − 8/4)/1 = 2; (16 − 2)/2 = 7.
  expect(
    fitIntervals(
      sumsOf([
        [1, 3],
        [5, 7],
      ]),
    ),
  ).toEqual({ mean: 4, within: 2, between: 7 });
  // Customers alike: none between.
  expect(
    fitIntervals(
      sumsOf([
        [1, 3],
        [3, 1],
      ]),
    ),
  ).toEqual({ mean: 2, within: 2, between: 0 });
});

test('assumes what too few cannot tell', () => {
  expect(fitIntervals(sumsOf([]))).toBeNull();
  expect(fitIntervals(sumsOf([[2]]))).toEqual({ mean: 2, within: 0.25, between: 0.25 });
  // One interval each: variance 2 of 1 and 3, half of it each.
  expect(fitIntervals(sumsOf([[1], [3]]))).toEqual({ mean: 2, within: 1, between: 1 });
  expect(
    fitIntervals(
      sumsOf([
        [2, 2],
        [2, 2],
      ]),
    ),
  ).toEqual({ mean: 2, within: 0.01, between: 0 });
});

test('a product of as many intervals as the weight is half its own', () => {
  const own = { mean: 2, within: 1, between: 0 };
  const wide = { mean: 4, within: 3, between: 1 };
  expect(drawTowards(own, 20, wide)).toEqual({ mean: 3, within: 2, between: 0.5 });
  expect(drawTowards(own, 0, wide)).toEqual(wide);
});

test('the next order lies where the customer’s own intervals, drawn towards all, say', () => {
  const prior = { mean: Math.log(30), within: 0.04, between: 0.02 };
  // Two intervals of 60: weight 0.04/(0.04 + 0.04) = ½, the geometric mean of 30 and 60; spread √(0.04 + ½·0.02) · 1.28155.
  const next = nextOrder(prior, { intervals: 2, meanLog: Math.log(60) });
  expect(next.ownWeight).toBeCloseTo(0.5, 12);
  expect(next.expected).toBeCloseTo(Math.sqrt(1800), 10);
  expect(next.upper / next.expected).toBeCloseTo(Math.exp(1.2815516 * Math.sqrt(0.05)), 6);
  expect(next.expected / next.lower).toBeCloseTo(Math.exp(1.2815516 * Math.sqrt(0.05)), 6);
  // Without intervals, everybody's.
  expect(nextOrder(prior, { intervals: 0, meanLog: 0 })).toMatchObject({ expected: expect.closeTo(30, 10), ownWeight: 0 });
  expect(nextOrder({ ...prior, between: 0 }, { intervals: 9, meanLog: 0 }).expected).toBeCloseTo(30, 10);
});
