import { expect, test } from 'vitest';
import type { Frame } from '../plan/frame.ts';
import { type Measure, measure } from '../plan/series.ts';
import { reasons } from '../result/reasons.ts';
import { inputCell } from './input-cell.ts';

const frame = (lastCompleteDay: string | null): Frame => ({
  periods: [
    { start: '2024-01-01', end: '2024-01-31' },
    { start: '2024-02-01', end: '2024-02-29' },
  ],
  grain: 'month',
  by: [],
  where: [],
  lastCompleteDay,
});
const of = (more: Partial<Measure>): Measure => measure({ value: 3, n: 4, ...more });
const stateOf = (more: Partial<Measure>, known: string | null = '2024-02-29'): string =>
  inputCell('won', of(more), frame(known), 1, {}).state;

test('says what was measured, in its period and group, and nothing of a KPI', () => {
  const one = of({ numerator: 3, denominator: 4, coverage: 0.5, reasons: ['rate_missing'], detail: { days: 2 } });
  expect(inputCell('won', one, frame('2024-03-31'), 0, { owner: 'ana' })).toEqual({
    kpi: 'won',
    variant: 'input',
    version: '',
    period: { start: '2024-01-01', end: '2024-01-31' },
    group: { owner: 'ana' },
    value: 3,
    numerator: 3,
    denominator: 4,
    n: 4,
    state: 'ok',
    coverage: 0.5,
    watermark: null,
    reasons: ['rate_missing'],
    detail: { days: 2 },
  });
  expect(inputCell('won', of({ ci: [1, 5] }), frame(null), 1, {})).toMatchObject({ period: { start: '2024-02-01' }, ci: [1, 5] });
});

test('its state: nothing, running, too young, zero, good', () => {
  expect(stateOf({ value: null })).toBe('no_data');
  expect(stateOf({}, null)).toBe('partial');
  expect(stateOf({}, '2024-02-28')).toBe('partial');
  expect(stateOf({}, '2024-02-29')).toBe('ok');
  expect(stateOf({}, '2024-03-01')).toBe('ok');
  expect(stateOf({ reasons: [reasons.immature] })).toBe('immature');
  expect(stateOf({ reasons: [reasons.immature] }, '2024-02-28')).toBe('partial');
  expect(stateOf({ value: 0 })).toBe('zero');
});
