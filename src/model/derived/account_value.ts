import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, integer, money, number, oneOf, reference } from '../field.ts';

/**
 * What each account has brought and may bring: one span from each snapshot to the next, the last without end (`is_latest`). Snapshots are
 * the last day of each of the eight quarters before the one that the data reach, and the last day they reach; each knows only what happened up to the
 * end of its day. Accounts with a sale or a recurring contract up to then. Money is in the workspace's currency.
 *
 * - `method` `contract`: the account has recurring revenue at the snapshot, or had it and never a sale. `p_alive` is 1 while it has,
 *   else 0. Expected revenue of year k is 12 × monthly revenue × r^(k−1) × (1+r)/2, r the yearly retention (those who leave do it evenly in the year).
 * - `method` `bg_nbd`: other accounts with sales. Expected orders by BG/NBD from its days with orders, recency and age; times the mean
 *   order expected of it (Gamma-Gamma: its own mean drawn towards everybody's). Null with too few customers to fit (see `buyer_model`).
 *
 * `expected_*`: the 12 months after the snapshot, not discounted. `future_*`: five years, each year discounted at 10 % a year from its
 * middle. `historical_*`: up to the snapshot; sales of contract accounts are their orders, or without any their contracts' recurring
 * revenue so far. Margins are revenue times the margin rate of the account's own sales with known cost, else of all; null where no cost is known.
 * `value_revenue` and `value_margin` are historical plus future.
 */
export const accountValue = defineDerived(
  'account_value',
  'span',
  {
    from: ['order', 'exchange_rate', 'rate_day', 'customer_span', 'mrr_span', 'buyer_model'],
    times: ['order', 'contract'],
    base: 'account_id',
  },
  {
    account_id: reference('account'),
    method: oneOf(['bg_nbd', 'contract']),
    valid_from: instant(),
    valid_to: instant(),
    is_latest: boolean(),
    /** The first sale, else the start of the first contract. */
    first_bought_at: instant(),
    last_bought_at: instant(),
    /** Days with sales. */
    orders: integer(),
    p_alive: number(),
    /** Of `contract`: null. */
    expected_orders: number(),
    expected_revenue: money(),
    expected_margin: money(),
    future_revenue: money(),
    future_margin: money(),
    historical_revenue: money(),
    historical_margin: money(),
    value_revenue: money(),
    value_margin: money(),
    margin_rate: number(),
    currency: currency(),
  },
);
