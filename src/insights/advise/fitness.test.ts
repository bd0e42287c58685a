import { expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { type Criterion, type FitnessContext, fitnessOf } from './fitness.ts';
import { kpiLike, readyBut } from './testing/kpi.ts';

const anyone: FitnessContext = { readiness: null, goals: [], industry: null };
const scoreOf = (kpi: Kpi, criterion: Criterion, context: Partial<FitnessContext> = {}) => {
  const found = fitnessOf(kpi, { ...anyone, ...context }).criteria.find((one) => one.criterion === criterion);
  return [found?.score, found?.reasons.map(({ code }) => code)];
};

test('the six criteria from 0 to 1, for every KPI of the catalogue', () => {
  for (const kpi of kpis.values()) {
    const { criteria, score } = fitnessOf(kpi, { ...anyone, readiness: readyBut()(kpi) });
    expect(criteria.map(({ criterion }) => criterion)).toEqual(['clear', 'measurable', 'relevant', 'specific', 'actionable', 'owned']);
    for (const one of [...criteria, { score, reasons: ['-'] }]) {
      expect(one.score).toBeGreaterThanOrEqual(0);
      expect(one.score).toBeLessThanOrEqual(1);
      expect(one.reasons.length).toBeGreaterThan(0);
    }
  }
});

test('a good one passes them all', () => {
  const kpi = kpiLike('churn_rate');
  const { passes, score } = fitnessOf(kpi, { readiness: readyBut()(kpi), goals: ['retention'], industry: 'saas' });
  expect(passes).toBe(true);
  expect(score).toBe(1);
});

test('clear: what it lacks costs it', () => {
  const kpi = kpiLike('x');
  const without = (part: 'definition' | 'formula' | 'question'): Kpi => ({
    ...kpi,
    texts: { ...kpi.texts, en: { ...kpi.texts.en, [part]: ' ' } },
  });
  expect(scoreOf(kpi, 'clear')).toEqual([1, ['well_defined']]);
  expect(scoreOf(without('definition'), 'clear')).toEqual([0, ['no_definition']]);
  expect(scoreOf(without('formula'), 'clear')).toEqual([0.6, ['no_formula']]);
  expect(scoreOf(without('question'), 'clear')).toEqual([0.8, ['no_question']]);
  expect(scoreOf(kpiLike('x', { defaults: ['a', 'b'] }), 'clear')).toEqual([0.8, ['several_meanings']]);
});

test('measurable: on this workspace’s data', () => {
  const kpi = kpiLike('x');
  const ready = readyBut()(kpi);
  expect(scoreOf(kpi, 'measurable')).toEqual([0.5, ['not_tried']]);
  expect(scoreOf(kpi, 'measurable', { readiness: ready })).toEqual([1, ['measured']]);
  expect(scoreOf(kpi, 'measurable', { readiness: { ...ready, records: 29 } })).toEqual([0.6, ['few_records']]);
  expect(scoreOf(kpi, 'measurable', { readiness: { ...ready, records: 30, coverage: 0.69 } })).toEqual([0.8, ['measured', 'gaps']]);
  expect(scoreOf(kpi, 'measurable', { readiness: readyBut('x')(kpi) })).toEqual([0, ['missing_data']]);
  const needs = [1, 2, 3, 4].map((filled) => ({ need: `a.f${filled}`, rows: 4, filled }));
  expect(scoreOf(kpi, 'measurable', { readiness: { ...readyBut('x')(kpi), needs } })).toEqual([0.3, ['missing_data']]);
});

test('relevant: to the goals asked for, or to any', () => {
  expect(scoreOf(kpiLike('new_customers'), 'relevant')).toEqual([1, ['serves_goals']]);
  expect(scoreOf(kpiLike('cac'), 'relevant', { goals: ['customer_growth'] })).toEqual([0.8, ['serves_goals']]);
  expect(scoreOf(kpiLike('dso'), 'relevant', { goals: ['brand'] })).toEqual([0.2, ['serves_other_goals']]);
  expect(scoreOf(kpiLike('nobody_asked'), 'relevant')).toEqual([0, ['serves_no_goal']]);
});

test('specific: to the company’s dimensions and to the industry', () => {
  expect(scoreOf(kpiLike('renewal_rate'), 'specific', { industry: 'insurance' })).toEqual([1, ['opens_by', 'of_the_industry']]);
  expect(scoreOf(kpiLike('renewal_rate'), 'specific', { industry: 'retail' })).toEqual([0.7, ['opens_by', 'general']]);
  expect(scoreOf(kpiLike('nobody_asked', { drillBy: [] }), 'specific')).toEqual([0.2, ['does_not_open', 'general']]);
});

test('actionable: where it should go, what to do, in time, and not mere activity', () => {
  expect(scoreOf(kpiLike('x'), 'actionable')).toEqual([1, ['has_direction', 'says_what_to_do']]);
  expect(scoreOf(kpiLike('x', { direction: 'none', drillBy: [] }), 'actionable')).toEqual([
    0.45,
    ['informs_only', 'says_what_to_do', 'tells_late'],
  ]);
  expect(scoreOf(kpiLike('x', { nature: 'activity' }), 'actionable')[0]).toBe(0.75);
});

test('owned: by a board and by persons', () => {
  expect(scoreOf(kpiLike('dso'), 'owned')).toEqual([1, ['on_boards', 'by_person']]);
  expect(scoreOf(kpiLike('dso', { drillBy: ['account.country'] }), 'owned')).toEqual([0.7, ['on_boards']]);
  expect(scoreOf(kpiLike('x', { drillBy: ['account.country'] }), 'owned')).toEqual([0.4, ['of_an_area']]);
});
