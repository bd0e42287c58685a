import { expect, test } from 'vitest';
import type { Cell } from '../../metrics/cell.ts';
import { levelAmong, moveBetween } from './facts.ts';

const cell = (value: number | null, more: Partial<Cell> = {}): Cell => ({
  kpi: 'x',
  variant: 'default',
  version: '1',
  period: { start: '2026-01-01', end: '2026-01-31' },
  group: {},
  value,
  n: 100,
  state: value === null ? 'no_data' : 'ok',
  coverage: 1,
  watermark: null,
  reasons: [],
  detail: null,
  ...more,
});

test('a difference within its own error is noise', () => {
  // Half widths 0.049 on both sides: errors of 0.025, of the difference 0.0354; 0.05 is 1.41 of them, 0.10 is 2.83.
  const before = cell(0.5, { ci: [0.451, 0.549] });
  expect(moveBetween(before, cell(0.55, { ci: [0.501, 0.599] }))).toBe('noise');
  expect(moveBetween(before, cell(0.6, { ci: [0.551, 0.649] }))).toBe('rise');
  expect(moveBetween(before, cell(0.4, { ci: [0.351, 0.449] }))).toBe('fall');
});

test('what has no interval moves by 5 % of what it was', () => {
  expect(moveBetween(cell(100), cell(104))).toBe('steady');
  expect(moveBetween(cell(100), cell(106))).toBe('rise');
  expect(moveBetween(cell(-100), cell(-106))).toBe('fall');
  expect(moveBetween(cell(0), cell(1))).toBe('rise');
  expect(moveBetween(cell(3), cell(3))).toBe('steady');
});

test('what is not sound moves nothing', () => {
  expect(moveBetween(null, cell(1))).toBe('unknown');
  expect(moveBetween(cell(null), cell(1))).toBe('unknown');
  expect(moveBetween(cell(1), cell(9, { state: 'immature' }))).toBe('unknown');
  expect(moveBetween(cell(1), cell(9, { reasons: ['small_sample'] }))).toBe('unknown');
});

test('high and low are the outer quarters of what was', () => {
  const history = [1, 2, 3, 4, 5, 6, 7];
  // Quartiles by type 7: 2.5 and 5.5.
  expect(levelAmong(history, 6)).toBe('high');
  expect(levelAmong(history, 5.5)).toBe('usual');
  expect(levelAmong(history, 2.4)).toBe('low');
  expect(levelAmong([1, 2, 3], 9)).toBe('unknown');
});
