import { defineDerived } from '../entity.ts';
import { currency, date, money, oneOf, reference, text } from '../field.ts';

/** Costs, those with a period spread evenly over its days. */
export const costDay = defineDerived(
  'cost_day',
  'fact',
  { from: ['cost'], base: 'cost_id' },
  {
    cost_id: reference('cost'),
    category: text(),
    function: oneOf(['marketing', 'sales', 'retention', 'service']),
    channel: text(),
    campaign_id: reference('campaign'),
    owner_id: reference('user'),
    day: date(),
    amount: money(),
    currency: currency(),
  },
);
