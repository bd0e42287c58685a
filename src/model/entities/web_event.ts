import { defineEntity } from '../entity.ts';
import { currency, instant, money, reference, text } from '../field.ts';

/** Something a visitor did: a purchase, a sign-up, a form. */
export const webEvent = defineEntity(
  'web_event',
  'event',
  {
    session_id: reference('web_session'),
    visitor_id: text(),
    type: text(),
    occurred_at: instant(),
    value: money(),
    currency: currency(),
  },
  { begins: 'occurred_at' },
);
