import { expect, test } from 'vitest';
import type { Asked } from '../asked.ts';
import { count } from '../build.ts';
import { measure } from '../plan/series.ts';
import { makeCell } from './make-cell.ts';

const asked: Asked = { kpi: 'k', variant: 'v', version: '1', metric: count('lead', { at: 'created_at' }), missing: [], minimumSample: 0 };
const period = { start: '2024-03-01', end: '2024-03-31' };

test('nothing is 0 and not −0, which would be written «-0 €»', () => {
  const nothing = measure({ value: -0, numerator: -0, denominator: -0, n: 1 });
  const cell = makeCell({
    asked,
    period,
    group: {},
    measure: nothing,
    complete: true,
    watermark: null,
    earlier: { period, measure: nothing },
  });
  expect([cell.value, cell.numerator, cell.denominator, cell.comparison?.value]).toEqual([0, 0, 0, 0]);
  expect(cell.state).toBe('zero');
});
