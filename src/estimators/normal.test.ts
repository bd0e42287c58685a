import { expect, test } from 'vitest';
import { normalCdf, normalQuantile } from './normal.ts';

test('the distribution has the values of the tables', () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 13);
  expect(normalCdf(-1.959963984540054)).toBeCloseTo(0.025, 13);
  expect(normalCdf(4) / (1 - 3.167124183311992e-5)).toBeCloseTo(1, 13);
  expect(normalCdf(-6) / 9.865876450376981e-10).toBeCloseTo(1, 10);
  expect([normalCdf(-50), normalCdf(50)]).toEqual([0, 1]);
});

test('the quantile turns it over', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 12);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 14);
  for (const p of [1e-9, 0.001, 0.02, 0.3, 0.6, 0.999]) expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 9);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(normalQuantile(2)).toBeNaN();
});
