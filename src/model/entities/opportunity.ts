import { defineEntity } from '../entity.ts';
import { currency, instant, money, number, oneOf, plannedDate, plannedInstant, reference, text } from '../field.ts';

/** A deal that may be won or lost. */
export const opportunity = defineEntity('opportunity', 'record', {
  name: text(),
  account_id: reference('account'),
  contact_id: reference('contact'),
  lead_id: reference('lead'),
  campaign_id: reference('campaign'),
  owner_id: reference('user'),
  pipeline: text(),
  stage: text(),
  status: oneOf(['open', 'won', 'lost'], { before: { field: 'closed_at', value: 'open' } }),
  type: oneOf(['new', 'renewal', 'expansion', 'cross_sell'], {
    aliases: {
      new_business: 'new',
      newbusiness: 'new',
      existing_business: 'expansion',
      existingbusiness: 'expansion',
      upsell: 'expansion',
    },
  }),
  amount: money(),
  currency: currency(),
  margin: money(),
  probability: number(),
  expected_close_on: plannedDate(),
  closed_at: instant(),
  lost_reason: text({ before: { field: 'closed_at', value: null } }),
  lost_note: text({ before: { field: 'closed_at', value: null } }),
  competitor: text(),
  product_id: reference('product'),
  quantity: number(),
  next_step_at: plannedInstant(),
  forecast_category: text(),
  reopened_at: instant(),
  parent_id: reference('opportunity'),
});
