import { describe, expect, test } from 'vitest';
import { lintSelection } from '../../src/insights/advise/lint.ts';
import { kpis } from '../../src/kpis/catalogue.ts';
import { resolveKpi } from '../../src/kpis/resolve.ts';
import type { Cell } from '../../src/metrics/cell.ts';
import { answer } from '../../src/metrics/engine.ts';
import { type QueryInput, querySchema } from '../../src/metrics/query.ts';
import { loadCompany } from '../../src/warehouse/testing/company.ts';
import type { GivenRows } from '../../src/warehouse/testing/record.ts';
import { cellOf, outcomeOf, readingsOf } from './world.ts';

/** The cells of a KPI over a small company. */
async function ask(id: string, given: GivenRows, query: Omit<QueryInput, 'kpis'>, exportedAt = '2026-12-31'): Promise<readonly Cell[]> {
  const kpi = kpis.get(id);
  if (!kpi) throw new Error(`the catalogue has no ${id}`);
  const company = await loadCompany('duckdb', given, { exportedAt });
  try {
    const parsed = querySchema.parse({ kpis: [id], ...query });
    return (
      await answer(parsed, [resolveKpi(kpi, company.catalog, parsed)], {
        dialect: company.dialect,
        catalog: company.catalog,
        run: company.query,
      })
    ).cells;
  } finally {
    await company.close();
  }
}

const year = { from: '2026-01-01', to: '2026-12-31', grain: 'year' } as const;

/** Rules of the texts that are not one reading; numbers are those of section 5 of the requirements. */
describe('rules of the texts', () => {
  test('5: paid traffic that brings no sign-ups in proportion may not be worth it', () => {
    const cell = { numerator: 12, denominator: 2000 };
    expect(outcomeOf(readingsOf({ paid_traffic_payoff: { value: 0.006, before: 0.02, cell } }), 'paid_traffic')).toBe('not_worth_it');
    expect(outcomeOf(readingsOf({ paid_traffic_payoff: { value: 0.03, before: 0.02, cell } }), 'paid_traffic')).toBeUndefined();
  });

  test('8: new customers never count in retention', async () => {
    const contract = (id: string, account_id: string, started_at: string, more = {}) => ({ id, account_id, started_at, ...more });
    const before = [
      contract('c1', 'a', '2025-01-01'),
      contract('c2', 'b', '2025-01-01', { cancelled_at: '2026-05-01', ends_at: '2026-05-01' }),
    ];
    const fresh = Array.from({ length: 20 }, (_, index) => contract(`n${index}`, `n${index}`, '2026-03-01'));
    const without = await ask('retention_rate', { contract: before }, year);
    const withNew = await ask('retention_rate', { contract: [...before, ...fresh] }, year);
    expect(without.map(({ value }) => value)).toEqual([0.5]);
    expect(withNew.map(({ value }) => value)).toEqual([0.5]);
  });

  test('16: what was realised before is held against today’s pipeline and the target', () => {
    // Of what was open a third was won: three times the target is needed.
    const told = { pipeline_value: { value: 900 }, pipeline_realization_rate: { value: 1 / 3 } };
    const [short] = readingsOf({ ...told, pipeline_coverage: { value: 2 } }).filter(({ rule }) => rule === 'realization');
    expect(short).toMatchObject({ outcome: 'short', tone: 'bad' });
    expect(short?.params?.expected).toBeCloseTo(300, 9);
    expect(short?.params?.needed).toBeCloseTo(3, 9);
    expect(outcomeOf(readingsOf({ ...told, pipeline_coverage: { value: 3.5 } }), 'realization')).toBe('enough');
    expect(outcomeOf(readingsOf(told), 'realization')).toBe('no_target');
  });

  test('18: calls per agent and handle time do not stand alone on a board', () => {
    for (const id of ['calls_per_agent', 'avg_handle_time']) {
      expect(lintSelection([id], kpis).map(({ code }) => code)).not.toEqual([]);
      expect(lintSelection([id, 'csat', 'churn_rate'], kpis).filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  test('19: the signals of customers about to leave are told', () => {
    const detail = { signals: { complaint: 4, frequent_calls: 0, contract_calls: 2, closing_calls: 1 } };
    const [found] = readingsOf({ at_risk_customers: { value: 6, cell: { detail } } }).filter(({ rule }) => rule === 'at_risk');
    expect(found?.params?.signals).toEqual(['complaint', 'contract_calls', 'closing_calls']);
  });

  test('20: every loss has a reason, unknown ones are shown, and requests count with their price', async () => {
    const lost = (id: string, lost_reason: string | null) => ({
      id,
      status: 'lost',
      closed_at: '2026-03-01',
      created_at: '2026-01-01',
      amount: 10,
      currency: 'EUR',
      lost_reason,
    });
    const mix = await ask(
      'opportunity_lost_reasons',
      { opportunity: [lost('1', 'price'), lost('2', 'price'), lost('3', null), lost('4', 'timing')] },
      year,
    );
    expect(mix.map(({ group, value }) => [group.lost_reason, value])).toEqual([
      ['price', 0.5],
      ['timing', 0.25],
      [null, 0.25],
    ]);
    const demand = await ask(
      'unsupported_demand',
      { demand_signal: [{ product_name: 'Alquiler', price_point: 90, currency: 'EUR', occurred_at: '2026-02-01' }] },
      year,
    );
    expect(demand.some(({ value }) => value === 1)).toBe(true);
  });

  test('21: the intervals between orders say who is due to order', async () => {
    const accounts = ['a', 'b', 'c', 'd', 'e', 'f'];
    // Each orders every thirty days; `f` stopped in September.
    const days = (account: string) =>
      Array.from({ length: account === 'f' ? 9 : 11 }, (_, index) =>
        Temporal.PlainDate.from('2026-01-10')
          .add({ days: 30 * index })
          .toString(),
      );
    const order = accounts.flatMap((account) =>
      days(account).map((day, index) => ({ id: `${account}${index}`, account_id: account, ordered_at: day, amount: 10, currency: 'EUR' })),
    );
    const [interval] = await ask(
      'order_interval',
      { account: accounts.map((id) => ({ id })), order },
      { from: '2026-01-01', to: '2026-11-30', grain: 'total' },
      '2026-11-30',
    );
    expect(interval?.value).toBe(30);
    const due = await ask(
      'reorder_due',
      { account: accounts.map((id) => ({ id })), order },
      { from: '2026-11-01', to: '2026-11-30', grain: 'total' },
      '2026-11-30',
    );
    expect(due[0]?.value).toBeGreaterThanOrEqual(1);
  });

  test('22: selling into credit risk warns', () => {
    const told = { receivables_overdue: { value: 50, before: 50 }, credit_risk_exposure: { value: 80, before: 80 } };
    expect(outcomeOf(readingsOf(told), 'credit_risk')).toBe('selling_into_risk');
    expect(outcomeOf(readingsOf({ ...told, credit_risk_exposure: { value: 0 } }), 'credit_risk')).toBeUndefined();
  });

  test('23: people are named only beyond chance, and coaching comes first', () => {
    const person = (name: string, verdict: string) =>
      cellOf('rep_performance', 0.4, { group: { 'owner.name': name }, detail: { verdict } });
    const told = { performance_spread: { value: 0.2 }, coaching_uplift: { value: 0.1 } };
    const [found] = readingsOf(told, [person('Ana', 'far_above'), person('Berta', 'within'), person('Carlos', 'below')]).filter(
      ({ rule }) => rule === 'performers',
    );
    expect(found).toMatchObject({ outcome: 'coach_first', params: { high: ['Ana'], low: ['Carlos'] } });
    expect(outcomeOf(readingsOf(told, [person('Ana', 'within')]), 'performers')).toBe('within_luck');
  });

  test('26: few hold the data, and they are trained', () => {
    const told = { data_access_headcount: { value: 20 }, data_training_coverage: { value: 0.75 } };
    const [found] = readingsOf(told).filter(({ rule }) => rule === 'access_and_training');
    expect(found).toMatchObject({ outcome: 'untrained', params: { untrained: 5 } });
    expect(outcomeOf(readingsOf({ ...told, data_training_coverage: { value: 1 } }), 'access_and_training')).toBe('trained');
  });

  test('28: keeping a customer costs less than one who stays brings', () => {
    const told = {
      retention_cost_ratio: { value: 0.4 },
      customer_retention_cost: { value: 40 },
      avg_revenue_per_retained_customer: { value: 100 },
    };
    expect(outcomeOf(readingsOf(told), 'retention_cost')).toBe('pays');
    expect(outcomeOf(readingsOf({ ...told, customer_retention_cost: { value: 100 } }), 'retention_cost')).toBe('costs_more');
  });

  test('29: churn by month, quarter and year, with its reasons', async () => {
    const given = {
      contract: [
        { id: '1', account_id: 'a', started_at: '2025-01-01', ends_at: '2026-02-10', cancelled_at: '2026-02-10', cancel_reason: 'price' },
        { id: '2', account_id: 'b', started_at: '2025-01-01' },
      ],
    };
    for (const [grain, periods] of [
      ['month', 12],
      ['quarter', 4],
      ['year', 1],
    ] as const) {
      const cells = await ask('churn_rate', given, { ...year, grain });
      expect(cells).toHaveLength(periods);
      expect(cells.map(({ value }) => value).filter((value) => value === 0.5)).toHaveLength(1);
    }
    const reasons = await ask('churn_reasons', given, year);
    expect(reasons.map(({ group, value }) => [Object.values(group)[0], value])).toEqual([['price', 1]]);
  });
});
