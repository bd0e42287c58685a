import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

describe.each(engineNames)('costs, recurring revenue and rates in %s', (engine) => {
  test('cost_day', async () => {
    const company = await loadCompany(
      engine,
      {
        cost: [
          {
            id: 'period',
            category: 'rent',
            period_start: '2024-02-28',
            period_end: '2024-03-01',
            incurred_on: '2024-05-01',
            amount: 100,
            function: 'sales',
            currency: 'USD',
          },
          { id: 'day', incurred_on: '2024-03-31', amount: 5 },
          { id: 'turned', period_start: '2024-03-10', period_end: '2024-03-01', amount: 5 },
          { id: 'start', period_start: '2024-03-10', amount: 5 },
          { id: 'when', amount: 5 },
          { id: 'how-much', incurred_on: '2024-03-31' },
          { id: 'deleted', incurred_on: '2024-03-31', amount: 5, deleted_at: '2024-04-01' },
        ],
      },
      { reads: ['cost_day', 'mrr_span', 'rate_day'] },
    );
    expect(await rowsOf(company, 'cost_day', ['cost_id', 'day', 'amount', 'function'])).toEqual([
      ['day', '2024-03-31', 5, null],
      ['how-much', '2024-03-31', null, null],
      ['period', '2024-02-28', 33.3333, 'sales'],
      ['period', '2024-02-29', 33.3334, 'sales'],
      ['period', '2024-03-01', 33.3333, 'sales'],
      ['start', '2024-03-10', 5, null],
      ['turned', '2024-03-10', 5, null],
    ]);
    await company.close();
  });

  test('mrr_span', async () => {
    const company = await loadCompany(
      engine,
      {
        contract: [
          { id: '1', account_id: 'a', started_at: '2024-01-01', ends_at: '2024-06-30', amount: 1200, period: 'year' },
          { id: '2', account_id: 'a', started_at: '2024-03-01', cancelled_at: '2024-05-01', amount: 30, period: 'quarter' },
          { id: '3', account_id: 'a', started_at: '2024-07-01', cancelled_at: '2024-08-01T10:00:00Z', amount: 100, period: 'month' },
          { id: '4', account_id: 'a', started_at: '2024-10-01', amount: 50, period: 'month' },
          { id: '5', account_id: 'a', started_at: '2024-01-01', amount: 7, period: 'month', currency: 'USD' },
          { id: '6', account_id: 'a', started_at: '2024-01-01', amount: 7 },
          { id: '7', account_id: 'b', started_at: '2024-01-01', ends_at: '2024-01-31', amount: 10, period: 'month' },
          { id: '8', account_id: 'b', started_at: '2024-02-01', amount: 15, period: 'month', previous_id: '7' },
        ],
      },
      { reads: ['cost_day', 'mrr_span', 'rate_day'] },
    );
    expect(
      await rowsOf(company, 'mrr_span', ['account_id', 'currency', 'valid_from', 'valid_to', 'mrr', 'previous_mrr', 'movement']),
    ).toEqual([
      ['a', null, '2024-01-01', '2024-03-01', 100, 0, 'new'],
      ['a', null, '2024-03-01', '2024-05-01', 110, 100, 'expansion'],
      // The year's contract ends on 30 June, the month's begins on 1 July: nothing moves.
      ['a', null, '2024-05-01', '2024-08-01T10:00:00Z', 100, 110, 'contraction'],
      ['a', null, '2024-08-01T10:00:00Z', '2024-10-01', 0, 100, 'churned'],
      ['a', null, '2024-10-01', null, 50, 0, 'reactivated'],
      ['a', 'USD', '2024-01-01', null, 7, 0, 'new'],
      ['b', null, '2024-01-01', '2024-02-01', 10, 0, 'new'],
      ['b', null, '2024-02-01', null, 15, 10, 'expansion'],
    ]);
    await company.close();
  });

  test('rate_day', async () => {
    const company = await loadCompany(
      engine,
      {
        exchange_rate: [
          { id: '1', from_currency: 'USD', to_currency: 'EUR', on: '2024-03-01', rate: 0.9 },
          { id: '2', from_currency: 'USD', to_currency: 'EUR', on: '2024-03-04', rate: 0.8 },
          { id: '3', from_currency: 'USD', to_currency: 'EUR', on: '2024-03-04', rate: 0.7 },
          { id: '9', from_currency: 'EUR', to_currency: 'USD', on: '2024-03-04', rate: 2 },
          { id: '4', from_currency: 'EUR', to_currency: 'GBP', on: '2024-03-03', rate: 0.5 },
          { id: '5', from_currency: 'GBP', to_currency: 'USD', on: '2024-03-01', rate: 1.2 },
          { id: '6', from_currency: 'JPY', to_currency: 'EUR', on: '2024-03-01', rate: 0 },
          { id: '7', from_currency: 'EUR', to_currency: 'EUR', on: '2024-03-01', rate: 1 },
        ],
      },
      { reads: ['cost_day', 'mrr_span', 'rate_day'], exportedAt: '2024-03-05' },
    );
    const rows = await rowsOf(company, 'rate_day', ['currency', 'day', 'rate']);
    const until = (day: string) => rows.filter(([, on]) => String(on) <= day);
    expect(until('2024-03-05')).toEqual([
      ['GBP', '2024-03-03', 2],
      ['GBP', '2024-03-04', 2],
      ['GBP', '2024-03-05', 2],
      ['USD', '2024-03-01', 0.9],
      ['USD', '2024-03-02', 0.9],
      ['USD', '2024-03-03', 0.9],
      ['USD', '2024-03-04', 0.7],
      ['USD', '2024-03-05', 0.7],
    ]);
    expect(rows.at(-1)).toEqual(['USD', '2025-04-09', 0.7]);
    expect(rows).toHaveLength(403 + 405);
    await company.close();
  });
});
