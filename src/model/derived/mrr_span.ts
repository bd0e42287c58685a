import { defineDerived } from '../entity.ts';
import { currency, instant, money, oneOf, reference } from '../field.ts';

/**
 * Monthly recurring revenue of an account in one currency over time, and how it moved. A contract is in force as `customer_span`
 * has it; its amount by month is a third of a quarter's, a twelfth of a year's; without a period it does not recur. What starts
 * and stops on one day is netted; a contract that starts on the day after another stopped carries on without a gap. A new span
 * begins where the sum changes; when it falls to nothing, the span has mrr 0 and the movement `churned`.
 */
export const mrrSpan = defineDerived(
  'mrr_span',
  'span',
  { from: ['contract'], standsOn: ['contract'], base: 'account_id', terms: ['churn_date'] },
  {
    account_id: reference('account'),
    mrr: money(),
    currency: currency(),
    previous_mrr: money(),
    movement: oneOf(['new', 'expansion', 'contraction', 'churned', 'reactivated']),
    valid_from: instant(),
    valid_to: instant(),
  },
);
