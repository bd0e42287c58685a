import { leadNurturing } from '../../model/derived/lead_nurturing.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, momentOf, pickMoment, sameMoment } from './moment.ts';

/** Whether one moment is not after another. */
const notAfter = (first: string, second: string): string =>
  `case when ${first}_date_only or ${second}_date_only then ${first}_day <= ${second}_day else ${first} <= ${second} end`;

/** Nurturing touches of each lead before its decision; the rule is told at the model's `lead_nurturing`. */
export const leadNurturingBuilder: SelectedBuilder = {
  dataset: leadNurturing,
  sql: ({ dialect, relation }) => `with dated as (
  select l._source as _source, l.id as id, l.source as source, ${momentOf(dialect, 'l', 'created_at', 'created_at')}, ${momentOf(dialect, 'l', 'converted_at', 'converted_at')}, ${momentOf(dialect, 'l', 'lost_at', 'lost_at')}, ${momentOf(dialect, 'l', 'reopened_at', 'reopened_at')}
  from ${relation('lead')} as l
  where ${isLive('l')}
), decided as materialized (
  select d._source as _source, d.id as id, d.source as source, ${sameMoment('d', 'created_at')}, ${pickMoment(dialect, 'decided_at', [
    ['d.converted_at is not null', 'd.converted_at'],
    [`d.reopened_at is not null and d.lost_at is not null and ${notAfter('d.lost_at', 'd.reopened_at')}`, null],
    ['d.lost_at is not null', 'd.lost_at'],
  ])}
  from dated as d
), touched as (
  select a._source as _source, a.lead_id as lead_id, 1 as is_activity, ${momentOf(dialect, 'a', 'occurred_at', 'occurred_at')}
  from ${relation('activity')} as a
  where ${isLive('a')} and a.lead_id is not null and a.purpose = 'nurturing' and coalesce(a.direction, 'out') <> 'in' and a.occurred_at is not null
  union all
  select m._source as _source, m.lead_id as lead_id, 0 as is_activity, ${momentOf(dialect, 'm', 'sent_at', 'occurred_at')}
  from ${relation('campaign_message')} as m
  where ${isLive('m')} and m.lead_id is not null and m.bounced_at is null and m.sent_at is not null
), counted as (
  select t._source as _source, t.lead_id as lead_id, sum(t.is_activity) as activities, count(*) as touches
  from touched as t
  join decided as d on d._source = t._source and d.id = t.lead_id
  where d.decided_at is null or ${notAfter('t.occurred_at', 'd.decided_at')}
  group by t._source, t.lead_id
)
select d._source as _source, d.id as lead_id, d.source as source, ${sameMoment('d', 'created_at')}, ${sameMoment('d', 'decided_at')},
  coalesce(c.activities, 0) as activities, coalesce(c.touches, 0) - coalesce(c.activities, 0) as messages, coalesce(c.touches, 0) as touches
from decided as d
left join counted as c on c._source = d._source and c.lead_id = d.id`,
};
