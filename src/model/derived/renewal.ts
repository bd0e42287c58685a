import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, money, plannedDate, reference } from '../field.ts';

/**
 * Each contract that falls due: renewed or not, and when. It is due on `renewal_due_on`, else on the day of `ends_at`; without
 * either it is not here. It is renewed when `renewed_at` is set, or a live contract has it as `previous_id`: then at the start
 * of the first of those. A contract cancelled before it fell due fell due and was not renewed.
 */
export const renewal = defineDerived(
  'renewal',
  'fact',
  { from: ['contract'], standsOn: ['contract'], times: ['contract'], base: 'contract_id' },
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
