import { defineEntity } from '../entity.ts';
import { currency, instant, money, oneOf, reference } from '../field.ts';

/** Something done to keep a customer. */
export const retentionAction = defineEntity(
  'retention_action',
  'event',
  {
    account_id: reference('account'),
    owner_id: reference('user'),
    type: oneOf(['call', 'promotion', 'gift', 'escalation']),
    cost: money(),
    currency: currency(),
    acted_at: instant(),
  },
  { begins: 'acted_at' },
);
