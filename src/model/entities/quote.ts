import { defineEntity } from '../entity.ts';
import { currency, instant, money, oneOf, plannedInstant, reference } from '../field.ts';

/** An offer with a price. */
export const quote = defineEntity('quote', 'record', {
  opportunity_id: reference('opportunity'),
  account_id: reference('account'),
  owner_id: reference('user'),
  status: oneOf(['draft', 'sent', 'accepted', 'rejected', 'expired', 'cancelled'], {
    before: { field: 'decided_at', value: 'sent' },
    aliases: {
      won: 'accepted',
      confirmed: 'accepted',
      lost: 'rejected',
      declined: 'rejected',
      open: 'sent',
      delivered: 'sent',
      canceled: 'cancelled',
    },
  }),
  amount: money(),
  currency: currency(),
  sent_at: instant(),
  valid_until: plannedInstant(),
  decided_at: instant(),
  order_id: reference('order'),
});
