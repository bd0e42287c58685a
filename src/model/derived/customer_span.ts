import { defineDerived } from '../entity.ts';
import { instant, integer, oneOf, reference, text } from '../field.ts';

/**
 * From when to when an account is a customer. An account's spans never overlap; `ordinal` counts them from 1.
 *
 * - By contracts (live, with an account and `started_at` or else `created_at`): each is in force until `cancelled_at`, else until
 *   `ends_at` unless it was renewed (`renewed_at`), else without end. When other contracts of the account have it as `previous_id`,
 *   they carry it on: it is in force until `cancelled_at`, else `ends_at`, and at least until the last of them starts. The workspace's
 *   `glossary.churn_date` may put `ends_at` before the cancellation (`end_of_service`), or `renewal_due_on` and without it `ends_at`
 *   (`renewal_due`); a contract cancelled after its `ends_at` ran on until then. Contracts that overlap, follow the same or the next day, or are linked so, are one span.
 *   A contract that stops when or before it starts counts for nothing.
 * - Accounts without such contracts, by orders that are not cancelled and not returns; an order without an account counts for its
 *   contact's, and without that for none. With the workspace's `customer.active_days` = N, an order on day d makes the account a
 *   customer through day d + N, and an order within those days carries it on. Without one, it is lost on day d + N + 1, the
 *   day after N days without an order: `valid_to` is the start of that day.
 * - Accounts with neither: by payments received, in the same way as by orders.
 *
 * With `glossary.customer` = `contracts` or `orders` only the first or only the second rule holds, for all accounts.
 *
 * `first_paid_at` is the account's first payment (its own or of its invoices) where its source has payments at all, null if it has
 * paid none; else its first order that counts; else when its first contract starts. `cancel_reason` is that of the contract
 * whose cancellation ended the span. Accounts that are deleted, merged or tests have no spans.
 */
export const customerSpan = defineDerived(
  'customer_span',
  'span',
  {
    from: ['contract', 'order', 'contact', 'payment', 'invoice', 'account'],
    times: ['contract', 'order'],
    base: 'account_id',
    terms: ['customer', 'churn_date', 'active'],
  },
  {
    account_id: reference('account'),
    valid_from: instant(),
    valid_to: instant(),
    ordinal: integer(),
    first_paid_at: instant(),
    origin: oneOf(['contract', 'order', 'payment']),
    cancel_reason: text(),
  },
);
