import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

test.each(engineNames)('what is sold to accounts that owe too much in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      account: [
        { id: 'a', credit_limit: 1000 },
        { id: 'b', credit_limit: 500 },
        { id: 'c', credit_limit: 9000, currency: 'USD' },
        // No credit at all: no credit in any currency, though there is no rate.
        { id: 'd', credit_limit: 0, currency: 'GBP' },
      ],
      exchange_rate: [{ id: 'x', from_currency: 'USD', to_currency: 'EUR', on: '2024-01-01', rate: 0.1 }],
      invoice: [
        { id: 'i1', account_id: 'a', status: 'open', issued_on: '2024-01-05', due_on: '2024-02-05', amount: 600 },
        { id: 'i2', account_id: 'a', status: 'paid', issued_on: '2024-01-10', amount: 700, paid_at: '2024-01-20' },
        { id: 'i3', account_id: 'b', status: 'open', issued_on: '2024-01-05', amount: 400 },
        { id: 'i4', account_id: 'c', status: 'open', issued_on: '2024-01-08', amount: 1000 },
        { id: 'i5', account_id: 'd', status: 'open', issued_on: '2024-01-09', amount: 10 },
      ],
      opportunity: [
        { id: 'o1', account_id: 'a', owner_id: 'u', status: 'open', amount: 50, created_at: '2024-01-01' },
        { id: 'o2', account_id: 'a', status: 'won', amount: 60, created_at: '2024-01-01', closed_at: '2024-01-12' },
        { id: 'o3', account_id: 'b', status: 'open', amount: 70, created_at: '2024-01-01' },
        { id: 'o4', account_id: 'd', status: 'open', amount: 30, created_at: '2024-01-01' },
      ],
      order: [
        { id: 'r1', account_id: 'c', ordered_at: '2024-01-03', amount: 80, status: 'open' },
        { id: 'r2', account_id: 'c', ordered_at: '2024-01-04', amount: 90, status: 'completed' },
        { id: 'r3', account_id: 'c', ordered_at: '2024-01-05', amount: 95, status: 'completed' },
        { id: 'r4', account_id: 'c', ordered_at: '2024-01-05', amount: 99, status: 'cancelled' },
      ],
      delivery: [
        { id: 'd1', order_id: 'r2', delivered_at: '2024-01-06' },
        { id: 'd2', order_id: 'r2', delivered_at: '2024-01-11T12:00:00Z' },
      ],
    },
    { reads: ['credit_exposure_span'] },
  );
  const columns = ['account_id', 'opportunity_id', 'order_id', 'valid_from', 'valid_to', 'oldest_due_on', 'is_over_limit', 'amount'];
  expect(await rowsOf(company, 'credit_exposure_span', columns)).toEqual([
    ['a', 'o1', null, '2024-01-05', '2024-01-10', '2024-02-05', false, 50],
    ['a', 'o1', null, '2024-01-10', '2024-01-20', '2024-02-05', true, 50],
    ['a', 'o1', null, '2024-01-20', null, '2024-02-05', false, 50],
    ['a', 'o2', null, '2024-01-05', '2024-01-10', '2024-02-05', false, 60],
    ['a', 'o2', null, '2024-01-10', '2024-01-12', '2024-02-05', true, 60],
    ['c', null, 'r1', '2024-01-08', null, null, true, 80],
    ['c', null, 'r2', '2024-01-08', '2024-01-11', null, true, 90],
    ['d', 'o4', null, '2024-01-09', null, null, true, 30],
  ]);
  await company.close();
});
