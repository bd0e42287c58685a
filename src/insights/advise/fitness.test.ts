import { describe, expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { type Criterion, type FitnessContext, fitnessOf } from './fitness.ts';
import { goals } from './goals.ts';
import { packs } from './packs.ts';
import { roles } from './roles.ts';
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

describe('the reasons say what they go by', () => {
  const whyOf = (kpi: Kpi, criterion: Criterion, context: Partial<FitnessContext> = {}) =>
    fitnessOf(kpi, { ...anyone, ...context }).criteria.find((one) => one.criterion === criterion)?.reasons ?? [];

  test('how many meanings, and how long is too long: more than eighty words in either language', () => {
    expect(whyOf(kpiLike('x', { defaults: ['a', 'b'] }), 'clear')).toEqual([{ code: 'several_meanings', values: { count: 2 } }]);
    const words = (count: number): Kpi => {
      const kpi = kpiLike('x');
      return { ...kpi, texts: { ...kpi.texts, es: { ...kpi.texts.es, definition: `  ${new Array(count).fill('uno').join('  ')} ` } } };
    };
    expect(scoreOf(words(80), 'clear')).toEqual([1, ['well_defined']]);
    expect(scoreOf(words(81), 'clear')).toEqual([0.8, ['long_definition']]);
  });

  test('what is missing, how many records there are, how many it takes, and how full they are', () => {
    const kpi = kpiLike('x');
    const ready = readyBut()(kpi);
    const lacks = { ...readyBut('x')(kpi), missing: ['order.amount', 'order.cost'] };
    expect(whyOf(kpi, 'measurable', { readiness: lacks })).toEqual([
      { code: 'missing_data', values: { missing: 'order.amount, order.cost' } },
    ]);
    expect(whyOf(kpi, 'measurable', { readiness: ready })).toEqual([{ code: 'measured', values: { records: 400 } }]);
    expect(whyOf(kpi, 'measurable', { readiness: { ...ready, records: 12, coverage: 0.5 } })).toEqual([
      { code: 'few_records', values: { records: 12, minimum: 30 } },
      { code: 'gaps', values: { share: 50 } },
    ]);
    expect(scoreOf(kpi, 'measurable', { readiness: { ...ready, coverage: 0.7 } })).toEqual([1, ['measured']]);
    expect(scoreOf(kpi, 'measurable', { readiness: { ...ready, coverage: null } })).toEqual([1, ['measured']]);
  });

  test('which goals: those asked for, the closest counts', () => {
    const serving = [...goals.values()].flatMap(({ id, kpis: list }) =>
      list.flatMap(({ kpi, fit }) => (kpi === 'nps' ? [{ id, fit }] : [])),
    );
    const weakest = serving.toSorted((one, other) => one.fit - other.fit)[0];
    const strongest = serving.toSorted((one, other) => other.fit - one.fit)[0];
    expect([weakest?.fit, strongest?.fit]).toEqual([1, 3]);
    const asked = [weakest?.id ?? '', strongest?.id ?? ''];
    for (const both of [asked, asked.toReversed()]) expect(scoreOf(kpiLike('nps'), 'relevant', { goals: both })[0]).toBe(1);
    expect(scoreOf(kpiLike('nps'), 'relevant', { goals: asked.slice(0, 1) })[0]).toBe(0.5);
    const named = serving.map(({ id }) => id).join(', ');
    expect(whyOf(kpiLike('nps'), 'relevant')).toEqual([{ code: 'serves_goals', values: { goals: named } }]);
    expect(whyOf(kpiLike('nps'), 'relevant', { goals: ['collection'] })).toEqual([
      { code: 'serves_other_goals', values: { goals: named } },
    ]);
  });

  test('which dimensions, three of them, and which industry: the one asked for, or all that have it', () => {
    const kpi = kpiLike('renewal_rate', { drillBy: ['a', 'b', 'c', 'd'] });
    expect(whyOf(kpi, 'specific', { industry: 'insurance' })).toEqual([
      { code: 'opens_by', values: { dimensions: 'a, b, c' } },
      { code: 'of_the_industry', values: { industries: 'insurance' } },
    ]);
    const all = [...packs.values()].filter((pack) => pack.kpis.some((one) => one.kpi === 'renewal_rate')).map(({ id }) => id);
    expect(all.length).toBeGreaterThan(1);
    expect(whyOf(kpi, 'specific')[1]).toEqual({ code: 'of_the_industry', values: { industries: all.join(', ') } });
    expect(scoreOf(kpiLike('nobody_asked'), 'specific')).toEqual([0.7, ['opens_by', 'general']]);
  });

  test('whose board, else whose area', () => {
    const boards = [...roles.values()].filter((role) => role.kpis.some((one) => one.kpi === 'nps')).map(({ id }) => id);
    expect(boards.length).toBeGreaterThan(1);
    expect(whyOf(kpiLike('nps', { drillBy: [] }), 'owned')).toEqual([{ code: 'on_boards', values: { roles: boards.join(', ') } }]);
    const nobodys = (area: Kpi['area']) => whyOf(kpiLike('x', { area, drillBy: [] }), 'owned');
    expect(nobodys('receivables')).toEqual([{ code: 'of_an_area', values: { roles: 'finance' } }]);
    expect(nobodys('pipeline')).toEqual([{ code: 'of_an_area', values: { roles: 'sales' } }]);
  });
});

test('what to do must be said in both languages, for a rise and for a fall', () => {
  const kpi = kpiLike('x');
  for (const language of ['es', 'en'] as const)
    for (const part of ['rise', 'fall'] as const) {
      const without = { ...kpi, texts: { ...kpi.texts, [language]: { ...kpi.texts[language], [part]: ' ' } } };
      expect(scoreOf(without, 'actionable')).toEqual([0.75, ['has_direction', 'no_guidance']]);
    }
});

test('what announces tells in time even where it does not open; mere activity is said', () => {
  expect(scoreOf(kpiLike('x', { timing: 'leading', drillBy: [] }), 'actionable')).toEqual([1, ['has_direction', 'says_what_to_do']]);
  expect(scoreOf(kpiLike('x', { nature: 'activity' }), 'actionable')).toEqual([
    0.75,
    ['has_direction', 'says_what_to_do', 'mere_activity'],
  ]);
});

test('a person is anywhere on the way to a dimension, whatever they are called', () => {
  for (const dimension of ['owner.name', 'account.owner.team', 'user', 'agent.name', 'coach.name'])
    expect(scoreOf(kpiLike('x', { drillBy: ['stage', dimension] }), 'owned')).toEqual([0.7, ['of_an_area', 'by_person']]);
  expect(scoreOf(kpiLike('x', { drillBy: ['ownership'] }), 'owned')).toEqual([0.4, ['of_an_area']]);
});

test('one criterion failed is the test failed; half is enough', () => {
  const good = kpiLike('churn_rate');
  const context = { readiness: readyBut()(good), goals: ['retention'], industry: 'saas' };
  expect(fitnessOf(good, { ...context, readiness: readyBut('churn_rate')(good) }).passes).toBe(false);
  // Not tried: half.
  expect(fitnessOf(good, { ...context, readiness: null }).passes).toBe(true);
});
