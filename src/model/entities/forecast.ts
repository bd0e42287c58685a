import { defineEntity } from '../entity.ts';
import { currency, instant, money, plannedDate, reference, text } from '../field.ts';

/** What somebody said would be sold, frozen when it was said. */
export const forecast = defineEntity(
  'forecast',
  'event',
  {
    owner_id: reference('user'),
    period_start: plannedDate(),
    period_end: plannedDate(),
    category: text(),
    amount: money(),
    currency: currency(),
    made_at: instant(),
  },
  { begins: 'made_at' },
);
