import { defineDerived } from '../entity.ts';
import { instant, oneOf, reference } from '../field.ts';

/** The life-cycle stage of an account over time: lead, opportunity, customer, lapsed. */
export const accountStageSpan = defineDerived(
  'account_stage_span',
  'span',
  { from: ['lead', 'opportunity', 'customer_span'], times: ['lead', 'opportunity', 'contract', 'order'], base: 'account_id' },
  {
    account_id: reference('account'),
    stage: oneOf(['lead', 'opportunity', 'customer', 'lapsed']),
    valid_from: instant(),
    valid_to: instant(),
  },
);
