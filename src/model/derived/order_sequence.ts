import { defineDerived } from '../entity.ts';
import { currency, instant, integer, money, number, reference } from '../field.ts';

/** Which of a customer’s orders this is, and the days since the one before, and when the next one came. */
export const orderSequence = defineDerived(
  'order_sequence',
  'fact',
  { from: ['order'], base: 'order_id' },
  {
    order_id: reference('order'),
    account_id: reference('account'),
    ordered_at: instant(),
    ordinal: integer(),
    previous_ordered_at: instant(),
    days_since_previous: number(),
    next_ordered_at: instant(),
    amount: money(),
    currency: currency(),
  },
);
