import { defineEntity } from '../entity.ts';
import { currency, instant, money, reference, text } from '../field.ts';

/** A request for something the company does not, or no longer, offer. */
export const demandSignal = defineEntity(
  'demand_signal',
  'event',
  {
    account_id: reference('account'),
    contact_id: reference('contact'),
    product_name: text(),
    product_id: reference('product'),
    price_point: money(),
    currency: currency(),
    source: text(),
    occurred_at: instant(),
  },
  { begins: 'occurred_at' },
);
