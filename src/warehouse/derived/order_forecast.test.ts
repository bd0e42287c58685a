import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const order = (id: string, account_id: string, ordered_at: string) => ({ id, account_id, ordered_at });

/** Three accounts that order every 30 days in the first quarter, and then not quite. */
const given = {
  order: [
    ...['a', 'b', 'c'].flatMap((account) => [
      order(`${account}1`, account, '2023-01-01'),
      order(`${account}2`, account, '2023-01-31'),
      order(`${account}3`, account, '2023-03-02'),
    ]),
    // Two of one day are one day with orders.
    order('a4', 'a', '2023-05-01T08:00:00Z'),
    order('a5', 'a', '2023-05-01T18:00:00Z'),
    order('b4', 'b', '2023-04-01'),
    order('d1', 'd', '2023-04-10'),
    { ...order('d2', 'd', '2023-05-02'), status: 'cancelled' },
  ],
  order_line: [
    ...['a1', 'a2', 'a3', 'b1', 'b2', 'b4'].map((order_id) => ({ order_id, product_id: 'ink' })),
    { order_id: 'd1', product_id: 'paper' },
  ],
};

const round = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);

test.each(engineNames)('when accounts should order next, in %s', async (engine) => {
  const company = await loadCompany(engine, given, { reads: ['interval_model', 'order_forecast'] });
  const rows = async (dataset: string, columns: readonly string[]) =>
    (await rowsOf(company, dataset, columns)).map((row) => row.map(round));

  // Six intervals of 30: within 0.01 (the least), between 0, drawn towards 0.25 with the weight of ten of sixteen:
  // 0.375·0.01 + 0.625·0.25 = 0.16 and 0.15625. Of ink: three of 30 (a: 2, b: 1): 3/13·0.01 + 10/13·0.25 = 0.195, 0.192.
  const model = ['used_from', 'level', 'product_id', 'intervals', 'customers', 'mean_log', 'within_variance', 'between_variance'];
  expect(await rows('interval_model', model)).toEqual([
    ['2023-04-01', 'account', null, 6, 3, 3.401, 0.16, 0.156],
    ['2023-04-01', 'product', null, 3, 2, 3.401, 0.195, 0.192],
  ]);

  // d has no interval of its own: 30 days, spread √(0.16 + 0.15625) = 0.5624; 30·e^∓(1.28155·0.5624) = 14.6 and 61.7.
  // b has three, of 30: weight 0.46875/0.62875; spread √(0.16 + 0.15625·0.16/0.62875) = 0.44695; 30·e^∓0.57279 = 16.919 and 53.196.
  // a has 30, 30 and 60: (0.15625·(2·3.4012 + 4.0943) + 0.16·3.4012)/0.62875 = 3.57345: 35.64 days.
  const forecast = [
    'account_id',
    'valid_from',
    'valid_to',
    'orders',
    'learned_from',
    'own_weight',
    'expected_days',
    'lower_days',
    'upper_days',
  ];
  const whole = ['level', ...forecast];
  expect((await rows('order_forecast', whole)).filter(([level]) => level === 'account').map((row) => row.slice(1))).toEqual([
    ['a', '2023-05-01T08:00:00Z', null, 4, 6, 0.746, 35.639, 20.099, 63.196],
    ['b', '2023-04-01', null, 4, 6, 0.746, 30, 16.919, 53.196],
    ['d', '2023-04-10', null, 1, 6, 0, 30, 14.592, 61.676],
  ]);
  // To whole days, the upper bound up; lost after 365 days, as 99 of 100 would have ordered by 30·e^(2.32635·0.5624) = 111.
  const dates = ['account_id', 'level', 'product_id', 'expected_on', 'lower_on', 'upper_on', 'lapsed_on'];
  expect((await rows('order_forecast', dates)).filter(([account]) => account === 'd')).toEqual([
    ['d', 'account', null, '2023-05-10', '2023-04-25', '2023-06-11', '2024-04-10'],
    ['d', 'product', 'paper', '2023-05-10', '2023-04-24', '2023-06-16', '2024-04-10'],
  ]);
  await company.close();
});

test.each(engineNames)('the next order ends a forecast, and later intervals do not change what was said, in %s', async (engine) => {
  const more = [...given.order, order('d3', 'd', '2023-04-20'), order('d4', 'd', '2023-07-20')];
  const company = await loadCompany(
    engine,
    { order: more },
    { reads: ['interval_model', 'order_forecast'], settings: { customer: { active_days: 30 } } },
  );
  const columns = ['account_id', 'valid_from', 'valid_to', 'expected_on', 'upper_on', 'lapsed_on'];
  const [first, second, third] = (await rowsOf(company, 'order_forecast', columns)).filter(([account]) => account === 'd');
  expect(first).toEqual(['d', '2023-04-10', '2023-04-20', '2023-05-10', '2023-06-11', '2023-07-31']);
  // One interval of 10: (0.15625·2.302585 + 0.16·3.401197)/0.31625 = 2.858413: 17.4 days.
  expect(second?.slice(0, 4)).toEqual(['d', '2023-04-20', '2023-07-20', '2023-05-07']);
  // The third quarter knows ten intervals: it learned from what ended in the second.
  expect(third?.[1]).toBe('2023-07-20');
  await company.close();
});
