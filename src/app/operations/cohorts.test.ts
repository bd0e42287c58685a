import { describe, expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { answer, type Engine } from '../../metrics/engine.ts';
import { type QueryInput, querySchema } from '../../metrics/query.ts';
import { settingsSchema } from '../../model/settings.ts';
import { type Company, loadCompany } from '../../warehouse/testing/company.ts';
import { engineNames } from '../../warehouse/testing/engine.ts';
import { answerCohorts, cohortsOperation } from './cohorts.ts';
import { answerLifecycle, lifecycleOperation } from './lifecycle.ts';

const segments = settingsSchema.parse({ segments: { es: { of: 'account', where: ['country=ES'] } } }).segments;

const given = {
  account: [
    { id: 'a', country: 'ES' },
    { id: 'b', country: 'FR' },
    { id: 'c', country: 'ES' },
    { id: 'd', country: 'FR' },
  ],
  contract: [
    { id: '1', account_id: 'a', started_at: '2024-01-10' },
    // Leaves in February.
    { id: '2', account_id: 'b', started_at: '2024-01-20', ends_at: '2024-02-15', cancelled_at: '2024-02-15' },
    // Comes in February, leaves in March.
    { id: '3', account_id: 'c', started_at: '2024-02-05', ends_at: '2024-03-10', cancelled_at: '2024-03-10' },
    { id: '4', account_id: 'd', started_at: '2024-03-20' },
  ],
  order: [
    { id: 'o1', account_id: 'a', ordered_at: '2024-01-11', amount: 100 },
    { id: 'o2', account_id: 'b', ordered_at: '2024-01-25', amount: 50 },
    { id: 'o3', account_id: 'a', ordered_at: '2024-02-20', amount: 30 },
    { id: 'o4', account_id: 'a', ordered_at: '2024-02-21', amount: 10 },
    { id: 'o5', account_id: 'a', ordered_at: '2024-02-22', amount: 10, is_return: true },
    { id: 'o6', account_id: 'c', ordered_at: '2024-03-01', amount: 7 },
    { id: 'o7', account_id: 'c', ordered_at: '2024-03-01', amount: 7, is_test: true },
  ],
  lead: [
    { id: 'l1', created_at: '2024-01-03', converted_at: '2024-01-20' },
    { id: 'l2', created_at: '2024-01-03', converted_at: '2024-03-02' },
    { id: 'l3', created_at: '2024-01-03' },
    { id: 'l4', created_at: '2024-02-03', converted_at: '2024-02-10' },
    { id: 'l5', created_at: '2024-02-03', deleted_at: '2024-02-04' },
  ],
  opportunity: [
    { id: 'w', lead_id: 'l2', status: 'won', created_at: '2024-03-02', closed_at: '2024-03-05', amount: 90 },
    { id: 'x', lead_id: 'l2', status: 'lost', created_at: '2024-03-02', closed_at: '2024-03-05', amount: 900 },
  ],
};

const engineOf = (company: Company): Engine => ({
  dialect: company.dialect,
  catalog: company.catalog,
  run: (sql) => company.query(sql),
});

const kpi = async (company: Company, id: string, query: Omit<QueryInput, 'kpis'>) => {
  const found = kpis.get(id);
  if (!found) throw new Error(id);
  const asked = querySchema.parse({ kpis: [id], ...query });
  return (await answer(asked, [resolveKpi(found, company.catalog, asked)], engineOf(company))).cells;
};

describe.each(engineNames)('in %s', (engine) => {
  const load = (exportedAt = '2024-03-31') =>
    loadCompany(engine, given, {
      reads: ['customer_span', 'account_rfm', 'account_stage_span', 'lead_payment', 'order_sequence', 'mrr_span'],
      exportedAt,
      settings: { segments },
    });
  const quarter = { from: '2024-01-01', to: '2024-03-31' };

  test('cohorts of customers', async () => {
    const company = await load();
    const values = async (measure: 'retention' | 'activity' | 'revenue', where: unknown = []) => {
      const { cohorts } = await answerCohorts(cohortsOperation.input.parse({ ...quarter, measure, where }), engineOf(company));
      return cohorts.map(({ size, cells }) => [size, ...cells.map(({ value }) => value)]);
    };
    expect(await values('retention')).toEqual([
      [2, 1, 0.5, 0.5],
      [1, 1, 0],
      [1, 1],
    ]);
    expect(await values('activity')).toEqual([
      [2, 1, 0.5, 0],
      [1, 0, 1],
      [1, 0],
    ]);
    // A return takes away: 30 + 10 − 10 of two.
    expect(await values('revenue')).toEqual([
      [2, 75, 15, 0],
      [1, 0, 7],
      [1, 0],
    ]);
    expect(await values('retention', [{ dimension: 'segment', op: '=', value: 'es' }])).toEqual([
      [1, 1, 1, 1],
      [1, 1, 0],
      [0, null],
    ]);
    await company.close();
  });

  test('retention of one period is that of the sets', async () => {
    const company = await load();
    const { cohorts } = await answerCohorts(cohortsOperation.input.parse(quarter), engineOf(company));
    const cells = await kpi(company, 'retention_rate', { ...quarter, grain: 'month' });
    const there = (month: number, since: number) =>
      cohorts.slice(0, since + 1).reduce((sum, { cells: own }, index) => sum + (own[month - index]?.entities ?? 0), 0);
    for (const month of [1, 2]) {
      // Nobody came back: those there of the cohorts before, over those of them there a month earlier.
      expect(there(month, month - 1) / there(month - 1, month - 1)).toBeCloseTo(cells[month]?.value ?? -1, 9);
    }
    expect(cells.map(({ value }) => value)).toEqual([null, 0.5, 0.5]);
    const sales = await kpi(company, 'total_sales', { ...quarter, grain: 'total' });
    const revenue = await answerCohorts(cohortsOperation.input.parse({ ...quarter, measure: 'revenue' }), engineOf(company));
    const brought = revenue.cohorts.flatMap(({ cells: own }) => own.map(({ amount }) => amount ?? 0));
    expect(brought.reduce((sum, amount) => sum + amount, 0)).toBe(sales[0]?.value);
    await company.close();
  });

  test('cohorts of leads', async () => {
    const company = await load('2024-03-15');
    const ask = (more: object) => answerCohorts(cohortsOperation.input.parse({ kind: 'leads', ...quarter, ...more }), engineOf(company));
    const { cohorts, ages, unit } = await ask({});
    expect(unit).toBe('rate');
    expect(cohorts.map(({ size, immature, cells }) => [size, immature, ...cells.map((cell) => [cell.value, cell.immature])])).toEqual([
      [3, false, [1 / 3, false], [1 / 3, false], [2 / 3, true]],
      [1, false, [1, false], [1, true]],
      [0, true, [null, true]],
    ]);
    expect(ages.map(({ value, members }) => [value, members])).toEqual([
      [0.5, 4],
      [1 / 3, 3],
    ]);
    expect((await ask({ measure: 'revenue' })).cohorts[0]?.cells.map(({ amount }) => amount)).toEqual([0, 0, 90]);
    expect((await ask({ grain: 'quarter' })).cohorts.map(({ size, cells }) => [size, cells[0]?.value, cells[0]?.immature])).toEqual([
      [4, 0.75, true],
    ]);
    await expect(ask({ measure: 'retention' })).rejects.toMatchObject({ code: 'cohort_measure', expected: 'conversion, revenue' });
    await company.close();
  });

  test('stages of life and who went where', async () => {
    const company = await load();
    const ask = (more: object) => answerLifecycle(lifecycleOperation.input.parse(more), engineOf(company));
    const output = await ask({ at: '2024-03-31', from: '2024-02-01' });
    expect(output.stages.filter(({ before, after }) => before + after > 0)).toEqual([
      { stage: 'customer', before: 2, after: 2 },
      { stage: 'lapsed', before: 0, after: 2 },
    ]);
    expect(output.transitions).toEqual([
      { from: 'customer', to: 'customer', accounts: 1 },
      { from: 'customer', to: 'lapsed', accounts: 1 },
      { from: null, to: 'customer', accounts: 1 },
      { from: null, to: 'lapsed', accounts: 1 },
    ]);
    expect(
      (await ask({ at: '2024-03-31', from: '2024-02-01', where: [{ dimension: 'segment', op: '=', value: 'es' }] })).transitions,
    ).toEqual([
      { from: 'customer', to: 'customer', accounts: 1 },
      { from: null, to: 'lapsed', accounts: 1 },
    ]);
    expect((await ask({})).query).toMatchObject({ at: '2024-03-31', from: '2024-03-01' });
    await expect(ask({ at: '2024-01-01', from: '2024-02-01' })).rejects.toThrow('range_reversed');
    const mix = await kpi(company, 'lifecycle_stage_mix', { from: '2024-02-01', to: '2024-03-31', grain: 'total' });
    expect(mix.map(({ group, numerator }) => [group.stage, numerator])).toEqual([
      ['customer', 2],
      ['lapsed', 2],
    ]);
    await company.close();
  });
});
