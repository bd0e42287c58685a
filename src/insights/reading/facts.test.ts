import { expect, test } from 'vitest';
import type { Cell } from '../../metrics/cell.ts';
import { kpiLike } from '../advise/testing/kpi.ts';
import { factsOf, levelAmong, moveBetween } from './facts.ts';

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

test('a zero moves as any value; an interval without width, or on one side only, is none', () => {
  expect(moveBetween(cell(0, { state: 'zero' }), cell(9))).toBe('rise');
  expect(moveBetween(cell(9), cell(0, { state: 'zero' }))).toBe('fall');
  expect(moveBetween(cell(9), cell(null))).toBe('unknown');
  expect(moveBetween(cell(0, { state: 'zero' }), cell(0, { state: 'zero' }))).toBe('steady');
  // The same value is steady, however wide its interval.
  expect(moveBetween(cell(3, { ci: [1, 5] }), cell(3, { ci: [1, 5] }))).toBe('steady');
  expect(moveBetween(cell(1, { ci: [1, 1] }), cell(1.02, { ci: [1.02, 1.02] }))).toBe('steady');
  expect(moveBetween(cell(100, { ci: [50, 150] }), cell(106))).toBe('rise');
  expect(moveBetween(cell(100), cell(106, { ci: [50, 150] }))).toBe('rise');
  // Just the 5 % is a move.
  expect(moveBetween(cell(100), cell(105))).toBe('rise');
});

test('six earlier values are a yardstick, in whatever order they came', () => {
  // Of 3, 10, 1, 9, 2, 20: quartiles 2.25 and 9.75.
  const history = [3, 10, 1, 9, 2, 20];
  expect(levelAmong(history, 9.8)).toBe('high');
  expect(levelAmong(history, 9.7)).toBe('usual');
  expect(levelAmong(history, 2.3)).toBe('usual');
  expect(levelAmong(history, 2.25)).toBe('usual');
  expect(levelAmong(history, 2.2)).toBe('low');
  expect(levelAmong(history.slice(1), 99)).toBe('unknown');
  expect(levelAmong(history, null)).toBe('unknown');
});

test('the facts of a KPI are its last cell beside those before', () => {
  const of = (direction: 'up' | 'down' | 'band' | 'none', ...values: readonly number[]) =>
    factsOf(
      kpiLike('x', { direction }),
      values.map((value) => cell(value)),
    );
  const facts = of('up', 5, 6, 7, 8, 9, 10, 20);
  expect(facts).toMatchObject({ now: { value: 20 }, before: { value: 10 }, history: [5, 6, 7, 8, 9, 10] });
  expect(facts).toMatchObject({ move: 'rise', verdict: 'better', level: 'high', kpi: { id: 'x' } });
  expect(of('down', 10, 20)?.verdict).toBe('worse');
  expect(of('up', 20, 10)?.verdict).toBe('worse');
  expect(of('down', 20, 10)?.verdict).toBe('better');
  for (const direction of ['band', 'none'] as const) expect(of(direction, 10, 20)).toMatchObject({ move: 'rise', verdict: null });
  expect(of('up', 10, 10)?.verdict).toBeNull();
  expect(of('up', 10)).toMatchObject({ before: null, history: [], move: 'unknown', verdict: null, level: 'unknown' });
  expect(factsOf(kpiLike('x'), [])).toBeNull();
});

test('what is not known, or not ripe, is no yardstick', () => {
  const cells = [cell(1), cell(null), cell(3, { state: 'immature' }), cell(4), cell(5)];
  expect(factsOf(kpiLike('x'), cells)?.history).toEqual([1, 4]);
});
