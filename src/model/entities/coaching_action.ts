import { defineEntity } from '../entity.ts';
import { instant, reference, text } from '../field.ts';

/** A coaching of one person by another. */
export const coachingAction = defineEntity(
  'coaching_action',
  'event',
  {
    user_id: reference('user'),
    coach_id: reference('user'),
    topic: text(),
    acted_at: instant(),
  },
  { begins: 'acted_at' },
);
