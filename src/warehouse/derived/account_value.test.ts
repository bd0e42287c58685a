import { expect, test } from 'vitest';
import { type BgNbd, expectedOrders, fitBgNbd, probabilityAlive } from '../../estimators/bg_nbd.ts';
import { expectedSpend } from '../../estimators/gamma_gamma.ts';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const round = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value);
const columns = [
  'account_id',
  'valid_from',
  'valid_to',
  'is_latest',
  'method',
  'p_alive',
  'expected_revenue',
  'future_revenue',
  'historical_revenue',
];

test.each(engineNames)('the value of contracts, in %s', async (engine) => {
  const contract = (account_id: string, started_at: string, more: Readonly<Record<string, string>> = {}) => ({
    id: `k-${account_id}`,
    account_id,
    started_at,
    amount: 100,
    period: 'month',
    ...more,
  });
  const company = await loadCompany(
    engine,
    {
      account: [{ id: 'gone', deleted_at: '2023-01-01' }],
      contract: [
        contract('a', '2022-01-01'),
        contract('b', '2022-01-01', { cancelled_at: '2023-03-31' }),
        contract('gone', '2022-01-01'),
        contract('new', '2023-06-29'),
      ],
      order: [{ account_id: 'a', ordered_at: '2023-05-01', amount: 300, cost: 210 }],
    },
    { reads: ['account_value', 'buyer_model'], exportedAt: '2023-06-30' },
  );
  const rows = (await rowsOf(company, 'account_value', columns)).map((row) => row.map(round));
  // Retention of the year to 30 June 2023: of a and b, a: (1 + 4)/(2 + 5) = 5/7. Year k: 1200·r^(k−1)·(1 + r)/2; the first 1028.5714.
  // Five years: 1028.5714·Σ (5/7)^(k−1)/1.1^(k−½) = 1028.5714·(0.953463 + 0.619132 + 0.402034 + 0.261061 + 0.169520) = 2473.9346
  expect(rows.filter(([, from]) => from === '2023-06-30')).toEqual([
    ['a', '2023-06-30', null, true, 'contract', 1, 1028.5714, expect.closeTo(2473.93, 1), 300],
    // 454 days from 1 January 2022 to 31 March 2023 at 1200/365.
    ['b', '2023-06-30', null, true, 'contract', 0, 0, 0, 1492.6027],
    ['new', '2023-06-30', null, true, 'contract', 1, 1028.5714, expect.closeTo(2473.93, 1), round(2400 / 365)],
  ]);
  // At the end of 2022 nobody had left: (2 + 4)/7 with two of two — but a year before there was none yet: 4/5.
  expect(rows.find(([account, from]) => account === 'a' && from === '2022-12-31')).toEqual([
    'a',
    '2022-12-31',
    '2023-03-31',
    false,
    'contract',
    1,
    1080,
    expect.any(Number),
    1200,
  ]);
  expect(rows.filter(([account]) => account === 'new')).toHaveLength(1);
  // Margin: the only known cost, 90 of 300, of a's own and of all.
  const margins = await rowsOf(company, 'account_value', [
    'account_id',
    'valid_from',
    'margin_rate',
    'expected_margin',
    'historical_margin',
  ]);
  expect(margins.filter(([, from]) => from === '2023-06-30').map((row) => row.map(round))).toEqual([
    ['a', '2023-06-30', 0.3, round(0.3 * 1028.571429), 90],
    ['b', '2023-06-30', 0.3, 0, round(0.3 * 1492.60274)],
    ['new', '2023-06-30', 0.3, round(0.3 * 1028.571429), round((0.3 * 2400) / 365)],
  ]);
  await company.close();
});

/** Forty accounts that began on 2 January 2023; each fourth never came back, the others every so many weeks, some not for long. */
const buyers = Array.from({ length: 40 }, (_, index) => {
  const every = 3 + (index % 5);
  const times = index % 4 === 0 ? 0 : 1 + (index % 7);
  return { id: `a${index}`, weeks: Array.from({ length: times + 1 }, (__, nth) => nth * every), amount: 50 + 10 * (index % 11) };
});
const dayOf = (week: number): string =>
  Temporal.PlainDate.from('2023-01-02')
    .add({ days: 7 * week })
    .toString();

test.each(engineNames)('the value of customers who buy without a contract, in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      order: buyers.flatMap(({ id, weeks, amount }) => weeks.map((week) => ({ account_id: id, ordered_at: dayOf(week), amount }))),
    },
    { reads: ['account_value', 'buyer_model'], exportedAt: dayOf(52) },
  );
  const [model] = (
    await rowsOf(company, 'buyer_model', [
      'snapshot_on',
      'kind',
      'customers',
      'bg_r',
      'bg_alpha',
      'bg_a',
      'bg_b',
      'spend_p',
      'spend_q',
      'spend_v',
    ])
  ).filter(([on, kind]) => on === dayOf(52) && kind === 'snapshot');
  const [, , customers, r, alpha, a, b, p, q, v] = model ?? [];
  const fit = fitBgNbd(buyers.map(({ weeks }) => ({ x: weeks.length - 1, tx: weeks.at(-1) ?? 0, t: 52, count: 1 })));
  const parameters: BgNbd = { r: Number(r), alpha: Number(alpha), a: Number(a), b: Number(b) };
  expect(customers).toBe(40);
  expect(parameters.r).toBeCloseTo(fit.parameters?.r ?? 0, 6);
  expect(parameters.alpha).toBeCloseTo(fit.parameters?.alpha ?? 0, 6);

  const told = await rowsOf(company, 'account_value', [
    'account_id',
    'valid_from',
    'method',
    'orders',
    'p_alive',
    'expected_orders',
    'expected_revenue',
    'last_bought_at',
  ]);
  const latest = told.filter(([, from]) => from === dayOf(52));
  expect(latest).toHaveLength(40);
  for (const { id, weeks, amount } of buyers.slice(0, 8)) {
    const row = latest.find(([account]) => account === id);
    const seen = { x: weeks.length - 1, tx: weeks.at(-1) ?? 0, t: 52 };
    const orders = expectedOrders(parameters, seen, 365.25 / 7);
    // Only orders after the first tell what the next ones are worth.
    const spend = expectedSpend({ p: Number(p), q: Number(q), v: Number(v) }, seen.x, amount);
    expect(row?.slice(2, 4)).toEqual(['bg_nbd', weeks.length]);
    expect(Number(row?.[4])).toBeCloseTo(probabilityAlive(parameters, seen), 8);
    expect(Number(row?.[5])).toBeCloseTo(orders, 8);
    expect(Number(row?.[6])).toBeCloseTo(orders * spend, 3);
    expect(row?.[7]).toBe(dayOf(seen.tx));
  }
  await company.close();
});

test('few customers are told from history alone', async () => {
  const company = await loadCompany(
    'duckdb',
    { order: [{ account_id: 'a', ordered_at: '2023-05-01', amount: 300 }] },
    { reads: ['account_value', 'buyer_model'] },
  );
  expect(await rowsOf(company, 'account_value', [...columns, 'value_revenue', 'margin_rate'])).toEqual([
    ['a', '2023-05-01', null, true, 'bg_nbd', null, null, null, 300, null, null],
  ]);
  await company.close();
});
