import { defineDerived } from '../entity.ts';
import { date, number, reference, text } from '../field.ts';

/**
 * Targets in money (`revenue_target_attainment`, `total_sales`, `new_revenue`) day by day: a period's target is spread evenly over its
 * working days (by the settings' hours and holidays; without hours, Monday to Friday), or over all its days where none is worked.
 *
 * A target is the company's (no scope) or a person's (`owner.name=…`, `owner.email=…`, `owner=<id>`); other scopes have no rows. Of
 * several for one day and scope, that of the shortest period holds, then the greater id. What the company's target has over the sum of
 * the people's is a row without an owner, so that all rows of a day add up to the company's target, where there is one.
 */
export const targetDay = defineDerived(
  'target_day',
  'fact',
  // Targets are set ahead: they say nothing of how far the data reach.
  { from: ['target', 'user'], standsOn: ['target'], times: [] },
  { kpi: text(), owner_id: reference('user'), day: date(), value: number() },
);
