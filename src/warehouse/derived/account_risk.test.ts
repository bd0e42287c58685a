import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

const contract = (account_id: string, more: Readonly<Record<string, string | number>> = {}) => ({
  id: `k-${account_id}`,
  account_id,
  started_at: '2023-01-01',
  amount: 100,
  period: 'month',
  ...more,
});
const call = (account_id: string, occurred_at: string, more: Readonly<Record<string, string>> = {}) => ({
  type: 'call',
  account_id,
  occurred_at,
  ...more,
});

const columns = ['account_id', 'valid_from', 'valid_to', 'signals', 'score', 'revenue'];

test.each(engineNames)('signs that customers may leave, in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      contact: [{ id: 'ann', account_id: 'a' }],
      contract: [contract('a'), contract('b', { cancelled_at: '2023-02-20' }), contract('c'), contract('d')],
      ticket: [
        // For the contact's account, twice: one complaint that holds from 10 January to 90 days after 1 February, 2 May.
        { id: 't1', contact_id: 'ann', type: 'complaint', opened_at: '2023-01-10T10:00:00Z' },
        { id: 't2', account_id: 'a', type: 'complaint', opened_at: '2023-02-01' },
        { id: 't3', account_id: 'b', type: 'question', topic: 'Permanencia', opened_at: '2023-02-01' },
        { id: 't4', account_id: 'nobody', type: 'complaint', opened_at: '2023-02-01' },
        { id: 't5', account_id: 'd', type: 'complaint', opened_at: '2023-02-01', deleted_at: '2023-02-02' },
      ],
      activity: [
        call('a', '2023-03-01', { topic: 'Quiere darse de baja', direction: 'out' }),
        // Not a sign: a sales call, a mail, a word within another.
        call('c', '2023-03-01', { topic: 'cancel', purpose: 'sales' }),
        { ...call('c', '2023-03-01', { topic: 'cancel' }), type: 'email' },
        call('c', '2023-03-01', { topic: 'Close the deal', subject: 'trabaja' }),
        // Five calls from 1 to 20 June: frequent from the 20th until 30 days after the 1st; on the 21st the last five are from the 5th.
        ...['01', '05', '10', '15', '20', '21'].map((day) => call('c', `2023-06-${day}`, { direction: 'in' })),
        ...['01', '02', '03', '04', '05'].map((day) => call('d', `2023-06-${day}`, { direction: 'out' })),
      ],
    },
    { reads: ['account_risk'], exportedAt: '2023-12-31' },
  );
  expect(await rowsOf(company, 'account_risk', columns)).toEqual([
    ['a', '2023-01-10', '2023-03-01', 1, 25, 1200],
    ['a', '2023-03-01', '2023-05-02', 2, 65, 1200],
    ['a', '2023-05-02', '2023-08-28', 1, 40, 1200],
    // No customer any more from 20 February.
    ['b', '2023-02-01', '2023-02-20', 1, 25, 1200],
    ['c', '2023-06-20', '2023-07-05', 1, 15, 1200],
  ]);
  const signals = ['account_id', 'valid_from', 'complaint', 'closing_calls', 'contract_calls', 'frequent_calls', 'unpaid_invoice'];
  expect((await rowsOf(company, 'account_risk', signals)).map((row) => row.slice(2))).toEqual([
    [true, false, false, false, false],
    [true, true, false, false, false],
    [false, true, false, false, false],
    [false, false, true, false, false],
    [false, false, false, true, false],
  ]);
  await company.close();
});

test.each(engineNames)('late orders, low answers and unpaid invoices, in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      // Every 30 days in the first quarter; then the second quarter's forecast has a window of 16.9 to 53.2 days (see order_forecast).
      order: ['a', 'b', 'c'].flatMap((account_id) =>
        ['2023-01-01', '2023-01-31', '2023-03-02', ...(account_id === 'a' ? ['2023-04-01'] : [])].map((ordered_at) => ({
          account_id,
          ordered_at,
          amount: 50,
        })),
      ),
      survey_response: [
        { account_id: 'b', kind: 'nps', score: 6, responded_at: '2023-05-01' },
        { account_id: 'b', kind: 'nps', score: 7, responded_at: '2023-05-11' },
        { account_id: 'b', kind: 'csat', score: 3, responded_at: '2023-05-01' },
        { account_id: 'c', kind: 'ces', score: 6, scale_min: 1, scale_max: 7, polarity: 'low_is_good', responded_at: '2023-05-01' },
      ],
      invoice: [
        { id: 'i1', account_id: 'b', amount: 50, issued_on: '2023-05-01', due_on: '2023-05-31', paid_at: '2023-06-10' },
        { id: 'i2', account_id: 'b', amount: 50, issued_on: '2023-05-01', due_on: '2023-05-31', paid_at: '2023-05-20' },
      ],
    },
    { reads: ['account_risk'], exportedAt: '2023-06-30' },
  );
  const rows = await rowsOf(company, 'account_risk', [...columns, 'overdue_order', 'low_survey', 'unpaid_invoice']);
  expect(rows).toEqual([
    // 1 April + 54 days is the last day of the window; sales of a year: four orders of 50.
    ['a', '2023-05-26', null, 1, 15, 200, true, false, false],
    ['b', '2023-05-01', '2023-05-11', 1, 20, 150, false, true, false],
    ['b', '2023-06-01', '2023-06-10', 1, 15, 150, false, false, true],
    ['c', '2023-05-01', null, 1, 20, 150, false, true, false],
  ]);
  await company.close();
});
