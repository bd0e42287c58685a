import { defineEntity } from '../entity.ts';
import { instant, reference, text } from '../field.ts';

/** A contact of a person with a campaign or channel, for attribution. */
export const touch = defineEntity(
  'touch',
  'event',
  {
    contact_id: reference('contact'),
    lead_id: reference('lead'),
    campaign_id: reference('campaign'),
    channel: text(),
    occurred_at: instant(),
  },
  { begins: 'occurred_at' },
);
