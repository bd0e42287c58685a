import { expect, it } from 'vitest';
import { draftOf, inputOf, measureOf, measuresOf } from './draft.ts';

const expected = (kpi: string, kpiUnit: string, unit: '' | 'share' | 'unit' = '') =>
  inputOf({ ...draftOf({ kpi }), unit }, { kpi }, { change: 5, cost: null, kpiUnit }).expected;

it('takes what is expected of a rate or a score in points, of the rest as a share, unless it is said', () => {
  expect(expected('csat', 'rate')).toEqual({ change: 0.05, relative: false, by: null });
  expect(expected('csat', 'rate', 'share')).toEqual({ change: 0.05, relative: true, by: null });
  expect(expected('nps', 'score')).toEqual({ change: 5, relative: false, by: null });
  expect(expected('total_sales', 'money')).toEqual({ change: 0.05, relative: true, by: null });
  expect(expected('total_sales', 'money', 'unit')).toEqual({ change: 5, relative: false, by: null });
});

it('offers no share of a score, not even one chosen for another KPI', () => {
  expect(measuresOf('score')).toEqual(['unit']);
  expect(measureOf('share', 'score')).toBe('unit');
  expect(measureOf('share', 'rate')).toBe('share');
});
