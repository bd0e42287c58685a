import { defineDerived } from '../entity.ts';
import { currency, date, money, oneOf, reference, text } from '../field.ts';

/**
 * Costs by day: those with a period (both days included) spread evenly over it, so that the days add up to the cost exactly; others
 * on `incurred_on`, else on the one end of the period that is known.
 */
export const costDay = defineDerived(
  'cost_day',
  'fact',
  { from: ['cost'], standsOn: ['cost'], base: 'cost_id' },
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
