import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

describe.each(engineNames)('lead_nurturing in %s', (engine) => {
  test('touches up to the decision', async () => {
    const nurturing = { purpose: 'nurturing', type: 'email', direction: 'out' };
    const company = await loadCompany(
      engine,
      {
        lead: [
          { id: 'won', source: 'Web', created_at: '2024-01-01', lost_at: '2024-01-10', converted_at: '2024-01-20T12:00:00Z' },
          { id: 'lost', created_at: '2024-01-01', lost_at: '2024-01-10' },
          { id: 'back', created_at: '2024-01-01', lost_at: '2024-01-10', reopened_at: '2024-01-15' },
          { id: 'again', created_at: '2024-01-01', lost_at: '2024-01-10', reopened_at: '2024-01-05' },
          { id: 'quiet', created_at: '2024-01-01' },
          { id: 'test', created_at: '2024-01-01', is_test: true },
        ],
        activity: [
          { ...nurturing, lead_id: 'won', occurred_at: '2024-01-20T12:00:00Z' },
          { ...nurturing, lead_id: 'won', occurred_at: '2024-01-20T12:00:01Z' },
          { ...nurturing, lead_id: 'won', occurred_at: '2024-01-20' },
          { ...nurturing, lead_id: 'won', occurred_at: '2024-01-05', direction: 'in' },
          { ...nurturing, lead_id: 'won', occurred_at: '2024-01-05', purpose: 'sales' },
          { ...nurturing, lead_id: 'won', occurred_at: '2024-01-05', is_test: true },
          { ...nurturing, lead_id: 'back', direction: null, occurred_at: '2024-02-01' },
          { ...nurturing, lead_id: 'test', occurred_at: '2024-01-05' },
        ],
        campaign_message: [
          { lead_id: 'won', sent_at: '2024-01-12' },
          { lead_id: 'won', sent_at: '2024-01-13', bounced_at: '2024-01-13' },
          { lead_id: 'lost', sent_at: '2024-01-10' },
          { lead_id: 'lost', sent_at: '2024-01-11' },
          { lead_id: 'again', sent_at: '2024-01-11' },
          { contact_id: 'quiet', sent_at: '2024-01-11' },
        ],
      },
      { reads: ['lead_nurturing'] },
    );
    expect(await rowsOf(company, 'lead_nurturing', ['lead_id', 'source', 'decided_at', 'activities', 'messages', 'touches'])).toEqual([
      ['again', null, '2024-01-10', 0, 0, 0],
      ['back', null, null, 1, 0, 1],
      ['lost', null, '2024-01-10', 0, 1, 1],
      ['quiet', null, null, 0, 0, 0],
      ['won', 'Web', '2024-01-20T12:00:00Z', 2, 1, 3],
    ]);
    await company.close();
  });
});
