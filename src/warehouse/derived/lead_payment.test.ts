import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

describe.each(engineNames)('lead_payment in %s', (engine) => {
  test('the first payment of the account that a lead became, unless it came before the lead', async () => {
    const company = await loadCompany(
      engine,
      {
        account: ['late', 'early', 'same', 'none'].map((id) => ({ id })),
        lead: [
          { id: '1', source: 'Web', created_at: '2024-01-05', converted_account_id: 'late' },
          { id: '2', created_at: '2024-01-05', converted_account_id: 'early' },
          { id: '3', created_at: '2024-01-05T12:00:00Z', converted_account_id: 'same' },
          { id: '4', created_at: '2024-01-05', converted_account_id: 'none' },
          { id: '5', created_at: '2024-01-05' },
          { id: '6', created_at: '2024-01-05', converted_account_id: 'late', is_test: true },
        ],
        order: [
          { account_id: 'late', ordered_at: '2024-02-10' },
          { account_id: 'late', ordered_at: '2024-03-10' },
          { account_id: 'early', ordered_at: '2023-12-10' },
          { account_id: 'early', ordered_at: '2024-02-10' },
          { account_id: 'same', ordered_at: '2024-01-05' },
        ],
      },
      { reads: ['lead_payment'] },
    );
    expect(await rowsOf(company, 'lead_payment', ['lead_id', 'account_id', 'source', 'paid_at'])).toEqual([
      ['1', 'late', 'Web', '2024-02-10'],
      ['2', 'early', null, null],
      ['3', 'same', null, '2024-01-05'],
      ['4', 'none', null, null],
      ['5', null, null, null],
    ]);
    await company.close();
  });

  test('leads without any customer have a row all the same', async () => {
    const company = await loadCompany(engine, { lead: [{ id: '1', created_at: '2024-01-05' }] }, { reads: ['lead_payment'] });
    expect(await rowsOf(company, 'lead_payment', ['lead_id', 'paid_at'])).toEqual([['1', null]]);
    await company.close();
  });
});
