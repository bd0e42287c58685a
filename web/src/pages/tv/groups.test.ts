import { expect, test } from 'vitest';
import type { Card } from '../../parts/kpi-card/card.ts';
import { groupsOf, isForAll, knownUntil } from './groups.ts';

const now: Card['now'] = {
  period: { start: '2026-06-01', end: '2026-06-30' },
  value: 1,
  n: 1,
  state: 'ok',
  coverage: 1,
  reasons: [],
  watermark: '2026-06-30T22:00:00Z',
  ci: null,
};

test.each([
  [0, []],
  [1, [1]],
  [6, [6]],
  [7, [4, 3]],
  [8, [4, 4]],
  [12, [6, 6]],
  [13, [4, 5, 4]],
])('%i cards stand in groups of %j, none lost, in order', (count, sizes) => {
  const all = Array.from({ length: count }, (_, index) => index);
  const groups = groupsOf(all);
  expect(groups.map(({ length }) => length)).toEqual(sizes);
  expect(groups.flat()).toEqual(all);
});

test('nothing of persons, of a group or without a value hangs on a wall', () => {
  expect(isForAll({ area: 'pipeline', group: null, now })).toBe(true);
  expect(isForAll({ area: 'people', group: null, now })).toBe(false);
  expect(isForAll({ area: 'customers', group: 'Ana Soto', now })).toBe(false);
  expect(isForAll({ area: 'customers', group: null, now: { ...now, value: null } })).toBe(false);
});

test('the data are as old as the oldest of those shown', () => {
  expect(knownUntil([{ now }, { now: { ...now, watermark: '2026-05-31T22:00:00Z' } }, { now: { ...now, watermark: null } }])).toBe(
    '2026-05-31',
  );
  expect(knownUntil([])).toBeNull();
});
