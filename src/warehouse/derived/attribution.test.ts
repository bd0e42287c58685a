import { describe, expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

describe.each(engineNames)('attribution in %s', (engine) => {
  test('four touches, one campaign twice', async () => {
    const touch = { contact_id: 'p' };
    const company = await loadCompany(
      engine,
      {
        campaign: [{ id: 'mail', channel: 'email' }],
        opportunity: [{ id: 'o', contact_id: 'p', status: 'won', closed_at: '2024-04-01', amount: 100, margin: 10, currency: 'USD' }],
        touch: [
          { ...touch, campaign_id: 'ads', channel: 'web', occurred_at: '2024-01-02' },
          { ...touch, campaign_id: 'fair', channel: 'event', occurred_at: '2024-03-01' },
          { ...touch, campaign_id: 'ads', channel: 'web', occurred_at: '2024-03-05T10:00:00Z' },
          // 91 days before, and after the closing.
          { ...touch, campaign_id: 'old', occurred_at: '2024-01-01' },
          { ...touch, campaign_id: 'late', occurred_at: '2024-04-02' },
          { contact_id: 'somebody', campaign_id: 'other', occurred_at: '2024-03-05' },
        ],
        campaign_message: [
          { ...touch, campaign_id: 'mail', clicked_at: '2024-03-20' },
          { ...touch, campaign_id: 'mail', clicked_at: '2024-03-21', is_machine_click: true },
          { ...touch, campaign_id: 'mail', sent_at: '2024-03-21' },
        ],
      },
      { reads: ['attribution'] },
    );
    expect(await rowsOf(company, 'attribution', ['model', 'campaign_id', 'channel', 'share', 'amount', 'margin'])).toEqual([
      ['first', 'ads', 'web', 1, 100, 10],
      ['last', 'mail', 'email', 1, 100, 10],
      ['linear', 'ads', 'web', 0.5, 50, 5],
      ['linear', 'fair', 'event', 0.25, 25, 2.5],
      ['linear', 'mail', 'email', 0.25, 25, 2.5],
      ['position', 'ads', 'web', 0.5, 50, 5],
      ['position', 'fair', 'event', 0.1, 10, 1],
      ['position', 'mail', 'email', 0.4, 40, 4],
    ]);
    expect((await rowsOf(company, 'attribution', ['closed_at', 'currency']))[0]).toEqual(['2024-04-01', 'USD']);
    await company.close();
  });

  test('whose touches count, and amounts that add up', async () => {
    const company = await loadCompany(
      engine,
      {
        contact: [
          { id: 'p1', account_id: 'acc' },
          { id: 'p2', account_id: 'acc' },
        ],
        lead: [{ id: 'l2', converted_opportunity_id: 'by-lead' }],
        opportunity: [
          { id: 'by-account', account_id: 'acc', status: 'won', closed_at: '2024-04-01', amount: 100 },
          { id: 'by-contact', account_id: 'acc', contact_id: 'p1', status: 'won', closed_at: '2024-04-01', amount: 50 },
          { id: 'by-lead', lead_id: 'l1', status: 'won', closed_at: '2024-04-01' },
          { id: 'own', campaign_id: 'c9', status: 'won', closed_at: '2024-04-01', amount: 7 },
          { id: 'none', status: 'won', closed_at: '2024-04-01', amount: 7 },
          { id: 'open', contact_id: 'p1', status: 'open', amount: 7 },
          { id: 'lost', contact_id: 'p1', status: 'lost', closed_at: '2024-04-01', amount: 7 },
        ],
        touch: [
          { contact_id: 'p1', campaign_id: 'c1', occurred_at: '2024-03-01' },
          { contact_id: 'p2', campaign_id: 'c2', occurred_at: '2024-03-02' },
          { contact_id: 'p2', campaign_id: 'c3', occurred_at: '2024-03-03' },
          { lead_id: 'l1', campaign_id: 'c4', occurred_at: '2024-03-01' },
          { lead_id: 'l2', campaign_id: 'c5', occurred_at: '2024-03-02' },
        ],
      },
      { reads: ['attribution'] },
    );
    const linear = (await rowsOf(company, 'attribution', ['model', 'opportunity_id', 'campaign_id', 'amount'])).filter(
      ([model]) => model === 'linear',
    );
    expect(linear.map(([, ...rest]) => rest)).toEqual([
      ['by-account', 'c1', 33.3333],
      ['by-account', 'c2', 33.3334],
      ['by-account', 'c3', 33.3333],
      ['by-contact', 'c1', 50],
      ['by-lead', 'c4', null],
      ['by-lead', 'c5', null],
      ['own', 'c9', 7],
    ]);
    await company.close();
  });
});
