import { expect, test } from 'vitest';
import { sumMoney } from '../../metrics/build.ts';
import { goals } from '../advise/goals.ts';
import { targetKindOf } from './target-kind.ts';
import { goalOf, standingOf, treeOf, weighed } from './tree.ts';

test('on course, open and off course by how many will be missed', () => {
  expect(standingOf(['reached', 'on_course', 'on_course', 'at_risk'])).toBe('on_course');
  expect(standingOf(['on_course', 'at_risk'])).toBe('at_risk');
  expect(standingOf(['on_course', 'on_course', 'on_course', 'missed'])).toBe('at_risk');
  expect(standingOf(['on_course', 'on_course', 'off_course'])).toBe('off_course');
  expect(standingOf(['too_early', 'no_data', 'informative'])).toBe('unknown');
  expect(standingOf([])).toBe('unknown');
});

test('what chance makes is not clearly missed', () => {
  expect(weighed({ state: 'missed', certain: false })).toBe('at_risk');
  expect(weighed({ state: 'missed', certain: true })).toBe('missed');
});

test('a KPI hangs from the goal set for it, else from the one it is the number of', () => {
  expect(goalOf('total_sales')).toBe('revenue');
  expect(goalOf('nothing_such')).toBeNull();
  const leaf = (kpi: string, objective: string | null) => ({ kpi, objective, state: 'on_course', certain: true }) as const;
  const tree = treeOf([
    leaf('nothing_such', null),
    leaf('total_sales', null),
    leaf('new_leads', 'Duplicar el negocio'),
    leaf('revenue_target_attainment', 'revenue'),
  ]);
  expect(tree.map(({ objective, leaves }) => [objective, leaves.map(({ kpi }) => kpi)])).toEqual([
    ['Duplicar el negocio', ['new_leads']],
    ['revenue', ['total_sales', 'revenue_target_attainment']],
    [null, ['nothing_such']],
  ]);
});

test('what time does to a metric', () => {
  const sales = sumMoney('order', 'amount', { at: 'ordered_at' });
  expect(targetKindOf(sales, 'money')).toBe('flow');
  expect(targetKindOf({ kind: 'ratio', numerator: sales, denominator: sales, of: 'amounts' }, 'money')).toBe('level');
  const derived = (op: '+' | '/') =>
    ({
      kind: 'derived',
      expression: { op, left: { op: 'metric', name: 'a' }, right: { op: 'metric', name: 'b' } },
      metrics: { a: { metric: sales }, b: { metric: sales } },
    }) as const;
  expect(targetKindOf(derived('+'), 'money')).toBe('flow');
  expect(targetKindOf(derived('/'), 'rate')).toBe('level');
  expect(targetKindOf({ kind: 'stock', dataset: 'opportunity_span', aggregate: 'count', at: 'closing' }, 'count')).toBe('stock');
  expect(targetKindOf({ ...sales, aggregate: 'count_distinct' }, 'count')).toBe('whole');
  expect(
    targetKindOf({ kind: 'retention', dataset: 'customer_span', entity: 'account_id', mode: 'lost', weighting: 'entity' }, 'count'),
  ).toBe('whole');
  expect(
    targetKindOf({ kind: 'retention', dataset: 'customer_span', entity: 'account_id', mode: 'rate', weighting: 'entity' }, 'rate'),
  ).toBe('level');
});

test('a third missed is off course, more than a third open is at risk; what cannot be judged does not count', () => {
  expect(standingOf(['missed', 'reached', 'reached', 'too_early', 'informative', 'no_data'])).toBe('off_course');
  expect(standingOf(['off_course', 'on_course', 'on_course', 'on_course'])).toBe('at_risk');
  expect(standingOf(['at_risk', 'on_course', 'reached'])).toBe('on_course');
  expect(standingOf(['at_risk', 'at_risk', 'on_course', 'reached', 'reached'])).toBe('at_risk');
  expect(standingOf(['reached'])).toBe('on_course');
  expect(standingOf(['missed'])).toBe('off_course');
  expect(weighed({ state: 'off_course', certain: false })).toBe('off_course');
});

test('branches go as the catalogue does, the company’s own words first, what serves nothing last; each has its standing', () => {
  const order = [...goals.keys()];
  const leaf = (objective: string | null, state: 'reached' | 'missed', certain = true) => ({
    kpi: 'nothing_such',
    objective,
    state,
    certain,
  });
  const tree = treeOf([
    leaf(null, 'reached'),
    leaf(order[2] ?? '', 'missed', false),
    leaf(order[0] ?? '', 'missed'),
    leaf('Crecer', 'reached'),
  ]);
  expect(tree.map(({ objective, standing }) => [objective, standing])).toEqual([
    ['Crecer', 'on_course'],
    [order[0], 'off_course'],
    [order[2], 'at_risk'],
    [null, 'on_course'],
  ]);
});

test('a KPI belongs to the goal that it is the number of, wherever that stands in the list', () => {
  for (const kpi of new Set([...goals.values()].flatMap((goal) => goal.kpis.map((one) => one.kpi)))) {
    const fits = [...goals.values()].flatMap((goal) =>
      goal.kpis.flatMap((one) => (one.kpi === kpi ? [{ id: goal.id, fit: one.fit }] : [])),
    );
    const best = Math.max(...fits.map(({ fit }) => fit));
    expect(goalOf(kpi), kpi).toBe(fits.find(({ fit }) => fit === best)?.id);
  }
});
