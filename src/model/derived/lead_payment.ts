import { defineDerived } from '../entity.ts';
import { currency, instant, money, oneOf, reference, text } from '../field.ts';

/**
 * When each lead paid for the first time: `paid_at` is the `first_paid_at` (in `customer_span`) of the account that it was converted into,
 * unless that lies before the lead was created: then the account was a customer already, and the lead brought none. Moments compare as
 * instants, by their days where either is only a date. The other fields are the lead's own.
 */
export const leadPayment = defineDerived(
  'lead_payment',
  'fact',
  { from: ['lead', 'customer_span'], standsOn: ['lead'], base: 'lead_id' },
  {
    lead_id: reference('lead'),
    account_id: reference('account'),
    campaign_id: reference('campaign'),
    owner_id: reference('user'),
    source: text(),
    office: text(),
    status: oneOf(['new', 'working', 'qualified', 'converted', 'lost']),
    created_at: instant(),
    lost_at: instant(),
    lost_reason: text(),
    reopened_at: instant(),
    estimated_value: money(),
    currency: currency(),
    paid_at: instant(),
  },
);
