import { defineDerived } from '../entity.ts';
import { currency, instant, money, oneOf, reference } from '../field.ts';

/** Monthly recurring revenue of an account over time, and how it moved. */
export const mrrSpan = defineDerived(
  'mrr_span',
  'span',
  { from: ['contract'], base: 'account_id' },
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
