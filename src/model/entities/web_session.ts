import { defineEntity } from '../entity.ts';
import { boolean, instant, number, reference, text } from '../field.ts';

/** A visit to the web site. */
export const webSession = defineEntity(
  'web_session',
  'event',
  {
    visitor_id: text(),
    contact_id: reference('contact'),
    started_at: instant(),
    engaged_s: number(),
    source: text(),
    medium: text(),
    is_paid: boolean(),
    campaign_id: reference('campaign'),
    landing_page: text(),
  },
  { begins: 'started_at' },
);
