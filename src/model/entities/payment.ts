import { defineEntity } from '../entity.ts';
import { currency, instant, money, reference } from '../field.ts';

/** Money received. */
export const payment = defineEntity(
  'payment',
  'event',
  {
    invoice_id: reference('invoice'),
    account_id: reference('account'),
    paid_at: instant(),
    amount: money(),
    currency: currency(),
  },
  { begins: 'paid_at' },
);
