import { defineDerived } from '../entity.ts';
import { currency, instant, money, number, oneOf, reference, text } from '../field.ts';

/** The share of each won amount that each campaign gets under each attribution model. */
export const attribution = defineDerived(
  'attribution',
  'fact',
  { from: ['touch', 'campaign_message', 'opportunity'], times: ['opportunity'], base: 'opportunity_id' },
  {
    opportunity_id: reference('opportunity'),
    campaign_id: reference('campaign'),
    channel: text(),
    model: oneOf(['first', 'last', 'linear', 'position']),
    closed_at: instant(),
    share: number(),
    amount: money(),
    margin: money(),
    currency: currency(),
  },
);
