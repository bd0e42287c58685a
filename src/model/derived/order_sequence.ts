import { defineDerived } from '../entity.ts';
import { currency, instant, integer, money, number, reference } from '../field.ts';

/**
 * Which of an account's orders this is, the days since the one before, and when the next one came. Orders that are not cancelled
 * (an unknown status counts) and not returns, with an account and a time; in order of time, then id, so that two of one day are
 * two. Days: a difference of dates if either is only a date, else elapsed.
 */
export const orderSequence = defineDerived(
  'order_sequence',
  'fact',
  { from: ['order'], standsOn: ['order'], base: 'order_id' },
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
