import { defineDerived } from '../entity.ts';
import { instant, oneOf, reference } from '../field.ts';

/**
 * The life-cycle stage of an account over time: `lead` from its first lead (one converted into it that counts as a lead by the workspace's
 * `glossary.lead`), `opportunity` from its first
 * deal, `customer` for each of its customer spans, `lapsed` after each. A stage holds until the next begins. Leads and deals
 * change nothing once it has been a customer, nor a lead once it has had a deal. There are no spans without length: who lapses and
 * is a customer again at the same moment did not lapse. `previous_stage` is
 * the span before, null of the first.
 */
export const accountStageSpan = defineDerived(
  'account_stage_span',
  'span',
  {
    from: ['lead', 'opportunity', 'customer_span'],
    times: ['lead', 'opportunity', 'contract', 'order'],
    base: 'account_id',
    terms: ['lead'],
  },
  {
    account_id: reference('account'),
    stage: oneOf(['lead', 'opportunity', 'customer', 'lapsed']),
    previous_stage: oneOf(['lead', 'opportunity', 'customer', 'lapsed']),
    valid_from: instant(),
    valid_to: instant(),
  },
);
