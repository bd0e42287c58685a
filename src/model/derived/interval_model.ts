import { defineDerived } from '../entity.ts';
import { date, integer, number, oneOf, reference } from '../field.ts';

/**
 * How long customers take to order again, as known before a quarter: small, made by code, read by `order_forecast`.
 *
 * One row a source, quarter (`used_from` is its first day) and cell: `account` (orders of anything), `product` without `product_id` (orders of
 * one product, all products together) and `product` with it (ten intervals or more; the 500 products most often ordered again).
 * Only intervals that ended before the quarter, in days between days with orders; fewer than three teach nothing.
 *
 * Their logarithms are normal within a customer around the customer's own mean, and those means normal around `mean_log`: by the method of
 * moments, drawn with the weight of ten intervals towards variances of 0.25 within and between. A product's cell is drawn with the
 * weight of twenty towards that of all products.
 */
export const intervalModel = defineDerived(
  'interval_model',
  'fact',
  { from: ['order_sequence', 'product_order_sequence'], standsOn: ['order_sequence'], times: ['order'] },
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
