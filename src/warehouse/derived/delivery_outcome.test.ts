import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

test.each(engineNames)('what came of each delivery in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      delivery: [
        {
          ...{ id: '1', order_id: 'o', product_id: 'x', promised_at_first: '2024-01-05', promised_at: '2024-01-09T10:00:00Z' },
          ...{ delivered_at: '2024-01-08T09:00:00Z', quantity: 3, delivered_quantity: 3 },
        },
        {
          id: '2',
          order_id: 'o',
          product_id: 'y',
          promised_at: '2024-01-06',
          delivered_at: '2024-01-06',
          quantity: 3,
          delivered_quantity: 2,
        },
        { id: '3', order_id: 'p', promised_at_first: '2024-01-07', quantity: 3 },
        { id: '4', order_id: 'p', promised_at_first: '2024-01-07', is_test: true },
        { id: '1', _source: 'shop', order_id: 'o', promised_at_first: '2024-01-07' },
      ],
      ticket: [
        { id: 't1', order_id: 'o', product_id: 'x', type: 'complaint', opened_at: '2024-01-20T10:00:00Z' },
        { id: 't2', order_id: 'o', type: 'complaint', opened_at: '2024-01-21' },
        { id: 't3', order_id: 'o', type: 'question', opened_at: '2024-01-02' },
        { id: 't4', order_id: 'o', type: 'complaint', opened_at: '2024-01-01', deleted_at: '2024-01-02' },
      ],
    },
    { reads: ['delivery_outcome'] },
  );
  const columns = ['_source', 'delivery_id', 'promised_at', 'promised_again_at', 'delivered_at', 'in_full', 'complained_at'];
  expect(await rowsOf(company, 'delivery_outcome', columns)).toEqual([
    ['shop', '1', '2024-01-07', '2024-01-07', null, null, null],
    ['src', '1', '2024-01-05', '2024-01-09T10:00:00Z', '2024-01-08T09:00:00Z', true, '2024-01-20T10:00:00Z'],
    ['src', '2', '2024-01-06', '2024-01-06', '2024-01-06', false, '2024-01-21'],
    ['src', '3', '2024-01-07', '2024-01-07', null, null, null],
  ]);
  await company.close();
});
