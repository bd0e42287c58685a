import { defineDerived } from '../entity.ts';
import { instant, integer, number, oneOf, plannedDate, reference } from '../field.ts';

/**
 * When an account should order next, told after each of its orders and true until the next: a span from a day with orders to the next one
 * (without end after the last). `level` account: orders of anything; product: orders of one product. The forecasts of the past stay
 * as they were: each knows the account's intervals up to then, and of other customers those that ended before the quarter (`interval_model`).
 *
 * The logarithm of the account's interval is the mean of its own, drawn towards all customers' (of the product) the more the fewer
 * it has: `own_weight`, 0 to 1. `expected_days` is the median to be expected, `lower_days` and `upper_days` hold 80 of 100 next orders. The dates
 * are the order's day plus those, rounded to whole days (from the day after to ten years after; the upper one up). An account without a second order
 * has all customers' interval. Without enough intervals to learn from, no rows.
 *
 * Due: `lower_on` ≤ day ≤ `upper_on`. Overdue: from `upper_on` + 1 until the next order or `lapsed_on`, the day from which the
 * account counts as lost rather than late: after the workspace's `customer.active_days` without an order or, if later, the day
 * after that by which 99 of 100 would have ordered. `orders` are days with orders so far, of the product or of anything.
 */
export const orderForecast = defineDerived(
  'order_forecast',
  'span',
  {
    from: ['order_sequence', 'product_order_sequence', 'interval_model'],
    standsOn: ['order_sequence'],
    times: ['order'],
    base: 'account_id',
    terms: ['active'],
  },
  {
    account_id: reference('account'),
    level: oneOf(['account', 'product']),
    product_id: reference('product'),
    /** The last order. */
    valid_from: instant(),
    /** The next order. */
    valid_to: instant(),
    orders: integer(),
    /** Intervals of all customers that the estimate stands on: of the product, else of all products. */
    learned_from: integer(),
    own_weight: number(),
    expected_days: number(),
    lower_days: number(),
    upper_days: number(),
    expected_on: plannedDate(),
    lower_on: plannedDate(),
    upper_on: plannedDate(),
    lapsed_on: plannedDate(),
  },
);
