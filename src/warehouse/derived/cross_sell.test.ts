import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const line = (order_id: string, product_id: string) => ({ id: `${order_id}${product_id}`, order_id, product_id, quantity: 1 });

test.each(engineNames)('chances to sell a complement in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      account: [{ id: 'a' }, { id: 'b' }],
      product: [
        { id: 'P1', name: 'Split', complements: 'P2; mando a distancia' },
        { id: 'P2', name: 'Plan', complements: 'P1' },
        { id: 'P3', name: 'Mando a distancia' },
        { id: 'P12', name: 'Otro' },
      ],
      order: [
        { id: 'o1', account_id: 'a', ordered_at: '2024-01-01' },
        { id: 'o2', account_id: 'a', ordered_at: '2024-02-01' },
        { id: 'o3', account_id: 'a', ordered_at: '2024-03-01', status: 'cancelled' },
        { id: 'o4', account_id: 'b', ordered_at: '2024-01-05T10:00:00Z' },
      ],
      order_line: [
        line('o1', 'P1'),
        line('o1', 'P12'),
        line('o2', 'P2'),
        line('o2', 'P1'),
        line('o3', 'P3'),
        line('o4', 'P1'),
        line('o4', 'P2'),
      ],
    },
    { reads: ['cross_sell'] },
  );
  const columns = ['account_id', 'product_id', 'complement_id', 'bought_at', 'complement_bought_at', 'had_before'];
  expect(await rowsOf(company, 'cross_sell', columns)).toEqual([
    ['a', 'P1', 'P2', '2024-01-01', '2024-02-01', false],
    ['a', 'P1', 'P3', '2024-01-01', null, false],
    ['a', 'P2', 'P1', '2024-02-01', '2024-01-01', true],
    ['b', 'P1', 'P2', '2024-01-05T10:00:00Z', '2024-01-05T10:00:00Z', false],
    ['b', 'P1', 'P3', '2024-01-05T10:00:00Z', null, false],
    ['b', 'P2', 'P1', '2024-01-05T10:00:00Z', '2024-01-05T10:00:00Z', false],
  ]);
  await company.close();
});
