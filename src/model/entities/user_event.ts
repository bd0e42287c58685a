import { defineEntity } from '../entity.ts';
import { instant, reference, text } from '../field.ts';

/** Something a person did in the CRM or in Cuadro. */
export const userEvent = defineEntity(
  'user_event',
  'event',
  {
    user_id: reference('user'),
    type: text(),
    entity: text(),
    occurred_at: instant(),
  },
  { begins: 'occurred_at' },
);
