import { expect, test } from 'vitest';
import { periodsAround } from './periods.ts';

test('from the month, quarter and year that a day is in', () => {
  const found = periodsAround('2026-10-31', 1);
  expect(found.months[0]).toEqual({ start: '2026-10-01', end: '2026-10-31' });
  expect(found.months[4]).toEqual({ start: '2027-02-01', end: '2027-02-28' });
  expect(found.quarters[0]).toEqual({ start: '2026-10-01', end: '2026-12-31' });
  expect(found.years[0]).toEqual({ start: '2026-01-01', end: '2026-12-31' });
});

test('by the fiscal year', () => {
  const found = periodsAround('2026-03-10', 7);
  expect(found.years[0]).toEqual({ start: '2025-07-01', end: '2026-06-30' });
  expect(found.quarters[0]).toEqual({ start: '2026-01-01', end: '2026-03-31' });
});
