import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

test.each(engineNames)('balances over time in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      invoice: [
        { id: 'a-part', amount: 100, issued_on: '2024-01-10', status: 'open', due_on: '2024-02-10' },
        { id: 'b-full', amount: 100.1, issued_on: '2024-01-10' },
        { id: 'c-date', amount: 100, issued_on: '2024-01-10', status: 'paid', paid_at: '2024-02-01T09:00:00Z' },
        { id: 'd-open', amount: 100, issued_on: '2024-01-10', status: 'open' },
        { id: 'e-balance', amount: 100, balance: 30, issued_on: '2024-01-10', status: 'open' },
        { id: 'f-paid-when', amount: 100, issued_on: '2024-01-10', status: 'paid' },
        { id: 'g-nothing-left', amount: 100, balance: 0, issued_on: '2024-01-10' },
        { id: 'h-void', amount: 100, issued_on: '2024-01-10', status: 'void' },
        { id: 'i-draft', amount: 100, issued_on: '2024-01-10', status: 'draft' },
        { id: 'j-before', amount: 100, issued_on: '2024-01-10', status: 'open' },
        { id: 'k-status', amount: 100, issued_on: '2024-01-10', status: 'paid' },
        { id: 'l-created', amount: 100, created_at: '2024-01-10T09:00:00Z', status: 'open' },
        { id: 'm-unknown', amount: 100, status: 'open' },
        { id: 'n-credit', amount: -50, issued_on: '2024-01-10', status: 'open' },
        { id: 'o-refund', amount: 100, issued_on: '2024-01-10' },
        { id: 'p-short', amount: 100, issued_on: '2024-01-10', paid_at: '2024-03-01' },
      ],
      payment: [
        { invoice_id: 'a-part', amount: 40, paid_at: '2024-01-20T09:00:00Z' },
        { invoice_id: 'b-full', amount: 0.1, paid_at: '2024-01-20' },
        { invoice_id: 'b-full', amount: 50, paid_at: '2024-01-20' },
        { invoice_id: 'b-full', amount: 50, paid_at: '2024-02-20' },
        { invoice_id: 'j-before', amount: 25, paid_at: '2024-01-01' },
        { invoice_id: 'k-status', amount: 90, paid_at: '2024-02-01' },
        { invoice_id: 'o-refund', amount: 100, paid_at: '2024-02-01' },
        { invoice_id: 'o-refund', amount: -20, paid_at: '2024-02-10' },
        { invoice_id: 'p-short', amount: 60, paid_at: '2024-02-01' },
        { invoice_id: 'p-short', amount: 60, paid_at: '2024-02-01', deleted_at: '2024-02-02' },
      ],
    },
    { reads: ['receivable_span'], exportedAt: '2024-03-31' },
  );
  expect(await rowsOf(company, 'receivable_span', ['invoice_id', 'valid_from', 'valid_to', 'balance', 'start_unknown'])).toEqual([
    ['a-part', '2024-01-10', '2024-01-20T09:00:00Z', 100, false],
    ['a-part', '2024-01-20T09:00:00Z', null, 60, false],
    ['b-full', '2024-01-10', '2024-01-20', 100.1, false],
    ['b-full', '2024-01-20', '2024-02-20', 50, false],
    ['c-date', '2024-01-10', '2024-02-01T09:00:00Z', 100, false],
    ['d-open', '2024-01-10', null, 100, false],
    ['e-balance', '2024-01-10', '2024-03-31T21:59:59Z', 100, false],
    ['e-balance', '2024-03-31T21:59:59Z', null, 30, false],
    ['j-before', '2024-01-10', null, 75, false],
    ['k-status', '2024-01-10', '2024-02-01', 100, false],
    ['l-created', '2024-01-10', null, 100, false],
    ['m-unknown', '2024-03-31T21:59:59Z', null, 100, true],
    ['n-credit', '2024-01-10', null, -50, false],
    ['o-refund', '2024-01-10', '2024-02-01', 100, false],
    ['o-refund', '2024-02-10', null, 20, false],
    ['p-short', '2024-01-10', '2024-02-01', 100, false],
    ['p-short', '2024-02-01', '2024-03-01', 40, false],
  ]);
  expect((await company.query(`select valid_from from ${company.relation('receivable_span')} where invoice_id = 'd-open'`))[0]).toEqual({
    valid_from: '2024-01-09T23:00:00Z',
  });
  await company.close();
});
