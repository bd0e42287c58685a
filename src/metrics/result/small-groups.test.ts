import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../cell.ts';
import { withoutSmallGroups } from './small-groups.ts';

const cell = (group: Cell['group'], n: number): Cell => ({
  kpi: 'k',
  variant: 'default',
  version: '1',
  period: { start: '2024-01-01', end: '2024-01-31' },
  group,
  value: n,
  n,
  state: 'ok',
  coverage: 1,
  watermark: null,
  reasons: [],
  detail: { x: n },
});
const shown = (cells: readonly Cell[]): readonly (number | null)[] => cells.map(({ value }) => value);
const offices = (...counts: readonly number[]): readonly Cell[] => counts.map((n, index) => cell({ office: `o${index}` }, n));

test('a small group takes the next smallest with it, so that the total does not tell it', () => {
  expect(shown(withoutSmallGroups(offices(40, 12, 3), 5))).toEqual([40, null, null]);
  expect(shown(withoutSmallGroups(offices(40, 12, 3, 4), 5))).toEqual([40, 12, null, null]);
  // Two of one are known by their total of two: they take a third.
  expect(shown(withoutSmallGroups(offices(40, 12, 1, 1), 5))).toEqual([40, null, null, null]);
  expect(shown(withoutSmallGroups(offices(40, 12), 5))).toEqual([40, 12]);
  // Nobody is nobody's secret.
  expect(shown(withoutSmallGroups(offices(40, 0, 0), 5))).toEqual([40, 0, 0]);
  expect(shown(withoutSmallGroups([cell({}, 3)], 5))).toEqual([null]);
});

test('what is hidden says only why', () => {
  const [, hidden] = withoutSmallGroups(offices(40, 3), 5);
  expect(hidden).toMatchObject({ value: null, n: 0, state: 'unavailable', reasons: ['small_group'], detail: null, coverage: 0 });
});

test('in a table of two dimensions no row or column gives one away', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
      (rows) => {
        const cells = rows.flatMap((row, r) => row.map((n, c) => cell({ r: `${r}`, c: `${c}` }, n)));
        const told = withoutSmallGroups(cells, 5);
        const lines = [...rows.keys()]
          .map((r) => (at: number) => Math.floor(at / 3) === r)
          .concat([0, 1, 2].map((c) => (at: number) => at % 3 === c));
        told.forEach((one, index) => {
          if (one.value !== null) expect(one.n === 0 || one.n >= 5).toBe(true);
          else expect(cells[index]?.n).toBeGreaterThan(0);
        });
        for (const isIn of lines) {
          const line = cells
            .map((one, index) => ({ n: one.n, hidden: told[index]?.value === null, isIn: isIn(index) }))
            .filter((one) => one.isIn && one.n > 0);
          const hidden = line.filter((one) => one.hidden);
          if (hidden.length === 0) continue;
          // Either it cannot be worked out, or all of the line is hidden.
          const isSafe = hidden.length >= 2 && hidden.reduce((sum, { n }) => sum + n, 0) >= 5;
          expect(isSafe || hidden.length === line.length).toBe(true);
        }
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});
