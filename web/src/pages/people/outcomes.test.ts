import { expect, it } from 'vitest';
import { outcomesOf } from './outcomes.ts';

const cell = {
  kpi: 'rep_performance',
  variant: 'default',
  version: '1',
  period: { start: '2026-01-01', end: '2026-06-30' },
  numerator: 1,
  denominator: 20,
  n: 20,
  state: 'ok',
  coverage: 1,
  watermark: null,
  reasons: [],
} as const;

it('tells of each person the outcome, the limits and the verdict', () => {
  const detail = { raw: 0.05, all: 0.39, warning_limits: [0.157, 0.637], alarm_limits: [0.054, 0.761], verdict: 'far_below' };
  const { outcomes, hidden } = outcomesOf([
    { ...cell, group: { 'owner.name': 'Óscar' }, value: 0.22, ci: [0.1, 0.36], detail },
    { ...cell, group: { 'owner.name': 'Eva' }, value: null, n: 0, state: 'unavailable', reasons: ['small_group'], detail: null },
  ]);
  expect(hidden).toBe(1);
  expect(outcomes).toMatchObject([
    { name: 'Óscar', raw: 0.05, adjusted: 0.22, warning: [0.157, 0.637], alarm: [0.054, 0.761], verdict: 'far_below', all: 0.39 },
  ]);
});

it('has no limits nor verdict where not everybody’s cases are known', () => {
  const { outcomes } = outcomesOf([{ ...cell, group: { 'owner.name': 'Óscar' }, value: 0.22, detail: null }]);
  expect(outcomes).toMatchObject([{ raw: 0.05, warning: null, alarm: null, verdict: 'none', all: null }]);
});
