import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, integer, money, number, oneOf, reference } from '../field.ts';

/**
 * What each account has brought and may bring: one span from each snapshot to the next, the last without end (`is_latest`). Snapshots are
 * those of `buyer_model`: the last day of each of eight quarters and the last day of the data; each knows only what happened up to the
 * end of its day. Accounts with a sale or recurring revenue up to then. Money is in the workspace's currency.
 *
 * - `method` `contract`: the account has recurring revenue at the snapshot, or had it and never a sale. `p_alive` is 1 while it has,
 *   else 0. Expected revenue of year k is 12 × monthly revenue × r^(k−1) × (1+r)/2, r the yearly retention (those who leave do it evenly in the year).
 * - `method` `bg_nbd`: other accounts with sales. Expected days with orders by BG/NBD from how many there were, the weeks from the first to the last
 *   and to the snapshot; times the mean to be expected of one, from those after the first (Gamma-Gamma; without it the account's own mean drawn towards
 *   everybody's with the weight of three). Null with too few customers to fit.
 *
 * `expected_*`: the 12 months after the snapshot, not discounted. `future_*`: five years, each discounted at 10 % a year from its
 * middle. `historical_*`: sales up to the snapshot or, of an account without any, its recurring revenue so far (days × 12 × monthly / 365).
 * Margins are revenue times `margin_rate`: of the account's own sales with known cost, else of all; null where no cost is known.
 * `value_revenue` and `value_margin` are historical plus future. Accounts that are deleted, merged or tests have no spans.
 */
export const accountValue = defineDerived(
  'account_value',
  'span',
  {
    from: ['account', 'order', 'rate_day', 'mrr_span', 'buyer_model'],
    times: ['order', 'contract'],
    base: 'account_id',
  },
  {
    account_id: reference('account'),
    method: oneOf(['bg_nbd', 'contract']),
    valid_from: instant(),
    valid_to: instant(),
    is_latest: boolean(),
    /** The day of the first sale, else of the first recurring revenue. */
    first_bought_at: instant(),
    /** The day of the last sale by the snapshot. */
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
