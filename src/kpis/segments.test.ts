import { describe, expect, test } from 'vitest';
import { count, openCount } from '../metrics/build.ts';
import { answer } from '../metrics/engine.ts';
import { field } from '../metrics/expression.ts';
import type { Metric } from '../metrics/metric.ts';
import { wayTo } from '../metrics/plan/way-to.ts';
import { type QueryInput, querySchema } from '../metrics/query.ts';
import { recordKeys } from '../metrics/records.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import { type Company, loadCompany } from '../warehouse/testing/company.ts';
import { engineNames } from '../warehouse/testing/engine.ts';
import { kpis } from './catalogue.ts';
import { resolveKpi } from './resolve.ts';

const segments: Settings['segments'] = settingsSchema.parse({
  segments: {
    retail: { of: 'account', where: ['industry=Retail'] },
    big_retail: { of: 'account', where: ['industry=Retail', 'account.size>=50'] },
    shops: { of: 'account', where: ['industry=Retail', 'industry=Fashion', 'country!=FR'] },
    gold: { of: 'account', where: ['custom.tier=gold'] },
    best: { of: 'account', rfm: 'champions' },
    best_retail: { of: 'account', where: ['industry=Retail'], rfm: ['champions', 'loyal'] },
    customers: { of: 'account', stage: 'customer' },
    web_leads: { of: 'lead', where: ['source=web'] },
    wrong: { of: 'account', where: ['colour=red'] },
  },
}).segments;

const given = {
  account: [
    { id: 'a', industry: 'Retail', size: 10, country: 'ES', 'custom.tier': 'gold' },
    { id: 'b', industry: 'Retail', size: 50, country: 'FR', 'custom.tier': null },
    { id: 'c', industry: 'Fashion', size: 500, country: null },
    { id: 'd', industry: 'Bank', size: 500, country: 'ES' },
    { id: 'e' },
  ],
  lead: [
    { id: 'l1', source: 'web', created_at: '2024-01-02' },
    { id: 'l2', source: 'fair', created_at: '2024-01-03' },
  ],
  opportunity: [{ id: 'o1', account_id: 'c', lead_id: 'l1', created_at: '2024-01-10', status: 'open' }],
  order: [
    // January: each account orders once more than the one before it, and later.
    ...['a', 'b', 'c', 'd', 'e'].flatMap((account, index) =>
      Array.from({ length: index + 1 }, (_, time) => ({
        id: `${account}${time}`,
        account_id: account,
        ordered_at: `2024-01-${10 + index}`,
        amount: 10,
      })),
    ),
    { id: 'f', account_id: 'a', ordered_at: '2024-02-10', amount: 5000 },
    { id: 'g', account_id: 'd', ordered_at: '2024-02-11', amount: 10 },
    { id: 'h', account_id: 'a', ordered_at: '2024-03-12', amount: 10 },
  ],
  order_line: [
    { id: '1', order_id: 'a0', product_id: 'p' },
    { id: '2', order_id: 'c0', product_id: 'p' },
    { id: '3', order_id: 'd0', product_id: 'p' },
  ],
  field_change: [
    { entity: 'account', record_id: 'd', field: 'industry', old_value: 'Retail', new_value: 'Bank', changed_at: '2024-02-01T00:00:00Z' },
  ],
};

const orders = count('order', { at: 'ordered_at' });
const customers = openCount('customer_span');

const ask = async (company: Company, metric: Metric, query: Omit<QueryInput, 'kpis'>): Promise<readonly (number | null)[]> => {
  const asked = { kpi: 'k', variant: 'v', version: '1', metric, missing: [], minimumSample: 0 };
  const { cells } = await answer(querySchema.parse({ kpis: ['k'], from: '2024-01-01', to: '2024-03-31', ...query }), [asked], {
    dialect: company.dialect,
    catalog: company.catalog,
    run: (sql) => company.query(sql),
  });
  return cells.map(({ value }) => value);
};

const inSegment = (value: string, op: '=' | '!=' = '=') => ({ dimension: 'segment', op, value });

describe.each(engineNames)('segments in %s', (engine) => {
  const load = () =>
    loadCompany(engine, given, {
      reads: ['account_rfm', 'account_stage_span', 'opportunity_span', 'field_span', 'customer_span', 'stage_span'],
      exportedAt: '2024-03-31',
      settings: { segments, customer: { active_days: 30 } },
    });

  test('rules: of a row’s own account, at the time of the event', async () => {
    const company = await load();
    // d was in retail until February: its 4 orders of January count, the one of February does not.
    expect(await ask(company, orders, { where: [inSegment('retail')] })).toEqual([1 + 2 + 4, 1, 1]);
    expect(await ask(company, orders, { where: [inSegment('retail')], attributes: 'now' })).toEqual([3, 1, 1]);
    expect(await ask(company, orders, { where: [inSegment('retail', '!=')] })).toEqual([15 - 7, 1, 0]);
    expect(await ask(company, orders, { where: [inSegment('big_retail')] })).toEqual([2 + 4, 0, 0]);
    // a, c (whose country is not known) and, in January, d; not b, in France.
    expect(await ask(company, orders, { where: [inSegment('shops')] })).toEqual([1 + 3 + 4, 1, 1]);
    expect(await ask(company, orders, { where: [inSegment('gold')] })).toEqual([1, 1, 1]);
    // Of several, either.
    expect(await ask(company, orders, { where: [inSegment('gold'), inSegment('big_retail')] })).toEqual([1 + 2 + 4, 1, 1]);
    expect(await ask(company, orders, { where: [inSegment('retail'), { dimension: 'account.country', op: '=', value: 'FR' }] })).toEqual([
      2, 0, 0,
    ]);
    await company.close();
  });

  test('through other records', async () => {
    const company = await load();
    expect(await ask(company, count('order_line', { at: 'order.ordered_at' }), { where: [inSegment('shops')], grain: 'total' })).toEqual([
      3,
    ]);
    expect(await ask(company, count('opportunity', { at: 'created_at' }), { where: [inSegment('web_leads')], grain: 'total' })).toEqual([
      1,
    ]);
    expect(await ask(company, count('lead', { at: 'created_at' }), { where: [inSegment('web_leads')], grain: 'total' })).toEqual([1]);
    await company.close();
  });

  test('recency, frequency and amount: the scores of the last month that was over', async () => {
    const company = await load();
    // End of January: a … e score 1 … 5 in everything: d and e are champions. In February d orders once.
    expect(await ask(company, orders, { where: [inSegment('best')] })).toEqual([0, 1, 0]);
    // End of February: a is the last but one to order, has 2 orders (like b; only none is fewer) and the most money: 4, 1, 5 is loyal.
    expect(await ask(company, orders, { where: [inSegment('best_retail')] })).toEqual([0, 0, 1]);
    expect(await ask(company, orders, { where: [inSegment('best', '!=')] })).toEqual([15, 1, 1]);
    // At the close of January its own scores hold: d and e, customers both. At that of February d (5, 4, 3), of March a (5, 2, 5); e has lapsed.
    expect(await ask(company, customers, { where: [inSegment('best')] })).toEqual([2, 1, 1]);
    // Those not among them, a time without scores included.
    expect(await ask(company, customers, { where: [inSegment('best', '!=')], grain: 'day', from: '2024-01-14', to: '2024-01-31' })).toEqual(
      [...Array.from({ length: 17 }, () => 5), 3],
    );
    await company.close();
  });

  test('the records behind a stock are those of its last day', async () => {
    const company = await load();
    const world = { dialect: company.dialect, catalog: company.catalog, attributes: 'then' } as const;
    const behind = async (range: { start: string; end: string }, metric: Metric) => {
      const { sql } = recordKeys(metric, 'numerator', {
        range,
        where: [inSegment('best')],
        world,
        kpi: 'k',
        lastCompleteDay: '2024-03-31',
      });
      return (await company.query(`select id from (${sql}) as k order by 1`)).map(({ id }) => id);
    };
    const who: Metric = { ...customers, aggregate: 'count_distinct', of: field('account_id') };
    expect(await behind({ start: '2024-01-01', end: '2024-01-31' }, who)).toEqual(['d', 'e']);
    expect(await behind({ start: '2024-01-01', end: '2024-02-29' }, who)).toEqual(['d']);
    expect(await behind({ start: '2024-02-01', end: '2024-02-29' }, orders)).toEqual(['g']);
    await company.close();
  });

  test('stages of life: at the event, and at the close of a day', async () => {
    const company = await load();
    // Each order makes its account a customer, the first one too. In March a is one by its order of February … until 11 March.
    expect(await ask(company, orders, { where: [inSegment('customers')] })).toEqual([15, 2, 1]);
    expect(await ask(company, count('opportunity', { at: 'created_at' }), { where: [inSegment('customers')], grain: 'total' })).toEqual([
      0,
    ]);
    expect(await ask(company, openCount('opportunity_span'), { where: [inSegment('customers')] })).toEqual([1, 0, 0]);
    await company.close();
  });
});

describe('what cannot be', () => {
  const load = () =>
    loadCompany('duckdb', given, {
      reads: ['account_rfm', 'account_stage_span', 'opportunity_span', 'field_span', 'customer_span', 'stage_span'],
      exportedAt: '2024-03-31',
      settings: { segments },
    });
  const resolve = (company: Company, id: string, name: string) => {
    const kpi = kpis.get(id);
    if (!kpi) throw new Error(id);
    return resolveKpi(kpi, company.catalog, { by: [], where: [inSegment(name)] });
  };

  test('is a named error', async () => {
    const company = await load();
    const problem = (id: string, name: string) => {
      try {
        return resolve(company, id, name).kpi;
      } catch (error) {
        return { ...(error as object) };
      }
    };
    expect(problem('total_sales', 'retails')).toMatchObject({
      code: 'unknown_segment',
      found: 'retails',
      expected: expect.stringContaining('retail, '),
    });
    expect(problem('cpl', 'retail')).toMatchObject({ code: 'segment_unreachable', where: 'cpl', found: 'retail', expected: 'account' });
    expect(problem('total_sales', 'wrong')).toMatchObject({
      code: 'segment_dimension',
      where: 'cuadro.yaml (segments.wrong)',
      found: 'colour',
    });
    const empty = await loadCompany(
      'duckdb',
      { account: [{ id: 'a' }] },
      {
        reads: ['account_rfm', 'account_stage_span', 'opportunity_span', 'field_span', 'customer_span', 'stage_span'],
        settings: { segments },
      },
    );
    const kpi = kpis.get('new_customers');
    if (!kpi) throw new Error();
    expect(() => resolveKpi(kpi, empty.catalog, { by: [], where: [inSegment('best')] })).toThrow('segment_unavailable');
    await empty.close();
    await company.close();
  });

  test('a definition is part of the version, and no other segment is', async () => {
    const company = await load();
    const version = async (own: Settings['segments'], where: readonly string[]) => {
      const kpi = kpis.get('total_sales');
      if (!kpi) throw new Error();
      const catalog = { ...company.catalog, settings: { ...company.settings, segments: own } };
      return resolveKpi(kpi, catalog, { by: [], where: where.map((name) => inSegment(name)) }).version;
    };
    const others = { ...segments, retail: { of: 'account' as const, where: ['industry=Bank'] } };
    expect(await version(segments, ['retail'])).not.toBe(await version(others, ['retail']));
    expect(await version(segments, ['gold'])).toBe(await version(others, ['gold']));
    expect(await version(segments, [])).toBe(await version({}, []));
    await company.close();
  });
});

test('the way to a record is the shortest', () => {
  expect(wayTo('order', 'account')).toBe('account');
  expect(wayTo('customer_span', 'account')).toBe('account');
  expect(wayTo('order_line', 'account')).toBe('order.account');
  expect(wayTo('stage_span', 'account')).toBe('opportunity.account');
  expect(wayTo('lead', 'account')).toBe('converted_account');
  expect(wayTo('account', 'account')).toBe('account');
  expect(wayTo('cost', 'account')).toBeNull();
});
