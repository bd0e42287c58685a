import { defineDerived } from '../entity.ts';
import { date, integer, number, oneOf, reference, text } from '../field.ts';

/**
 * What the deals closed before a quarter teach about those open in it: small, made by code, read by `opportunity_forecast`.
 *
 * One row a source, quarter (`used_from` is its first day) and cell. The cells of winning, each drawn towards the one before it (an
 * empirical Bayes estimate, so a cell of few deals says what the wider one says): `all`; `stage` (deals that were in the stage);
 * `stage_type` (of that type too); `stage_type_owner`. The cells of the profile: `profile`, one for each `attribute` (type,
 * industry, segment, size, product) and its `value` with five closed deals or more. The cells of margin: `margin`, `value` is a margin rate in whole percent from
 * -100 to 100 and `estimate` the share of won deals with a known margin whose rate is not above it (half of those equal), from ten such deals on; renewals are
 * left out, whose margin says nothing of what there is to win.
 *
 * `closed` and `won` count the deals of the cell closed before the quarter; `estimate` is the probability of winning. A quarter before
 * which fewer than 20 deals closed, or none was won or none lost, has no rows.
 */
export const dealModel = defineDerived(
  'deal_model',
  'fact',
  { from: ['opportunity', 'account', 'stage_span'], standsOn: ['opportunity'], times: ['opportunity'] },
  {
    used_from: date(),
    level: oneOf(['all', 'stage', 'stage_type', 'stage_type_owner', 'profile', 'margin']),
    pipeline: text(),
    stage: text(),
    type: text(),
    owner_id: reference('user'),
    attribute: text(),
    value: text(),
    closed: integer(),
    won: integer(),
    estimate: number(),
  },
);
