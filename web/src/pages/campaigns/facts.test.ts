import { expect, test } from 'vitest';
import { type Cell, horizonOf, rowsOf, standing } from './facts.ts';

const cell = (parts: Partial<Cell>): Cell => ({
  kpi: 'cpl',
  variant: 'default',
  version: '1',
  period: { start: '2026-01-01', end: '2026-06-30' },
  group: { 'campaign.name': 'A' },
  value: 1,
  n: 40,
  state: 'ok',
  coverage: 1,
  watermark: null,
  reasons: [],
  detail: null,
  ...parts,
});

test('one row a campaign, the most leads first, nothing without a campaign', () => {
  const rows = rowsOf(
    [
      cell({}),
      cell({ kpi: 'leads_by_campaign', value: 3 }),
      cell({ kpi: 'leads_by_campaign', value: 9, group: { 'campaign.name': 'B' } }),
      cell({ group: { 'campaign.name': null } }),
    ],
    'campaign.name',
  );
  expect(rows.map(({ name, of }) => [name, of.leads?.value, of.cpl?.value])).toEqual([
    ['B', 9, undefined],
    ['A', 3, 1],
  ]);
});

test('stands apart only where the whole lies outside its interval and the sample is not small', () => {
  expect(standing(cell({ ci: [0.02, 0.14] }), 0.3)).toBe(-1);
  expect(standing(cell({ ci: [0.4, 0.6] }), 0.3)).toBe(1);
  expect(standing(cell({ ci: [0.2, 0.4] }), 0.3)).toBe(0);
  expect(standing(cell({ ci: [0.02, 0.14], reasons: ['small_sample'] }), 0.3)).toBe(0);
  expect(standing(cell({}), 0.3)).toBe(0);
  expect(standing(undefined, 0.3)).toBe(0);
});

test('tells how much of the time of its ROI is over', () => {
  expect(horizonOf(cell({ detail: { horizon_days: 365, spend_age_days: 29.4 } }))).toEqual({ age: 29, days: 365 });
  expect(horizonOf(cell({}))).toBeNull();
});
