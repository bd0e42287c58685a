import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

test.each(engineNames)('an account goes through its stages in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      lead: [
        { id: '1', converted_account_id: 'a', created_at: '2024-01-01' },
        { id: '2', converted_account_id: 'a', created_at: '2024-01-05' },
        { id: '3', converted_account_id: 'b', created_at: '2024-02-01' },
        { id: '4', created_at: '2024-01-01' },
      ],
      opportunity: [
        { id: '1', account_id: 'a', created_at: '2024-01-10', status: 'open' },
        { id: '2', account_id: 'b', created_at: '2024-01-10', status: 'open' },
        { id: '3', account_id: 'a', created_at: '2024-06-01', status: 'open' },
      ],
      order: [
        { id: '1', account_id: 'a', ordered_at: '2024-01-20' },
        { id: '2', account_id: 'a', ordered_at: '2024-09-01' },
        { id: '3', account_id: 'c', ordered_at: '2024-01-10' },
      ],
    },
    { reads: ['account_stage_span'], settings: { customer: { active_days: 10 } } },
  );
  expect(await rowsOf(company, 'account_stage_span', ['account_id', 'valid_from', 'valid_to', 'stage', 'previous_stage'])).toEqual([
    ['a', '2024-01-01', '2024-01-10', 'lead', null],
    ['a', '2024-01-10', '2024-01-20', 'opportunity', 'lead'],
    ['a', '2024-01-20', '2024-01-31', 'customer', 'opportunity'],
    ['a', '2024-01-31', '2024-09-01', 'lapsed', 'customer'],
    ['a', '2024-09-01', '2024-09-12', 'customer', 'lapsed'],
    ['a', '2024-09-12', null, 'lapsed', 'customer'],
    ['b', '2024-01-10', null, 'opportunity', null],
    ['c', '2024-01-10', '2024-01-21', 'customer', null],
    ['c', '2024-01-21', null, 'lapsed', 'customer'],
  ]);
  await company.close();
});

test.each(engineNames)('who lapses and buys again on the same day has not lapsed in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      order: [
        { account_id: 'a', ordered_at: '2024-01-10' },
        { account_id: 'a', ordered_at: '2024-02-10' },
      ],
    },
    { reads: ['account_stage_span'], settings: { customer: { active_days: 30 } }, exportedAt: '2024-04-01' },
  );
  expect(await rowsOf(company, 'account_stage_span', ['stage', 'previous_stage', 'valid_from', 'valid_to'])).toEqual([
    ['customer', null, '2024-01-10', '2024-02-10'],
    ['customer', 'customer', '2024-02-10', '2024-03-12'],
    ['lapsed', 'customer', '2024-03-12', null],
  ]);
  await company.close();
});
