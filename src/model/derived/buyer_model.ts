import { defineDerived } from '../entity.ts';
import { date, integer, number, oneOf } from '../field.ts';

/**
 * The models of how customers buy, fitted on what was known at the end of a day: small, made by code, read by `account_value`.
 *
 * Snapshots are the last day of each of the eight quarters before the one that the source's orders reach, and the last day they
 * reach. Customers who buy without a contract are counted by orders after the first (`repeats`, days with orders), weeks from the
 * first to the last (`recency_weeks`) and weeks from the first to the snapshot (`age_weeks`), both rounded; those alike are one `buying` row.
 *
 * - `buying`: `p_alive` and the orders expected in the year after the snapshot and in each of the following four (`orders_1` … `orders_5`),
 *   by BG/NBD (Fader, Hardie and Lee 2005). With fewer than 30 customers, 10 of them with a repeat, or no fit: no rows.
 * - `spending`: `spend_p`, `spend_q`, `spend_v` of Gamma-Gamma (Fader and Hardie 2013), else (few customers, no spread) only `mean_order`.
 * - `contract`: `retention`, the share of contract customers of a year before the snapshot who are still customers, drawn towards 0.8 with the weight of five.
 */
export const buyerModel = defineDerived(
  'buyer_model',
  'fact',
  { from: ['order', 'exchange_rate', 'rate_day', 'customer_span'], times: ['order'] },
  {
    snapshot_on: date(),
    kind: oneOf(['buying', 'spending', 'contract']),
    repeats: integer(),
    recency_weeks: integer(),
    age_weeks: integer(),
    customers: integer(),
    p_alive: number(),
    orders_1: number(),
    orders_2: number(),
    orders_3: number(),
    orders_4: number(),
    orders_5: number(),
    mean_order: number(),
    spend_p: number(),
    spend_q: number(),
    spend_v: number(),
    retention: number(),
  },
);
