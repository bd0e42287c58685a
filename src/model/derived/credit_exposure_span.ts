import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, money, oneOf, plannedDate, reference } from '../field.ts';

/**
 * What is being sold to accounts that owe too much, over time: open deals (`opportunity`, as `opportunity_span` has them) and sales not
 * delivered (`order`) while the account has an open invoice with a due date, or owes more than its credit limit.
 *
 * `oldest_due_on` is the earliest due date among its open invoices: the account is overdue from the day after. `is_over_limit`: its open
 * balances are more than `credit_limit`; both in the workspace's currency, each balance at the rate of the day on which it began (a balance or
 * limit without a rate counts for nothing). By days: what changes on a day holds from that day on.
 *
 * An order waits from the day of `ordered_at` until the last of its deliveries arrives; with one that has not arrived, without end, unless
 * the order is completed: then when it arrived is not known, and it does not count. Without deliveries on record it waits while its
 * status is open. Returns and cancelled orders do not count. A new span begins where the deal or
 * what the account owes changes.
 */
export const creditExposureSpan = defineDerived(
  'credit_exposure_span',
  'span',
  {
    from: ['opportunity', 'opportunity_span', 'order', 'delivery', 'account', 'receivable_span', 'rate_day'],
    times: ['opportunity', 'order', 'invoice'],
    base: 'account_id',
  },
  {
    account_id: reference('account'),
    kind: oneOf(['opportunity', 'order']),
    opportunity_id: reference('opportunity'),
    order_id: reference('order'),
    owner_id: reference('user'),
    amount: money(),
    currency: currency(),
    oldest_due_on: plannedDate(),
    is_over_limit: boolean(),
    valid_from: instant(),
    valid_to: instant(),
  },
);
