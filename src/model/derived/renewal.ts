import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, money, plannedDate, reference } from '../field.ts';

/** Each contract that fell due: renewed or not, and when. */
export const renewal = defineDerived(
  'renewal',
  'fact',
  { from: ['contract'], times: ['contract'], base: 'contract_id' },
  {
    contract_id: reference('contract'),
    account_id: reference('account'),
    due_on: plannedDate(),
    renewed_at: instant(),
    is_renewed: boolean(),
    amount: money(),
    currency: currency(),
  },
);
