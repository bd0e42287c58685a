import { defineEntity } from '../entity.ts';
import { currency, instant, integer, money, oneOf, plannedInstant, reference, text } from '../field.ts';

/** A marketing effort with a channel, a time and a cost. */
export const campaign = defineEntity('campaign', 'record', {
  name: text(),
  channel: text(),
  type: text(),
  status: oneOf(['planned', 'active', 'paused', 'completed', 'cancelled'], {
    aliases: {
      planning: 'planned',
      draft: 'planned',
      in_progress: 'active',
      complete: 'completed',
      done: 'completed',
      inactive: 'completed',
      aborted: 'cancelled',
      canceled: 'cancelled',
      sent: 'completed',
      running: 'active',
    },
  }),
  starts_at: plannedInstant(),
  ends_at: plannedInstant(),
  first_sent_at: instant(),
  budget: money(),
  currency: currency(),
  owner_id: reference('user'),
  goal: text(),
  audience_size: integer(),
});
