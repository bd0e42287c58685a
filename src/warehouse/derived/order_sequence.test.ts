import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const given = {
  order: [
    { id: 'o3', account_id: 'a', ordered_at: '2024-04-01T10:00:00Z', status: 'open', amount: 3, currency: 'USD' },
    { id: 'o1', account_id: 'a', ordered_at: '2024-03-30', amount: 1 },
    { id: 'o2', account_id: 'a', ordered_at: '2024-03-30', amount: 2 },
    // A day and a half later by the clock.
    { id: 'o4', account_id: 'a', ordered_at: '2024-04-02T22:00:00Z', status: 'completed' },
    { id: 'o5', account_id: 'a', ordered_at: '2024-04-05', status: 'cancelled' },
    { id: 'o6', account_id: 'a', ordered_at: '2024-04-05', is_return: true },
    { id: 'o7', account_id: 'a' },
    { id: 'o8', ordered_at: '2024-04-05' },
    { id: 'o1', _source: 'shop', account_id: 'a', ordered_at: '2024-01-01' },
  ],
  order_line: [
    { order_id: 'o1', product_id: 'p' },
    { order_id: 'o1', product_id: 'p' },
    { order_id: 'o4', product_id: 'p' },
    { order_id: 'o4', product_id: 'q' },
    { order_id: 'o5', product_id: 'p' },
    { order_id: 'o3', product_id: 'p', deleted_at: '2024-04-02' },
    { order_id: 'o2' },
  ],
};

test.each(engineNames)('orders of an account in %s', async (engine) => {
  const company = await loadCompany(engine, given, { reads: ['order_sequence', 'product_order_sequence'] });
  const columns = [
    '_source',
    'ordinal',
    'order_id',
    'ordered_at',
    'previous_ordered_at',
    'days_since_previous',
    'next_ordered_at',
    'amount',
    'currency',
  ];
  expect(await rowsOf(company, 'order_sequence', columns)).toEqual([
    ['shop', 1, 'o1', '2024-01-01', null, null, null, null, null],
    ['src', 1, 'o1', '2024-03-30', null, null, '2024-03-30', 1, null],
    ['src', 2, 'o2', '2024-03-30', '2024-03-30', 0, '2024-04-01T10:00:00Z', 2, null],
    ['src', 3, 'o3', '2024-04-01T10:00:00Z', '2024-03-30', 2, '2024-04-02T22:00:00Z', 3, 'USD'],
    ['src', 4, 'o4', '2024-04-02T22:00:00Z', '2024-04-01T10:00:00Z', 1.5, null, null, null],
  ]);
  expect(
    await rowsOf(company, 'product_order_sequence', ['product_id', 'ordinal', 'order_id', 'previous_ordered_at', 'days_since_previous']),
  ).toEqual([
    ['p', 1, 'o1', null, null],
    ['p', 2, 'o4', '2024-03-30', 4],
    ['q', 1, 'o4', null, null],
  ]);
  await company.close();
});
