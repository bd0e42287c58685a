import { expect, test } from 'vitest';
import { settingsSchema } from '../../model/settings.ts';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const settings = settingsSchema.parse({ rfm: { months: 2 }, segments: { best: { of: 'account', rfm: 'champions' } } });
const columns = ['account_id', 'valid_from', 'valid_to', 'recency', 'frequency', 'amount', 'class'];

/** Five accounts in January, each better than the one before in all three; in February only the first buys, twice. */
const given = {
  order: [
    ...['a', 'b', 'c', 'd', 'e'].flatMap((account, index) =>
      Array.from({ length: index + 1 }, (_, time) => ({
        id: `${account}${time}`,
        account_id: account,
        ordered_at: `2024-01-0${index + 1}`,
        amount: 10,
      })),
    ),
    { id: 'a-1', account_id: 'a', ordered_at: '2024-02-29T22:59:00Z', amount: 500 },
    // Already March in Madrid.
    { id: 'a-2', account_id: 'a', ordered_at: '2024-02-29T23:30:00Z', amount: 500 },
    { id: 'gone', account_id: 'f', ordered_at: '2024-02-10', status: 'cancelled', amount: 500 },
    { id: 'back', account_id: 'f', ordered_at: '2024-02-10', is_return: true, amount: 500 },
  ],
};

test.each(engineNames)('scores at the end of each month in %s', async (engine) => {
  const company = await loadCompany(engine, given, { reads: ['account_rfm'], settings, exportedAt: '2024-04-15' });
  expect(await rowsOf(company, 'account_rfm', columns)).toEqual([
    // January: w = 0 … 4 of 5, so 1 … 5 in everything. The mean of frequency and amount is the same.
    ['a', '2024-02-01', '2024-03-01', 1, 1, 1, 'lost'],
    // February: the latest; 2 orders like b, of which only … a and b have 2, c 3, d 4, e 5: none is worse. 510: four are worse.
    ['a', '2024-03-01', '2024-04-01', 5, 1, 5, 'loyal'],
    // March: February and March: alone, since all others bought in January only.
    ['a', '2024-04-01', null, 1, 1, 1, 'lost'],
    ['b', '2024-02-01', '2024-03-01', 2, 2, 2, 'hibernating'],
    ['b', '2024-03-01', '2024-04-01', 1, 1, 1, 'lost'],
    ['c', '2024-02-01', '2024-03-01', 3, 3, 3, 'needs_attention'],
    ['c', '2024-03-01', '2024-04-01', 2, 3, 2, 'at_risk'],
    ['d', '2024-02-01', '2024-03-01', 4, 4, 4, 'champions'],
    ['d', '2024-03-01', '2024-04-01', 3, 4, 3, 'loyal'],
    ['e', '2024-02-01', '2024-03-01', 5, 5, 5, 'champions'],
    ['e', '2024-03-01', '2024-04-01', 4, 5, 4, 'champions'],
  ]);
  const then = await company.world({ asOf: '2024-03-15' });
  const seen = await company.query(
    `select account_id, class, valid_to from ${then.relation('account_rfm')} where valid_to is null order by 1`,
  );
  expect(seen.map((row) => [row.account_id, row.class])).toEqual([
    ['a', 'loyal'],
    ['b', 'lost'],
    ['c', 'at_risk'],
    ['d', 'loyal'],
    ['e', 'champions'],
  ]);
  await company.close();
});

test.each(engineNames)(
  'equals score the same, an amount without a rate counts as nothing, the last month has to be over in %s',
  async (engine) => {
    const company = await loadCompany(
      engine,
      {
        exchange_rate: [{ id: 'r', from_currency: 'USD', to_currency: 'EUR', on: '2024-01-01', rate: 0.5 }],
        order: [
          { id: '1', account_id: 'a', ordered_at: '2024-01-10', amount: 100 },
          { id: '2', account_id: 'b', ordered_at: '2024-01-10', amount: 200, currency: 'USD' },
          { id: '3', account_id: 'c', ordered_at: '2024-01-20', amount: 900, currency: 'GBP' },
          { id: '4', _source: 'shop', account_id: 'a', ordered_at: '2024-01-20' },
        ],
      },
      { reads: ['account_rfm'], settings, exportedAt: '2024-02-28' },
    );
    expect(await rowsOf(company, 'account_rfm', ['_source', ...columns])).toEqual([
      // Of four: c and the shop's a are later than two, 1 + ⌊5 · 2 / 4⌋ = 3; all have one order; 100 € twice against nothing twice.
      ['shop', 'a', '2024-02-01', null, 3, 1, 1, 'about_to_sleep'],
      ['src', 'a', '2024-02-01', null, 1, 1, 3, 'lost'],
      ['src', 'b', '2024-02-01', null, 1, 1, 3, 'lost'],
      ['src', 'c', '2024-02-01', null, 3, 1, 1, 'about_to_sleep'],
    ]);
    await company.close();
  },
);

test.each(engineNames)('nobody is scored where no segment asks for it in %s', async (engine) => {
  const company = await loadCompany(engine, given, { reads: ['account_rfm'], exportedAt: '2024-04-15' });
  expect(await rowsOf(company, 'account_rfm', columns)).toEqual([]);
  await company.close();
});
