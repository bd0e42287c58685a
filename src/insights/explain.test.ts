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
