import { defineDerived } from '../entity.ts';
import { boolean, currency, date, instant, integer, money, number, plannedDate, reference, text } from '../field.ts';

/**
 * How alive and how real a deal was while it was open: the open spans of `opportunity_span`, cut also at each of its activities, at each
 * change of its next step and where `opportunity_forecast` begins anew. An activity is one linked to the deal, not a note.
 *
 * - `last_activity_on`: the day of the last call (not one without an answer), message, meeting or demonstration by then. Null before one.
 * - `next_step_on`: the day of the next step as it was set then, by its changes (`field_change` of `next_step_at`) and, after them or
 *   without any, by the record. A day that has gone by is no next step.
 * - `stage_since`: the day since when it was in its stage. `slow_from`: the first day on which that is more than 1.5 times the median
 *   stay there of deals that were won; null where fewer than 5 won deals tell.
 * - `pushes`: how often its expected close had been put off. `is_repeated`: an older deal of the same account and name was open when it
 *   was created.
 * - `margin_percentile`: as `opportunity_forecast` has it at the start of the span.
 * - `activities`, `activity_s`: how many activities happened at `valid_from`, and their seconds (talk and wrap-up).
 */
export const opportunityStateSpan = defineDerived(
  'opportunity_state_span',
  'span',
  {
    from: ['opportunity', 'activity', 'field_change', 'opportunity_span', 'stage_span', 'opportunity_forecast'],
    standsOn: ['opportunity_span'],
    times: ['opportunity', 'activity'],
    base: 'opportunity_id',
  },
  {
    opportunity_id: reference('opportunity'),
    pipeline: text(),
    stage: text(),
    amount: money(),
    currency: currency(),
    owner_id: reference('user'),
    expected_close_on: plannedDate(),
    last_activity_on: date(),
    next_step_on: plannedDate(),
    stage_since: date(),
    slow_from: plannedDate(),
    pushes: integer(),
    is_repeated: boolean(),
    margin_percentile: number(),
    activities: integer(),
    activity_s: number(),
    valid_from: instant(),
    valid_to: instant(),
    start_unknown: boolean(),
  },
);
