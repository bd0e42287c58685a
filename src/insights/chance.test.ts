import { describe, expect, test } from 'vitest';
import type { Cell } from '../metrics/cell.ts';
import { chanceOf, movesAmong, standing } from './chance.ts';

const cell = (value: number | null, ci?: readonly [number, number]): Cell => ({
  kpi: 'k',
  variant: 'default',
  version: '1',
  period: { start: '2024-01-01', end: '2024-01-31' },
  group: {},
  value,
  n: 10,
  state: value === null ? 'no_data' : 'ok',
  coverage: 1,
  watermark: null,
  reasons: [],
  detail: null,
  ...(ci ? { ci } : {}),
});
/** A cell whose 95 % interval is that of so large a standard error. */
const known = (value: number, error: number): Cell => cell(value, [value - 1.959964 * error, value + 1.959964 * error]);
const quiet = [10, 11, 10, 11, 10, 11];

describe('how often chance alone makes a difference as large', () => {
  test('by the intervals of both: normal tails of the difference over its error', () => {
    // 3 and 4 make 5: one error is 31.7 % of the time, 1.96 of them 5 %, 2.58 of them 1 %.
    expect(chanceOf(known(100, 3), known(105, 4), [])).toBeCloseTo(0.317_31, 5);
    expect(chanceOf(known(100, 3), known(100 - 5 * 1.959_964, 4), [])).toBeCloseTo(0.05, 6);
    expect(chanceOf(known(100, 3), known(100 + 5 * 2.575_829, 4), [])).toBeCloseTo(0.01, 6);
    expect(chanceOf(known(100, 0), known(105, 5), [])).toBeCloseTo(0.317_31, 5);
    expect(chanceOf(known(100, 5), known(105, 0), [])).toBeCloseTo(0.317_31, 5);
  });

  test('by the intervals even where the history is at hand', () => {
    expect(chanceOf(known(100, 3), known(105, 4), quiet)).toBeCloseTo(0.317_31, 5);
  });

  test('else by how much it moves anyway: the mean step over 1.128, of two values √2 of that', () => {
    // Steps of 1: a standard deviation of 0.8865, of a difference 1.2537.
    expect(chanceOf(cell(10), cell(10 + 1.253_7), quiet)).toBeCloseTo(0.317_3, 3);
    expect(chanceOf(cell(10), cell(10 - 1.253_7 * 1.96), quiet)).toBeCloseTo(0.05, 3);
    expect(chanceOf(known(10, 1), cell(10 + 1.253_7), quiet)).toBeCloseTo(0.317_3, 3);
    expect(chanceOf(cell(10), known(10 + 1.253_7, 1), quiet)).toBeCloseTo(0.317_3, 3);
    expect(chanceOf(known(10, 0), known(10 + 1.253_7, 0), quiet)).toBeCloseTo(0.317_3, 3);
  });

  test('is never more than certain, and nothing where nothing ever moved', () => {
    expect(chanceOf(cell(10), cell(10.000_001), quiet)).toBeLessThanOrEqual(1);
    expect(chanceOf(cell(10), cell(10), quiet)).toBe(1);
    expect(chanceOf(cell(10), cell(11), [5, 5, 5, 5, 5, 5])).toBe(0);
  });

  test('by its last twelve values: what it was like long before says little', () => {
    const wild = [0, 90, 0, 90];
    expect(chanceOf(cell(10), cell(12.5), [...wild, ...quiet, ...quiet])).toBe(chanceOf(cell(10), cell(12.5), [...quiet, ...quiet]));
    expect(chanceOf(cell(10), cell(12.5), [...wild, ...quiet])).toBeGreaterThan(0.5);
  });

  test('cannot be told without values, or with fewer than five steps', () => {
    expect(chanceOf(cell(null), cell(10), quiet)).toBeNull();
    expect(chanceOf(cell(10), cell(null), quiet)).toBeNull();
    expect(chanceOf(cell(10), cell(12), quiet.slice(1))).toBeNull();
    expect(chanceOf(cell(10), cell(12), quiet)).not.toBeNull();
  });
});

describe('which of many differences stand', () => {
  test('as Benjamini and Hochberg (1995) have it, in their own example', () => {
    // Table 1 of the paper: 15 chances at 5 %; the four least stand, though none but three would by Bonferroni.
    const chances = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    expect(standing(chances, 0.05)).toEqual(chances.map((_, index) => index < 4));
    // The order in which they are told does not matter.
    expect(standing(chances.toReversed(), 0.05)).toEqual(chances.map((_, index) => index > 10));
  });

  test('a greater one carries the less ones with it; what cannot be told neither stands nor counts', () => {
    // 0.09 and 0.1 at 10 %: the first alone would have to be 0.05, but both are no more than 0.1.
    expect(standing([0.09, 0.1])).toEqual([true, true]);
    expect(standing([0.09, 0.11])).toEqual([false, false]);
    expect(standing([null, 0.1, null])).toEqual([false, true, false]);
    expect(standing([null])).toEqual([false]);
    expect(standing([])).toEqual([]);
  });
});

describe('what moved among many', () => {
  test('is what stands; the rest is noise, and what nobody can hold against chance has no verdict', () => {
    const changes = [
      { move: 'rise', chance: 0.01 },
      { move: 'fall', chance: 0.15 },
      { move: 'noise', chance: 0.4 },
      { move: 'steady', chance: null },
      // A year's figure with three years behind it, and no interval.
      { move: 'fall', chance: null },
    ] as const;
    expect(movesAmong(changes)).toEqual(['rise', 'noise', 'noise', 'steady', 'unknown']);
  });
});
