import { defineDerived } from '../entity.ts';
import { instant, integer, oneOf, reference, text } from '../field.ts';

/** From when to when an account is a customer: its contracts, or its orders with the inactivity window of the workspace. */
export const customerSpan = defineDerived(
  'customer_span',
  'span',
  { from: ['contract', 'order', 'account'], times: ['contract', 'order'], base: 'account_id' },
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
