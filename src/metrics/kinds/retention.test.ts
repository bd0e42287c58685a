import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, loadCompany } from '../../warehouse/testing/company.ts';
import { answer } from '../engine.ts';
import { compare, field, literal, money } from '../expression.ts';
import type { Metric, RetentionMetric } from '../metric.ts';
import { type QueryInput, querySchema } from '../query.ts';
import { recordKeys } from '../records.ts';

/**
 * At the start of March A pays 100 a month, B 200 and C 80. In March A goes up to 150, B down to 120, C leaves, D comes with 50, and A becomes
 * of the south.
 */
const contract = (account: string, amount: number, from: string, to: string | null = null) => ({
  account_id: account,
  amount,
  period: 'month',
  started_at: from,
  cancelled_at: to,
});
const given = {
  account: [{ id: 'A', industry: 'sur' }, ...['B', 'C', 'D'].map((id) => ({ id, industry: 'norte' }))],
  field_change: [{ entity: 'account', record_id: 'A', field: 'industry', old_value: 'norte', new_value: 'sur', changed_at: '2024-03-10' }],
  contract: [
    contract('A', 100, '2024-01-01', '2024-03-15'),
    contract('A', 150, '2024-03-15'),
    contract('B', 200, '2024-01-01', '2024-03-20'),
    contract('B', 120, '2024-03-20'),
    contract('C', 80, '2024-01-01', '2024-03-05'),
    contract('D', 50, '2024-03-02'),
  ],
  order: [
    { id: 'o1', account_id: 'A', ordered_at: '2024-03-01', amount: 10 },
    { id: 'o2', account_id: 'A', ordered_at: '2024-03-02', amount: 1, is_test: true },
    { id: 'o3', account_id: 'B', ordered_at: '2024-03-31', amount: 20 },
    { id: 'o4', account_id: 'B', ordered_at: '2024-04-01', amount: 1000 },
    { id: 'o5', account_id: 'C', ordered_at: '2024-03-03', amount: 40 },
    { id: 'o6', account_id: 'D', ordered_at: '2024-03-03', amount: 80 },
  ],
};

let company: Company;
beforeAll(async () => {
  company = await loadCompany('duckdb', given, { reads: ['customer_span', 'mrr_span', 'field_span'], exportedAt: '2024-05-10' });
});
afterAll(() => company.close());

const revenue = (mode: RetentionMetric['mode']): RetentionMetric => ({
  kind: 'retention',
  dataset: 'mrr_span',
  entity: 'account_id',
  where: compare(field('mrr'), '>', literal(0)),
  mode,
  weighting: 'value',
  value: money('mrr', 'valid_from'),
});

const brought: RetentionMetric = {
  kind: 'retention',
  dataset: 'mrr_span',
  entity: 'account_id',
  where: compare(field('mrr'), '>', literal(0)),
  mode: 'kept',
  weighting: 'entity',
  brought: { dataset: 'order', entity: 'account_id', at: 'ordered_at', of: money('amount', 'ordered_at') },
};

async function ask(metric: Metric, asked: Partial<QueryInput> = {}) {
  const query = querySchema.parse({ kpis: ['x'], from: '2024-03-01', to: '2024-03-31', ...asked });
  const { catalog, dialect } = await company.world({});
  const kpi = { kpi: 'x', variant: 'default', version: '1', metric, missing: [], minimumSample: 1 };
  const { cells } = await answer(query, [kpi], { dialect, catalog, run: (sql) => company.query(sql) });
  return cells;
}

test('net retention is what those of the start are worth at the end', async () => {
  // (150 + 120) / (100 + 200 + 80); D was not there.
  expect(await ask(revenue('net'))).toMatchObject([{ value: 270 / 380, numerator: 270, denominator: 380, n: 3 }]);
});

test('gross retention leaves growth out', async () => {
  // (100 + 120) / 380
  expect(await ask(revenue('gross'))).toMatchObject([{ value: 220 / 380, numerator: 220, denominator: 380, n: 3 }]);
});

test('groups and filters choose those of the start, not who stayed', async () => {
  const north = await ask(revenue('net'), { where: [{ dimension: 'account.industry', op: '=', value: 'norte' }] });
  expect(north).toMatchObject([{ numerator: 270, denominator: 380 }]);
  const rate = await ask(revenue('rate'), { where: [{ dimension: 'account.industry', op: '=', value: 'norte' }] });
  expect(rate).toMatchObject([{ numerator: 300, denominator: 380 }]);
  const groups = await ask(revenue('net'), { by: ['account.industry'], from: '2024-03-01', to: '2024-04-30' });
  expect(groups.map(({ period, group, value }) => [period.start, group['account.industry'], value])).toEqual([
    ['2024-03-01', 'norte', 270 / 380],
    ['2024-03-01', 'sur', null],
    ['2024-04-01', 'norte', 1],
    ['2024-04-01', 'sur', 1],
  ]);
});

test('what the kept brought are their rows of the period', async () => {
  // A 10 and B 20: the test order, April's, C's and D's are not.
  expect(await ask(brought)).toMatchObject([{ value: 30, n: 2, state: 'ok' }]);
  expect(await ask(brought, { by: ['account.industry'] })).toMatchObject([{ group: { 'account.industry': 'norte' }, value: 30 }]);
  expect(await ask(brought, { from: '2024-02-01', to: '2024-02-29' })).toMatchObject([{ value: 0, n: 0, state: 'zero' }]);
});

test('the records behind are the orders, or those who stayed', async () => {
  const { catalog, dialect } = await company.world({});
  const asking = {
    range: { start: '2024-03-01', end: '2024-03-31' },
    where: [{ dimension: 'account.industry', op: '=' as const, value: 'norte' }],
    world: { dialect, catalog, attributes: 'then' as const },
    kpi: 'x',
    lastCompleteDay: '2024-05-09',
  };
  const ids = async (metric: Metric, part: 'numerator' | 'denominator') => {
    const { entity, sql } = recordKeys(metric, part, asking);
    return [entity, (await company.query(sql)).map(({ id }) => id).sort()];
  };
  expect(await ids(brought, 'numerator')).toEqual(['order', ['o1', 'o3']]);
  expect(await ids(revenue('net'), 'numerator')).toEqual(['account', ['A', 'B']]);
  expect(await ids(revenue('net'), 'denominator')).toEqual(['account', ['A', 'B', 'C']]);
});

test('who came and left within the period is told apart from who came back', async () => {
  const others = await loadCompany(
    'duckdb',
    {
      account: ['A', 'B', 'C', 'D'].map((id) => ({ id })),
      contract: [
        contract('A', 1, '2024-01-01'),
        contract('B', 1, '2024-03-05', '2024-03-20'),
        contract('C', 1, '2024-03-05'),
        contract('D', 1, '2024-01-01', '2024-02-01'),
        contract('D', 1, '2024-03-10'),
      ],
    },
    { reads: ['customer_span', 'mrr_span', 'field_span'], exportedAt: '2024-05-10' },
  );
  const { catalog, dialect } = await others.world({});
  const metric: RetentionMetric = { kind: 'retention', dataset: 'customer_span', entity: 'account_id', mode: 'rate', weighting: 'entity' };
  const kpi = { kpi: 'x', variant: 'default', version: '1', metric, missing: [], minimumSample: 1 };
  const query = querySchema.parse({ kpis: ['x'], from: '2024-03-01', to: '2024-03-31' });
  const { cells } = await answer(query, [kpi], { dialect, catalog, run: (sql) => others.query(sql) });
  await others.close();
  // There at the end: A kept, C new, D back. B came and left.
  expect(cells[0]?.detail).toEqual({ at_start: 1, at_end: 3, kept: 1, lost: 0, new: 2, new_left: 1, returned: 1 });
});
