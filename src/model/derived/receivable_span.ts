import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, money, plannedDate, reference } from '../field.ts';

/**
 * The open balance of an invoice over time, of invoices that are neither void nor drafts.
 *
 * It begins with the amount (else the balance) on `issued_on`, else on the day of `created_at`, else at the source's watermark, with
 * `start_unknown`; each payment lowers it (one before the invoice, from its beginning on), and it ends when nothing is left, or
 * at `paid_at`. An invoice of status paid without `paid_at` ends with its last payment. Without payments and `paid_at`, a `balance`
 * that differs from the amount holds from the watermark on; a balance of 0 or the status paid say that it was paid at a time
 * unknown, and it has no spans. A credit note's balance is negative. There are no spans without length.
 */
export const receivableSpan = defineDerived(
  'receivable_span',
  'span',
  { from: ['invoice', 'payment'], standsOn: ['invoice'], times: ['invoice', 'payment'], base: 'invoice_id' },
  {
    invoice_id: reference('invoice'),
    account_id: reference('account'),
    owner_id: reference('user'),
    due_on: plannedDate(),
    balance: money(),
    currency: currency(),
    valid_from: instant(),
    valid_to: instant(),
    start_unknown: boolean(),
  },
);
