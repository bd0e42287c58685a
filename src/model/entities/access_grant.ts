import { defineEntity } from '../entity.ts';
import { instant, reference, text } from '../field.ts';

/** A right that somebody holds. */
export const accessGrant = defineEntity(
  'access_grant',
  'record',
  {
    user_id: reference('user'),
    permission: text(),
    granted_at: instant(),
    revoked_at: instant(),
    reviewed_at: instant(),
  },
  { begins: 'granted_at' },
);
