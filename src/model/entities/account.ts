import { defineEntity } from '../entity.ts';
import { currency, money, personal, reference, text } from '../field.ts';

/** A company or household that buys, or might. */
export const account = defineEntity('account', 'record', {
  name: text(),
  domain: text(),
  tax_id: personal(),
  phone: personal(),
  industry: text(),
  segment: text(),
  size: text(),
  country: text(),
  region: text(),
  city: text(),
  owner_id: reference('user'),
  type: text(),
  credit_limit: money(),
  category_spend: money(),
  currency: currency(),
  parent_id: reference('account'),
});
