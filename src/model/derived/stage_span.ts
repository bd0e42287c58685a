import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, integer, money, oneOf, reference, text } from '../field.ts';

/** One visit of a deal to a stage: entered, left, where to, how far the stage is along its pipeline. */
export const stageSpan = defineDerived(
  'stage_span',
  'span',
  { from: ['opportunity', 'field_change', 'stage'], times: ['opportunity'], base: 'opportunity_id' },
  {
    opportunity_id: reference('opportunity'),
    pipeline: text(),
    stage: text(),
    position: integer(),
    category: oneOf(['open', 'won', 'lost']),
    valid_from: instant(),
    valid_to: instant(),
    next_stage: text(),
    next_position: integer(),
    next_category: oneOf(['open', 'won', 'lost']),
    advanced_at: instant(),
    amount: money(),
    currency: currency(),
    owner_id: reference('user'),
    start_unknown: boolean(),
  },
);
