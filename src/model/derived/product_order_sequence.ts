import { defineDerived } from '../entity.ts';
import { instant, integer, number, reference } from '../field.ts';

/**
 * Which of an account's orders of one product this is, and the days since the one before: as `order_sequence`, of the orders that
 * have a line of the product; one with two lines of it is one.
 */
export const productOrderSequence = defineDerived(
  'product_order_sequence',
  'fact',
  { from: ['order', 'order_line'], standsOn: ['order', 'order_line'], times: ['order'], base: 'order_id' },
  {
    order_id: reference('order'),
    account_id: reference('account'),
    product_id: reference('product'),
    ordered_at: instant(),
    ordinal: integer(),
    previous_ordered_at: instant(),
    days_since_previous: number(),
    next_ordered_at: instant(),
  },
);
