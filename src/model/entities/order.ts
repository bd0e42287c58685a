import { defineEntity } from '../entity.ts';
import { boolean, currency, instant, money, oneOf, reference } from '../field.ts';

/** A sale: what was ordered, when, for how much. */
export const order = defineEntity(
  'order',
  'record',
  {
    account_id: reference('account'),
    contact_id: reference('contact'),
    opportunity_id: reference('opportunity'),
    quote_id: reference('quote'),
    owner_id: reference('user'),
    status: oneOf(['open', 'completed', 'cancelled'], {
      aliases: {
        canceled: 'cancelled',
        void: 'cancelled',
        complete: 'completed',
        delivered: 'completed',
        fulfilled: 'completed',
        created: 'open',
        approved: 'open',
        pending: 'open',
        processing: 'open',
      },
    }),
    ordered_at: instant(),
    amount: money(),
    currency: currency(),
    cost: money(),
    is_return: boolean(),
  },
  { begins: 'ordered_at' },
);
