import { defineEntity } from '../entity.ts';
import { currency, instant, money, oneOf, plannedDate, plannedInstant, reference, text } from '../field.ts';

/** A contract or subscription. */
export const contract = defineEntity(
  'contract',
  'record',
  {
    account_id: reference('account'),
    product_id: reference('product'),
    owner_id: reference('user'),
    started_at: instant(),
    ends_at: plannedInstant(),
    renewal_due_on: plannedDate(),
    renewed_at: instant(),
    cancelled_at: instant(),
    cancel_reason: text({ before: { field: 'cancelled_at', value: null } }),
    amount: money(),
    currency: currency(),
    period: oneOf(['month', 'quarter', 'year'], {
      aliases: {
        monthly: 'month',
        quarterly: 'quarter',
        yearly: 'year',
        annual: 'year',
        mensual: 'month',
        trimestral: 'quarter',
        anual: 'year',
      },
    }),
    previous_id: reference('contract'),
  },
  { begins: 'started_at' },
);
