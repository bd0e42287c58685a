import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../metrics/cell.ts';
import { changeKind, decompose } from './explain.ts';

const cell = (parts: Partial<Cell>): Cell => ({
  kpi: 'k',
  variant: 'default',
  version: '1',
  period: { start: '2024-01-01', end: '2024-01-31' },
  group: {},
  value: null,
  n: 0,
  state: 'ok',
  coverage: 1,
  watermark: null,
  reasons: [],
  detail: null,
  ...parts,
});
const rate = (group: Record<string, string | null>, numerator: number, denominator: number) =>
  cell({ group, numerator, denominator, n: denominator, value: denominator === 0 ? null : numerator / denominator });
const sum = (group: Record<string, string | null>, value: number, n: number) => cell({ group, value, n });

describe('a ratio', () => {
  // Before: A 8/10, B 2/10, in all 10/20 = 50 %. After: A 4/5, B 3/15, in all 7/20 = 35 %. Only the mix moved.
  test('whose groups kept their rates changed by mix alone', () => {
    const result = decompose(
      'team',
      'ratio',
      { before: rate({}, 10, 20), after: rate({}, 7, 20) },
      [rate({ team: 'A' }, 8, 10), rate({ team: 'B' }, 2, 10)],
      [rate({ team: 'A' }, 4, 5), rate({ team: 'B' }, 3, 15)],
    );
    expect(result.mix).toBeCloseTo(-0.15, 12);
    expect(result.rate).toBeCloseTo(0, 12);
    expect(result.residual).toBeCloseTo(0, 12);
  });
  test('whose groups kept their shares changed by rate alone', () => {
    const result = decompose(
      'team',
      'ratio',
      { before: rate({}, 10, 20), after: rate({}, 12, 20) },
      [rate({ team: 'A' }, 8, 10), rate({ team: 'B' }, 2, 10)],
      [rate({ team: 'A' }, 8, 10), rate({ team: 'B' }, 4, 10)],
    );
    expect(result.mix).toBeCloseTo(0, 12);
    expect(result.effects[0]).toMatchObject({ group: 'B', volume: 0 });
    expect(result.effects[0]?.rate).toBeCloseTo(0.1, 12);
  });
});

test('a sum: 10 orders of 5 € become 12 of 6 €: volume 2 × 5.5 = 11, rate 11 × 1 = 11', () => {
  const result = decompose(
    'team',
    'sum',
    { before: sum({}, 50, 10), after: sum({}, 72, 12) },
    [sum({ team: 'A' }, 50, 10)],
    [sum({ team: 'A' }, 72, 12)],
  );
  expect(result).toMatchObject({ volume: 11, mix: 0, rate: 11 });
});

test('effects of any dimension sum to the change, with groups that come and go', () => {
  const side = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 1, max: 1000 }) });
  const groups = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), side, { minKeys: 1 });
  const total = (sides: Record<string, { x: number; y: number }>) =>
    Object.values(sides).reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  fc.assert(
    fc.property(groups, groups, fc.constantFrom('ratio' as const, 'sum' as const, 'count' as const), (before, after, kind) => {
      const make = (group: Record<string, string>, { x, y }: { x: number; y: number }) =>
        kind === 'ratio' ? rate(group, x, y) : kind === 'sum' ? sum(group, x, y) : sum(group, y, y);
      const cells = (sides: Record<string, { x: number; y: number }>) =>
        Object.entries(sides).map(([name, one]) => make({ team: name }, one));
      const totals = { before: make({}, total(before)), after: make({}, total(after)) };
      expect(changeKind(totals.before, totals.after)).not.toBeNull();
      const result = decompose('team', kind, totals, cells(before), cells(after));
      const change = (totals.after.value ?? 0) - (totals.before.value ?? 0);
      const effects = result.effects.reduce((all, effect) => all + effect.volume + effect.mix + effect.rate, 0);
      expect(effects).toBeCloseTo(change, 9);
      expect(Math.abs(result.residual)).toBeLessThan(1e-9);
    }),
  );
});

test('a ratio with a group that went and one that came: all of it mix, each with its own rate', () => {
  // Before A 6/10; after B 3/20 and A 6/10: in all 9/30. Rates: A 0.6, B 0.15; centre (0.6 + 0.3)/2 = 0.45.
  const result = decompose(
    'team',
    'ratio',
    { before: rate({}, 6, 10), after: rate({}, 9, 30) },
    [rate({ team: 'A' }, 6, 10)],
    [rate({ team: 'A' }, 6, 10), rate({ team: 'B' }, 3, 20)],
  );
  const [first, second] = result.effects;
  // B: ⅔·(0.15 − 0.45) = −0.2; A: −⅔·(0.6 − 0.45) = −0.1.
  expect(first).toMatchObject({ group: 'B', before: null, after: 0.15, volume: 0 });
  expect(first?.mix).toBeCloseTo(-0.2, 12);
  expect(first?.rate).toBeCloseTo(0, 12);
  expect(second).toMatchObject({ group: 'A', before: 0.6, after: 0.6 });
  expect(second?.mix).toBeCloseTo(-0.1, 12);
  expect(second?.rate).toBeCloseTo(0, 12);
  expect(result.residual).toBeCloseTo(0, 12);
});

test('a net promoter score breaks down on its own scale', () => {
  const score = (group: Record<string, string>, x: number, y: number) =>
    cell({ group, numerator: x, denominator: y, n: y, value: (100 * x) / y });
  // A 5/10 → 2/10, B 0/10 → 0/10: 25 → 10, all of it A's rate.
  const result = decompose(
    'team',
    'ratio',
    { before: score({}, 5, 20), after: score({}, 2, 20) },
    [score({ team: 'A' }, 5, 10), score({ team: 'B' }, 0, 10)],
    [score({ team: 'A' }, 2, 10), score({ team: 'B' }, 0, 10)],
  );
  expect(result.effects[0]).toMatchObject({ group: 'A', before: 50, after: 20 });
  expect(result.rate).toBeCloseTo(-15, 10);
  expect(result.mix).toBeCloseTo(0, 10);
  expect(result.residual).toBeCloseTo(0, 10);
});

test('a sum by groups of which one grows: volume, mix and rate by hand', () => {
  // A 10 rows of 5 = 50, B 10 of 1 = 10; after A 30 of 5 = 150, B 10 of 1 = 10. N 20 → 40.
  const result = decompose(
    'team',
    'sum',
    { before: sum({}, 60, 20), after: sum({}, 160, 40) },
    [sum({ team: 'A' }, 50, 10), sum({ team: 'B' }, 10, 10)],
    [sum({ team: 'A' }, 150, 30), sum({ team: 'B' }, 10, 10)],
  );
  // A: (½ + ¾)/2·20·5 = 62.5, 30·¼·5 = 37.5; B: (½ + ¼)/2·20·1 = 7.5, 30·(−¼)·1 = −7.5.
  expect(result.effects).toEqual([
    { group: 'A', before: 50, after: 150, volume: 62.5, mix: 37.5, rate: 0, total: 100 },
    { group: 'B', before: 10, after: 10, volume: 7.5, mix: -7.5, rate: 0, total: 0 },
  ]);
  const fromNothing = decompose('team', 'sum', { before: sum({}, 0, 0), after: sum({}, 6, 2) }, [], [sum({ team: 'A' }, 6, 2)]);
  expect(fromNothing.residual).toBeCloseTo(0, 12);
  expect(fromNothing.effects[0]).toMatchObject({ before: 0, after: 6, total: 6 });
});

test('a count changes by each group’s own change', () => {
  const result = decompose(
    'team',
    'count',
    { before: sum({}, 5, 5), after: sum({}, 9, 9) },
    [sum({ team: 'A' }, 3, 3), sum({ team: null }, 2, 2)],
    [sum({ team: 'A' }, 9, 9)],
  );
  expect(result.effects).toEqual([
    { group: 'A', before: 3, after: 9, volume: 6, mix: 0, rate: 0, total: 6 },
    { group: null, before: 2, after: 0, volume: -2, mix: 0, rate: 0, total: -2 },
  ]);
  expect(result).toMatchObject({ dimension: 'team', volume: 4, mix: 0, rate: 0, residual: 0 });
});

test('how a change breaks down is what its cells say of themselves', () => {
  const money = cell({ value: 50, n: 10 });
  const number = cell({ value: 10, n: 10 });
  expect(changeKind(rate({}, 1, 2), rate({}, 0, 0))).toBe('ratio');
  expect(changeKind(money, cell({ value: 7, n: 7 }))).toBe('sum');
  expect(changeKind(cell({ value: 7, n: 7 }), money)).toBe('sum');
  expect(changeKind(number, cell({ value: 0, n: 0 }))).toBe('count');
  // A ratio on one side only, half of one, a value not known, and arithmetic over other metrics do not.
  expect(changeKind(rate({}, 1, 2), money)).toBeNull();
  expect(changeKind(money, rate({}, 1, 2))).toBeNull();
  expect(changeKind(rate({}, 1, 2), cell({ value: 1, n: 1, numerator: 1, denominator: null }))).toBeNull();
  expect(changeKind(rate({}, 1, 2), cell({ value: 1, n: 1, numerator: null, denominator: 1 }))).toBeNull();
  expect(changeKind(money, cell({ value: null }))).toBeNull();
  expect(changeKind(cell({ value: null }), money)).toBeNull();
  expect(changeKind(money, cell({ value: 5, n: 1, detail: { inputs: {} } }))).toBeNull();
  expect(changeKind(cell({ value: 5, n: 1, detail: { inputs: {} } }), money)).toBeNull();
});
