import { defineEntity } from '../entity.ts';
import { currency, date, money, oneOf, plannedDate, reference, text } from '../field.ts';

/** Money spent, on a day or over a period. */
export const cost = defineEntity(
  'cost',
  'event',
  {
    category: text(),
    function: oneOf(['marketing', 'sales', 'retention', 'service']),
    channel: text(),
    campaign_id: reference('campaign'),
    owner_id: reference('user'),
    incurred_on: date(),
    period_start: date(),
    period_end: plannedDate(),
    amount: money(),
    currency: currency(),
  },
  { begins: 'incurred_on' },
);
