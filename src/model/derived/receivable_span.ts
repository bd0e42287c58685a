import { defineDerived } from '../entity.ts';
import { currency, instant, money, plannedDate, reference } from '../field.ts';

/** The open balance of an invoice over time. */
export const receivableSpan = defineDerived(
  'receivable_span',
  'span',
  { from: ['invoice', 'payment'], times: ['invoice', 'payment'], base: 'invoice_id' },
  {
    invoice_id: reference('invoice'),
    account_id: reference('account'),
    owner_id: reference('user'),
    due_on: plannedDate(),
    balance: money(),
    currency: currency(),
    valid_from: instant(),
    valid_to: instant(),
  },
);
