import { defineEntity } from '../entity.ts';
import { boolean, instant, integer, reference, text } from '../field.ts';

/** One message of a campaign to one person, and what became of it. */
export const campaignMessage = defineEntity(
  'campaign_message',
  'event',
  {
    campaign_id: reference('campaign'),
    contact_id: reference('contact'),
    lead_id: reference('lead'),
    channel: text(),
    sent_at: instant(),
    delivered_at: instant(),
    bounced_at: instant(),
    opened_at: instant(),
    clicked_at: instant(),
    click_count: integer(),
    responded_at: instant(),
    response_type: text(),
    unsubscribed_at: instant(),
    is_machine_open: boolean(),
    is_machine_click: boolean(),
  },
  { begins: 'sent_at' },
);
