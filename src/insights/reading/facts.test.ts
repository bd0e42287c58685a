import { expect, test } from 'vitest';
import type { Cell } from '../../metrics/cell.ts';
import { kpiLike } from '../advise/testing/kpi.ts';
import { factsAmong, factsOf, levelAmong, moveBetween } from './facts.ts';

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
  expect(moveBetween(before, cell(0.55, { ci: [0.501, 0.599] }), [])).toBe('noise');
  expect(moveBetween(before, cell(0.6, { ci: [0.551, 0.649] }), [])).toBe('rise');
  expect(moveBetween(before, cell(0.4, { ci: [0.351, 0.449] }), [])).toBe('fall');
});

// Steps of 2: a standard deviation of 1.773, of a difference 2.507; 1.96 of them are 4.91.
const quiet = [100, 102, 100, 102, 100, 102];

test('what has no interval moves by 5 % of what it was, and more than it usually does', () => {
  expect(moveBetween(cell(100), cell(104), quiet)).toBe('steady');
  expect(moveBetween(cell(100), cell(106), quiet)).toBe('rise');
  expect(moveBetween(cell(-100), cell(-106), quiet)).toBe('fall');
  expect(moveBetween(cell(0), cell(4.9), quiet)).toBe('noise');
  expect(moveBetween(cell(0), cell(4.92), quiet)).toBe('rise');
  expect(moveBetween(cell(3), cell(3), quiet)).toBe('steady');
  // Sales that go up and down by a fifth every month.
  expect(moveBetween(cell(100), cell(83), [100, 120, 100, 120, 100, 120])).toBe('noise');
  // A past too short to know.
  expect(moveBetween(cell(100), cell(150), [100, 102, 100, 102, 100])).toBe('unknown');
});

test('what is not sound moves nothing', () => {
  expect(moveBetween(null, cell(1), quiet)).toBe('unknown');
  expect(moveBetween(cell(null), cell(1), quiet)).toBe('unknown');
  expect(moveBetween(cell(1), cell(9, { state: 'immature' }), quiet)).toBe('unknown');
  expect(moveBetween(cell(1), cell(9, { reasons: ['small_sample'] }), quiet)).toBe('unknown');
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
  expect(moveBetween(cell(0, { state: 'zero' }), cell(9), quiet)).toBe('rise');
  expect(moveBetween(cell(9), cell(0, { state: 'zero' }), quiet)).toBe('fall');
  expect(moveBetween(cell(9), cell(null), quiet)).toBe('unknown');
  expect(moveBetween(cell(0, { state: 'zero' }), cell(0, { state: 'zero' }), quiet)).toBe('steady');
  // The same value is steady, however wide its interval.
  expect(moveBetween(cell(3, { ci: [1, 5] }), cell(3, { ci: [1, 5] }), quiet)).toBe('steady');
  expect(moveBetween(cell(1, { ci: [1, 1] }), cell(1.02, { ci: [1.02, 1.02] }), quiet)).toBe('steady');
  expect(moveBetween(cell(100, { ci: [50, 150] }), cell(106), quiet)).toBe('rise');
  expect(moveBetween(cell(100), cell(106, { ci: [50, 150] }), quiet)).toBe('rise');
  // Just the 5 % is a move.
  expect(moveBetween(cell(100), cell(105), quiet)).toBe('rise');
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
  expect(facts?.chance).toBeLessThan(0.001);
  const past = [9, 10, 9, 10, 9];
  expect(of('down', ...past, 10, 20)?.verdict).toBe('worse');
  expect(of('up', ...past, 10, 2)?.verdict).toBe('worse');
  expect(of('down', ...past, 10, 2)?.verdict).toBe('better');
  for (const direction of ['band', 'none'] as const) expect(of(direction, ...past, 10, 20)).toMatchObject({ move: 'rise', verdict: null });
  expect(of('up', ...past, 10, 10)?.verdict).toBeNull();
  expect(of('up', 10)).toMatchObject({ before: null, history: [], move: 'unknown', chance: null, verdict: null, level: 'unknown' });
  expect(factsOf(kpiLike('x'), [])).toBeNull();
});

test('what is not known, or not ripe, is no yardstick', () => {
  const cells = [cell(1), cell(null), cell(3, { state: 'immature' }), cell(4), cell(5)];
  expect(factsOf(kpiLike('x'), cells)?.history).toEqual([1, 4]);
});

test('of many KPIs read beside one another, what chance alone gives one in so many is noise', () => {
  // Errors of 1 each: a difference of 2.9 is 2.05 of the √2 between them, which chance makes 4 % of the time.
  const pair = (id: string, change: number) => {
    const [before, now] = [10, 10 + change].map((value) => cell(value, { ci: [value - 1.96, value + 1.96] })) as [Cell, Cell];
    return factsOf(kpiLike(id, { direction: 'up' }), [before, now]) ?? expect.fail();
  };
  const alone = pair('a', 2.9);
  expect(alone.move).toBe('rise');
  expect(factsAmong([alone])).toEqual([alone]);
  const quietOnes = [0.1, 0.2, 0.3, 0.4].map((change, index) => pair(`q${index}`, change));
  expect(factsAmong([alone, ...quietOnes])[0]).toMatchObject({ move: 'noise', verdict: null });
  const sure = pair('b', 9);
  expect(factsAmong([alone, sure, ...quietOnes.slice(2)]).map(({ move }) => move)).toEqual(['rise', 'rise', 'noise', 'noise']);
});
