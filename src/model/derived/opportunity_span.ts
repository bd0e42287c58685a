import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, money, oneOf, plannedDate, reference, text } from '../field.ts';

/**
 * Status, stage, amount, owner and expected close of a deal with valid_from and valid_to: the pipeline at any instant.
 *
 * A deal begins at `created_at`; an open one without it at its source's watermark, with `start_unknown`. A new span begins where
 * one of its tracked fields changes and where it closes. Up to a field's last change it reads what the changes say (before the
 * first one, its old value); after that, and without changes, what the record says. A won or lost deal has that status from its
 * closing on: `closed_at`, else the last change of its status to it, and not before its beginning; until then it was open, or
 * what the changes of its status say. A closed deal without `created_at` begins with its closing. A closed deal that nothing
 * dates has no spans: it is known to be closed, but not when, and never counts as open. There are no spans without length.
 * `before_…` and `next_…` are what the spans beside it read: null at the ends of a deal's life.
 */
export const opportunitySpan = defineDerived(
  'opportunity_span',
  'span',
  { from: ['opportunity', 'field_change'], standsOn: ['opportunity'], times: ['opportunity'], base: 'opportunity_id' },
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
    before_status: oneOf(['open', 'won', 'lost']),
    before_amount: money(),
    next_status: oneOf(['open', 'won', 'lost']),
    next_expected_close_on: plannedDate(),
  },
);
