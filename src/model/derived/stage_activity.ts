import { defineDerived } from '../entity.ts';
import { boolean, instant, integer, number, oneOf, reference, text } from '../field.ts';

/**
 * Whether a type of activity early in a stage goes with a shorter stay: of each visit to an open stage that led on (`advanced_at` of
 * `stage_span`) and lasted more than five days, a row for each type of activity. `with_activity`: one was linked to the deal in the
 * visit's first five days. `remaining_days`: how much longer it lasted, and `log_days` its natural logarithm.
 *
 * Only what came early counts, and only visits that outlasted it: else long stays would have more activities merely by being long
 * (Anderson, Cain and Gelber 1983, landmarks). `size_band`, 1 to 3, is the third that the deal's amount on entering is in, among
 * those of its currency; null without an amount.
 */
export const stageActivity = defineDerived(
  'stage_activity',
  'fact',
  { from: ['activity', 'stage_span'], standsOn: ['stage_span'], times: ['opportunity', 'activity'], base: 'opportunity_id' },
  {
    opportunity_id: reference('opportunity'),
    activity_type: oneOf(['call', 'email', 'sms', 'meeting', 'demo', 'task']),
    pipeline: text(),
    stage: text(),
    size_band: integer(),
    owner_id: reference('user'),
    entered_at: instant(),
    left_at: instant(),
    with_activity: boolean(),
    remaining_days: number(),
    log_days: number(),
  },
);
