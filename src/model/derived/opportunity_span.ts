import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, money, oneOf, plannedDate, reference, text } from '../field.ts';

/** Status, stage, amount, owner and expected close of a deal with valid_from and valid_to: the pipeline at any instant. */
export const opportunitySpan = defineDerived(
  'opportunity_span',
  'span',
  { from: ['opportunity', 'field_change', 'stage'], times: ['opportunity'], base: 'opportunity_id' },
  {
    opportunity_id: reference('opportunity'),
    status: oneOf(['open', 'won', 'lost']),
    pipeline: text(),
    stage: text(),
    amount: money(),
    currency: currency(),
    owner_id: reference('user'),
    expected_close_on: plannedDate(),
    valid_from: instant(),
    valid_to: instant(),
    start_unknown: boolean(),
  },
);
