import { defineEntity } from '../entity.ts';
import { instant, personal, reference, text } from '../field.ts';

/** A person at an account, or a customer who is a person. */
export const contact = defineEntity('contact', 'record', {
  account_id: reference('account'),
  name: personal(),
  email: personal(),
  phone: personal(),
  country: text(),
  owner_id: reference('user'),
  source: text(),
  subscribed_at: instant(),
  unsubscribed_at: instant(),
  consent: text(),
});
