import { defineDerived } from '../entity.ts';
import { boolean, currency, date, instant, integer, money, number, oneOf, plannedDate, reference, text } from '../field.ts';

/**
 * What was to be expected of each deal while it was open: the open spans of `opportunity_span`, cut at the start of each quarter, with
 * estimates that know only deals closed before that quarter (`deal_model`). A closed deal has rows for the time it was open, so
 * that a forecast of the past can be held against its outcome.
 *
 * - `win_probability`: of the finest cell that has closed deals: stage, type and owner; stage and type; stage; all. Null where fewer
 *   than 20 deals had closed. `win_n`: the closed deals behind it.
 * - `stage_probability`: what the `stage` record says, as a fraction (60 in the source is 0.6); null without one. Today's setting.
 * - `profile_fit`: of the known characteristics (type; industry, segment and size of the account; product), the share whose deals
 *   were won more often than all were. Null when none is known. `profile_known`: how many are.
 * - `margin_rate`: the margin over the amount on the record, as known today. `margin_percentile`: the share of the deals won before
 *   the quarter with a lower rate (half of those equal), at whole percents; the top quarter is ≥ 0.75.
 * - `completeness`: the known among account, contact, amount, expected close, product (its own or a line's) and next step, over 6.
 *   Amount and expected close are those of the span, the others those of the record today.
 * - `outcome`: won or lost once the deal is, null while it is open: for calibration only.
 *
 * `pipeline`, `stage`, `amount`, `currency`, `owner_id`, `expected_close_on` are those of the span. A quarter's cut has
 * the first moment of the quarter's first day.
 */
export const opportunityForecast = defineDerived(
  'opportunity_forecast',
  'span',
  {
    from: ['opportunity', 'account', 'opportunity_line', 'stage', 'opportunity_span', 'stage_span', 'deal_model'],
    standsOn: ['opportunity_span'],
    times: ['opportunity'],
    base: 'opportunity_id',
  },
  {
    opportunity_id: reference('opportunity'),
    /** The first day of the quarter whose estimates these are. */
    used_from: date(),
    pipeline: text(),
    stage: text(),
    amount: money(),
    currency: currency(),
    owner_id: reference('user'),
    expected_close_on: plannedDate(),
    valid_from: instant(),
    valid_to: instant(),
    start_unknown: boolean(),
    win_probability: number(),
    win_n: integer(),
    stage_probability: number(),
    profile_fit: number(),
    profile_known: integer(),
    margin_rate: number(),
    margin_percentile: number(),
    completeness: number(),
    outcome: oneOf(['won', 'lost']),
  },
);
