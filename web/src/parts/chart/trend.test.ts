import { expect, it } from 'vitest';
import { fullScale, type TrendPoint } from './trend.ts';

const points = (...values: readonly number[]): readonly TrendPoint[] =>
  values.map((value) => ({ label: '', value, ci: null, final: true, compared: null }));

it('ends the axis of a rate at its most, in even steps', () => {
  expect(fullScale(points(0.1, 0.9), 1)).toEqual({ min: 0, max: 1, interval: 0.25 });
  expect(fullScale(points(0.6, 0.9), 1)).toMatchObject({ max: 1, interval: 0.1 });
  expect(fullScale(points(0.6, 0.9), 1).min).toBeCloseTo(0.6);
  expect(fullScale(points(0.1, 0.5), 1)).toEqual({});
  expect(fullScale(points(5, 9), null)).toEqual({});
  expect(fullScale([], 1)).toEqual({});
});
