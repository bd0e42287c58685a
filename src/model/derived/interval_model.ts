import { defineDerived } from '../entity.ts';
import { date, integer, number, oneOf, reference } from '../field.ts';

/**
 * How long customers take to order again, as known before a quarter: small, made by code, read by `order_forecast`.
 *
 * One row a source, quarter (`used_from` is its first day) and cell: `account` (orders of anything) and `product` (orders of one).
 * Logarithms of intervals in days between days with orders, those that ended before the quarter, are normal within a customer around the customer's own
 * mean, and these are normal around `mean_log`: `within_variance` and `between_variance` by the method of moments. A product's are drawn towards
 * those of all products. A quarter with fewer than 10 intervals before it has no rows.
 */
export const intervalModel = defineDerived(
  'interval_model',
  'fact',
  { from: ['order_sequence', 'product_order_sequence'], times: ['order'] },
  {
    used_from: date(),
    level: oneOf(['account', 'product']),
    product_id: reference('product'),
    intervals: integer(),
    customers: integer(),
    mean_log: number(),
    within_variance: number(),
    between_variance: number(),
  },
);
