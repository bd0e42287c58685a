import { stageActivity } from '../../model/derived/stage_activity.ts';
import type { SelectedBuilder } from './context.ts';
import { daysApart, isLive, momentOf, sameMoment } from './moment.ts';

/** Days from entering a stage within which an activity is early. */
const landmark = 5;

/** Visits that led on, by type of activity, with or without an early one; the rule is told at the model's `stage_activity`. */
export const stageActivityBuilder: SelectedBuilder = {
  dataset: stageActivity,
  sql: ({ dialect, relation }) => {
    const types = stageActivity.fields.activity_type?.values ?? [];
    const remaining = `v.days - ${landmark}`;
    return `with stay as (
  select s._source as _source, s.opportunity_id as opportunity_id, s.pipeline as pipeline, s.stage as stage, s.owner_id as owner_id, s.amount as amount, coalesce(s.currency, '') as currency,
    ${momentOf(dialect, 's', 'valid_from', 'entered_at')}, ${momentOf(dialect, 's', 'valid_to', 'left_at')}
  from ${relation('stage_span')} as s
  where s.category = 'open' and coalesce(s.start_unknown, false) = false and s.valid_to is not null and s.advanced_at is not null
), timed as (
  select t.*, ${daysApart(dialect, 't.entered_at', 't.left_at')} as days from stay as t
), visit as materialized (
  select m.*, case when m.amount is not null then ${dialect.convert(`floor((row_number() over (partition by m._source, m.currency, m.amount is null order by m.amount, m.opportunity_id, m.entered_at) - 1) * 3 / count(*) over (partition by m._source, m.currency, m.amount is null)) + 1`, 'integer')} end as size_band
  from timed as m
  where m.days > ${landmark}
), early as materialized (
  select distinct v._source as _source, v.opportunity_id as opportunity_id, v.entered_at as entered_at, a.type as type
  from visit as v
  join (
    select b._source as _source, b.opportunity_id as opportunity_id, b.type as type, ${momentOf(dialect, 'b', 'occurred_at', 'occurred_at')}
    from ${relation('activity')} as b
    where ${isLive('b')} and b.opportunity_id is not null and b.occurred_at is not null and b.type is not null
  ) as a on a._source = v._source and a.opportunity_id = v.opportunity_id
  where ${daysApart(dialect, 'v.entered_at', 'a.occurred_at')} between 0 and ${landmark}
)
select v._source as _source, v.opportunity_id as opportunity_id, k.type as activity_type, v.pipeline as pipeline, v.stage as stage, v.size_band as size_band, v.owner_id as owner_id,
  ${sameMoment('v', 'entered_at')}, ${sameMoment('v', 'left_at')}, e.type is not null as with_activity, ${remaining} as remaining_days, ln(${remaining}) as log_days
from visit as v
cross join ${dialect.values(
      ['type'],
      types.map((type) => [dialect.text(type)]),
    )} as k
left join early as e on e._source = v._source and e.opportunity_id = v.opportunity_id and e.entered_at = v.entered_at and e.type = k.type`;
  },
};
