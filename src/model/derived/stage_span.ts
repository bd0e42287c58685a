import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, integer, money, oneOf, reference, text } from '../field.ts';

/**
 * One visit of a deal to a stage: entered, left, where to, how far the stage is along its pipeline.
 *
 * A visit lasts while pipeline and stage stay the same, and ends when the deal closes. A closed deal's stage is a visit of its
 * own only where it is another than the one before. `category` is won or lost once the deal is, else the stage's on record, else
 * open. Without stage history, a closed deal's only stage stands for its open time, unless the `stage` records say that it is a
 * closing one: then that of its open time is not known and makes no visit. Nor does a time without a stage.
 *
 * `position` is that of the `stage` record of the pipeline (or else of any) whose name or id the stage is; for stages not on
 * record, their rank in the pipeline by the mean place among the visits of deals with stage history (names break ties; lost
 * visits do not count); else null. `advanced_at` is when the deal first reached, after this visit began, a later position that
 * is not a lost one, or was won. `next_category` tells how the visit ended also where the deal closed without another stage.
 * Amount, currency and owner are those on entering.
 */
export const stageSpan = defineDerived(
  'stage_span',
  'span',
  {
    from: ['opportunity', 'field_change', 'stage', 'opportunity_span'],
    standsOn: ['opportunity'],
    times: ['opportunity'],
    base: 'opportunity_id',
  },
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
