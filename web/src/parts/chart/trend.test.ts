import { expect, it } from 'vitest';
import { besideOf, fullScale, markRows } from './trend.ts';

it('ends the axis of a rate at its most, in even steps', () => {
  expect(fullScale([0.1, 0.9], 1)).toEqual({ min: 0, max: 1, interval: 0.25 });
  expect(fullScale([0.6, 0.9], 1)).toMatchObject({ max: 1, interval: 0.1 });
  expect(fullScale([0.6, 0.9], 1).min).toBeCloseTo(0.6);
  expect(fullScale([0.1, 0.5], 1)).toEqual({});
  expect(fullScale([5, 9], null)).toEqual({});
  expect(fullScale([], 1)).toEqual({});
});

it('lays no number of what happened on another, not even on a phone', () => {
  const at = (index: number, label: string) => ({ index, label });
  // Of 27 points on a phone's 150 pixels, a neighbour is not six pixels away.
  expect(markRows([at(14, '1'), at(15, '2')], 27)).toEqual([0, 1]);
  expect(markRows([at(2, '1'), at(14, '2 · 3'), at(15, '4'), at(16, '5')], 27)).toEqual([0, 0, 1, 2]);
  expect(markRows([at(2, '1'), at(9, '2')], 27)).toEqual([0, 0]);
  // In whatever order they come.
  expect(markRows([at(15, '2'), at(14, '1')], 27)).toEqual([1, 0]);
});

it('writes the last value where no line runs', () => {
  const scale = { least: 0, most: 100 };
  expect(besideOf(40, { ...scale, from: 60, to: 55 }).position).toBe('bottom');
  expect(besideOf(80, { ...scale, from: 60, to: 55 }).position).toBe('top');
  expect(besideOf(50, { ...scale, from: 40, to: 60 })).toMatchObject({ position: 'right', offset: [0, 14] });
  expect(besideOf(50, { ...scale, from: 60, to: 40 })).toMatchObject({ position: 'right', offset: [0, -14] });
  expect(besideOf(2, { ...scale, from: 60, to: 55 })).toMatchObject({ position: 'right', offset: [0, 0] });
});
