import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const columns = ['account_id', 'ordinal', 'valid_from', 'valid_to', 'origin', 'first_paid_at'];

describe.each(engineNames)('customer_span in %s', (engine) => {
  test('contracts that meet are one span', async () => {
    const company = await loadCompany(
      engine,
      {
        account: [{ id: 'gone', deleted_at: '2024-06-01' }, { id: 'overlap' }],
        contract: [
          { id: '1', account_id: 'overlap', started_at: '2024-01-01', ends_at: '2024-06-30' },
          { id: '2', account_id: 'overlap', started_at: '2024-03-01', cancelled_at: '2024-09-01', cancel_reason: 'price' },
          { id: '3', account_id: 'touch', started_at: '2023-01-01', ends_at: '2023-12-31' },
          { id: '4', account_id: 'touch', started_at: '2024-01-01', ends_at: '2024-12-31' },
          {
            id: '5',
            account_id: 'gap',
            started_at: '2023-01-01',
            ends_at: '2023-12-31',
            cancelled_at: '2023-10-01',
            cancel_reason: 'service',
          },
          { id: '6', account_id: 'gap', started_at: '2024-01-01' },
          { id: '7', account_id: 'linked', started_at: '2023-01-01', ends_at: '2023-06-30' },
          { id: '8', account_id: 'linked', started_at: '2023-09-01', ends_at: '2024-08-31', previous_id: '7' },
          { id: '9', account_id: 'renewed', started_at: '2023-01-01', ends_at: '2023-12-31', renewed_at: '2023-12-01' },
          { id: '10', account_id: 'nothing', started_at: '2024-01-01', cancelled_at: '2024-01-01' },
          { id: '11', account_id: 'nothing', created_at: '2024-02-01T10:00:00Z', cancelled_at: '2024-02-01T15:00:00Z' },
          { id: '12', account_id: 'inside', started_at: '2024-01-01', ends_at: '2024-12-31' },
          { id: '13', account_id: 'inside', started_at: '2024-02-01', cancelled_at: '2024-03-01', cancel_reason: 'x' },
          { id: '14', account_id: 'gone', started_at: '2024-01-01' },
          { id: '15', started_at: '2024-01-01' },
          { id: '16', account_id: 'overlap', started_at: '2022-01-01', is_test: true },
        ],
      },
      { reads: ['customer_span'] },
    );
    expect(await rowsOf(company, 'customer_span', [...columns, 'cancel_reason'])).toEqual([
      ['gap', 1, '2023-01-01', '2023-10-01', 'contract', '2023-01-01', 'service'],
      ['gap', 2, '2024-01-01', null, 'contract', '2023-01-01', null],
      ['inside', 1, '2024-01-01', '2024-12-31', 'contract', '2024-01-01', null],
      ['linked', 1, '2023-01-01', '2024-08-31', 'contract', '2023-01-01', null],
      ['nothing', 1, '2024-02-01T10:00:00Z', '2024-02-01T15:00:00Z', 'contract', '2024-02-01T10:00:00Z', null],
      ['overlap', 1, '2024-01-01', '2024-09-01', 'contract', '2024-01-01', 'price'],
      ['renewed', 1, '2023-01-01', null, 'contract', '2023-01-01', null],
      ['touch', 1, '2023-01-01', '2024-12-31', 'contract', '2023-01-01', null],
    ]);
    await company.close();
  });

  test('without contracts: orders, with the window of the workspace', async () => {
    const company = await loadCompany(
      engine,
      {
        contact: [{ id: 'p1', account_id: 'by-contact' }, { id: 'p2' }],
        contract: [{ id: '1', account_id: 'contract', started_at: '2024-05-01' }],
        order: [
          // 10 days later the account is still a customer, 11 days later it had been lost that very day.
          { id: '1', account_id: 'keeps', ordered_at: '2024-03-01' },
          { id: '2', account_id: 'keeps', ordered_at: '2024-03-11T20:00:00Z' },
          { id: '3', account_id: 'returns', ordered_at: '2024-03-01' },
          { id: '4', account_id: 'returns', ordered_at: '2024-03-12T20:00:00Z' },
          // 31 March 2024 has 23 hours in Madrid: the day after begins at 22:00 UTC.
          { id: '5', account_id: 'dst', ordered_at: '2024-03-21T12:00:00Z' },
          { id: '6', account_id: 'cancelled', ordered_at: '2024-03-01', status: 'cancelled' },
          { id: '7', account_id: 'return', ordered_at: '2024-03-01', is_return: true },
          { id: '8', contact_id: 'p1', ordered_at: '2024-03-01', status: 'completed' },
          { id: '9', contact_id: 'p2', ordered_at: '2024-03-01' },
          { id: '10', account_id: 'contract', ordered_at: '2024-01-01' },
          { id: '11', account_id: 'no-time' },
        ],
      },
      { reads: ['customer_span'], settings: { customer: { active_days: 10 } } },
    );
    expect(await rowsOf(company, 'customer_span', columns)).toEqual([
      ['by-contact', 1, '2024-03-01', '2024-03-12', 'order', '2024-03-01'],
      ['contract', 1, '2024-05-01', null, 'contract', '2024-01-01'],
      ['dst', 1, '2024-03-21T12:00:00Z', '2024-04-01', 'order', '2024-03-21T12:00:00Z'],
      ['keeps', 1, '2024-03-01', '2024-03-22', 'order', '2024-03-01'],
      ['returns', 1, '2024-03-01', '2024-03-12', 'order', '2024-03-01'],
      ['returns', 2, '2024-03-12T20:00:00Z', '2024-03-23', 'order', '2024-03-01'],
    ]);
    const [dst] = await company.query(`select valid_to from ${company.relation('customer_span')} where account_id = 'dst'`);
    expect(dst).toEqual({ valid_to: '2024-03-31T22:00:00Z' });
    await company.close();
  });

  test('payments say who has paid, and stand in where there is nothing else', async () => {
    const company = await loadCompany(
      engine,
      {
        invoice: [{ id: 'i1', account_id: 'by-invoice' }],
        order: [
          { id: '1', account_id: 'paid', ordered_at: '2024-01-10' },
          { id: '2', account_id: 'unpaid', ordered_at: '2024-01-10' },
          { id: '3', _source: 'shop', account_id: 'elsewhere', ordered_at: '2024-01-10' },
        ],
        payment: [
          { id: '1', account_id: 'paid', paid_at: '2024-02-20', amount: 10 },
          { id: '2', account_id: 'paid', paid_at: '2024-02-10', amount: -10 },
          { id: '3', account_id: 'paid', paid_at: '2024-02-15T08:00:00Z', amount: 10 },
          { id: '4', invoice_id: 'i1', paid_at: '2024-03-01', amount: 10 },
          { id: '5', invoice_id: 'none', paid_at: '2024-03-01', amount: 10 },
        ],
      },
      { reads: ['customer_span'] },
    );
    expect(await rowsOf(company, 'customer_span', columns)).toEqual([
      ['by-invoice', 1, '2024-03-01', '2025-03-02', 'payment', '2024-03-01'],
      ['elsewhere', 1, '2024-01-10', '2025-01-10', 'order', '2024-01-10'],
      ['paid', 1, '2024-01-10', '2025-01-10', 'order', '2024-02-15T08:00:00Z'],
      ['unpaid', 1, '2024-01-10', '2025-01-10', 'order', null],
    ]);
    await company.close();
  });
});
