import { defineDerived } from '../entity.ts';
import { date, integer, number, oneOf } from '../field.ts';

/**
 * The models of how customers buy, fitted on what was known at the end of a day: small, made by code, read by `account_value`.
 *
 * Snapshots are the last day of each of the eight quarters before the one that the source's orders and contracts reach, and the last
 * day they reach. Each has a row of kind `snapshot`, with:
 * - `retention`: the share of the customers by contract of 365 days before who still are, drawn towards 0.8 with the weight of five;
 * - `bg_*`: BG/NBD in weeks (Fader, Hardie and Lee 2005) of accounts with sales that never had recurring revenue, counted by days with
 *   orders after the first. Null with fewer than 30 of them, or 10 with a second;
 * - `spend_*`: Gamma-Gamma (Fader and Hardie 2013) of a day's orders after the first day, as the first is seldom like the rest, of the same accounts; null with fewer than 30, without spread, or where no
 *   mean follows; and `mean_order`, their plain mean.
 *
 * A row of kind `buying`, one for each `repeats` and `age_weeks` (from the first order to the snapshot, rounded) there are: the days with orders to expect of an
 * account that is surely still a customer in the year after the snapshot, and in each of the four after that.
 */
export const buyerModel = defineDerived(
  'buyer_model',
  'fact',
  { from: ['order', 'rate_day', 'customer_span', 'mrr_span'], times: ['order'] },
  {
    snapshot_on: date(),
    kind: oneOf(['snapshot', 'buying']),
    customers: integer(),
    retention: number(),
    bg_r: number(),
    bg_alpha: number(),
    bg_a: number(),
    bg_b: number(),
    spend_p: number(),
    spend_q: number(),
    spend_v: number(),
    mean_order: number(),
    repeats: integer(),
    age_weeks: integer(),
    orders_1: number(),
    orders_2: number(),
    orders_3: number(),
    orders_4: number(),
    orders_5: number(),
  },
);
