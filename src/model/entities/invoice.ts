import { defineEntity } from '../entity.ts';
import { currency, date, instant, money, number, oneOf, plannedDate, reference, text } from '../field.ts';

/** A bill. */
export const invoice = defineEntity(
  'invoice',
  'record',
  {
    account_id: reference('account'),
    order_id: reference('order'),
    owner_id: reference('user'),
    number: text(),
    status: oneOf(['draft', 'open', 'paid', 'void'], {
      before: { field: 'paid_at', value: 'open' },
      aliases: {
        created: 'open',
        approved: 'open',
        sent: 'open',
        delivered: 'open',
        overdue: 'open',
        unpaid: 'open',
        cancelled: 'void',
        canceled: 'void',
        voided: 'void',
      },
    }),
    issued_on: date(),
    due_on: plannedDate(),
    amount: money(),
    balance: money(),
    currency: currency(),
    paid_at: instant(),
    commission_rate: number(),
  },
  { begins: 'issued_on' },
);
