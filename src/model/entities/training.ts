import { defineEntity } from '../entity.ts';
import { date, plannedDate, reference, text } from '../field.ts';

/** A training that somebody completed. */
export const training = defineEntity(
  'training',
  'event',
  {
    user_id: reference('user'),
    topic: text(),
    completed_on: date(),
    valid_until: plannedDate(),
  },
  { begins: 'completed_on' },
);
