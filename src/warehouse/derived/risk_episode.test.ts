import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

test.each(engineNames)('times at risk and what came of them in %s', async (engine) => {
  const contract = (account_id: string, more: Readonly<Record<string, string>> = {}) => ({
    ...{ id: `k${account_id}`, account_id, started_at: '2022-01-01', amount: 100, period: 'month' },
    ...more,
  });
  const complaint = (account_id: string, opened_at: string) => ({ account_id, type: 'complaint', opened_at });
  const company = await loadCompany(
    engine,
    {
      contract: [contract('a'), contract('b', { cancelled_at: '2023-03-20' }), contract('c')],
      ticket: [complaint('a', '2023-01-10'), complaint('a', '2023-08-01'), complaint('b', '2023-03-01'), complaint('nobody', '2023-03-01')],
      activity: [
        { type: 'call', account_id: 'a', topic: 'darse de baja', occurred_at: '2023-02-01' },
        { type: 'call', account_id: 'c', topic: 'permanencia', occurred_at: '2023-05-01T10:00:00Z' },
      ],
      retention_action: [
        { id: 'r1', account_id: 'a', type: 'gift', acted_at: '2023-01-20T09:00:00Z' },
        { id: 'r2', account_id: 'a', type: 'call', acted_at: '2023-01-15' },
        { id: 'r3', account_id: 'a', type: 'promotion', acted_at: '2023-09-15' },
        { id: 'r4', account_id: 'c', type: 'call', acted_at: '2023-05-31' },
        { id: 'r5', account_id: 'b', type: 'call', acted_at: '2023-03-02', is_test: true },
      ],
    },
    { reads: ['risk_episode'], exportedAt: '2023-12-31' },
  );
  const columns = ['account_id', 'started_at', 'ended_at', 'score', 'score_band', 'revenue', 'acted_at', 'action_type', 'lost_at'];
  expect(await rowsOf(company, 'risk_episode', columns)).toEqual([
    // The complaint holds until 10 April, the call about leaving to 30 July: one stretch; the second complaint comes a day after that.
    ['a', '2023-01-10', '2023-07-31', 25, '25-39', 1200, '2023-01-15', 'call', null],
    ['a', '2023-08-01', '2023-10-30', 25, '25-39', 1200, null, null, null],
    ['b', '2023-03-01', '2023-03-20', 25, '25-39', 1200, null, null, '2023-03-20'],
    ['c', '2023-05-01', '2023-07-30', 25, '25-39', 1200, '2023-05-31', 'call', null],
  ]);
  await company.close();
});
