import { stageSpan } from '../../model/derived/stage_span.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { isLive, mapMoment, momentOf, pickMoment, sameMoment } from './moment.ts';

/** The stages on record under each name they go by (their own or their id), one a pipeline and name. */
const stageSql = ({
  relation,
}: DerivedContext): string => `select l._source as _source, l.pipeline as pipeline, l.label as label, min(l."position") as "position", min(l.category) as category
  from (
    select s._source as _source, s.pipeline as pipeline, s.name as label, s."position" as "position", s.category as category from ${relation('stage')} as s where ${isLive('s')} and s.name is not null
    union all
    select s._source as _source, s.pipeline as pipeline, s.id as label, s."position" as "position", s.category as category from ${relation('stage')} as s where ${isLive('s')} and s.id <> coalesce(s.name, '')
  ) as l
  group by l._source, l.pipeline, l.label`;

/**
 * Spans of deals with what is on record of their stage, in its pipeline or else under its name in any. Of a deal without stage
 * history that is closed by now, the stage of its open time is not known when its stage is a closing one.
 */
const segmentSql = ({
  dialect,
  relation,
}: DerivedContext): string => `select g._source as _source, g.opportunity_id as opportunity_id, g.pipeline as pipeline, g.amount as amount, g.currency as currency, g.owner_id as owner_id, g.start_unknown as start_unknown, g."position" as "position", g.has_history as has_history, coalesce(g.status in ('won', 'lost'), false) as is_over, g.known_stages as known_stages,
    ${sameMoment('g', 'valid_from')}, ${sameMoment('g', 'valid_to')},
    case when ${unknown} then null else g.stage end as stage,
    case when g.status in ('won', 'lost') then g.status when ${unknown} then 'open' else coalesce(g.category, 'open') end as category
  from (
    select ${['_source', 'opportunity_id', 'pipeline', 'stage', 'status', 'amount', 'currency', 'owner_id', 'start_unknown'].map((column) => `s.${column} as ${column}`).join(', ')},
      ${momentOf(dialect, 's', 'valid_from', 'valid_from')}, ${momentOf(dialect, 's', 'valid_to', 'valid_to')}, coalesce(own.category, any_one.category) as category, coalesce(own."position", any_one."position") as "position",
      coalesce(own.label, any_one.label) is not null as known_stages, h.record_id is not null as has_history,
      max(case when s.valid_to is null and s.status in ('won', 'lost') then 1 else 0 end) over (partition by s._source, s.opportunity_id) = 1 as is_closed
    from ${relation('opportunity_span')} as s
    left join stage_row as own on own._source = s._source and own.pipeline = s.pipeline and own.label = s.stage
    left join (
      select r._source as _source, r.label as label, min(r."position") as "position", min(r.category) as category from stage_row as r group by r._source, r.label
    ) as any_one on any_one._source = s._source and any_one.label = s.stage
    left join (
      select distinct f._source as _source, f.record_id as record_id from ${relation('field_change')} as f
      where ${isLive('f')} and f.entity = 'opportunity' and f.field = 'stage' and f.changed_at is not null
    ) as h on h._source = s._source and h.record_id = s.opportunity_id
  ) as g`;

/** The stage is that of the closing, which was still to come. */
const unknown = "g.is_closed and not g.has_history and g.category in ('won', 'lost') and g.status not in ('won', 'lost')";

const deal = (row: string): string => `${row}._source, ${row}.opportunity_id`;
const sameDeal = (a: string, b: string): string => `${a}._source = ${b}._source and ${a}.opportunity_id = ${b}.opportunity_id`;
/** In order of time, of each deal. */
const overDeal = (row: string, order: string): string => `over (partition by ${deal(row)} order by ${order})`;

/** Each visit of a deal to a stage; the rule is told at the model's `stage_span`. */
export const stageSpanBuilder: SelectedBuilder = {
  dataset: stageSpan,
  sql: (context) => {
    const isNew = ['pipeline', 'stage', 'is_shut'].map((column) => `b.${column} is distinct from b.before_${column}`).join(' or ');
    return `with stage_row as materialized (
  ${stageSql(context)}
), segment as materialized (
  select s.*, s.is_over as is_shut from (${segmentSql(context)}) as s
), beside as (
  select s.*, lag(s.pipeline) ${overDeal('s', 's.valid_from')} as before_pipeline,
    lag(s.stage) ${overDeal('s', 's.valid_from')} as before_stage, lag(s.is_shut) ${overDeal('s', 's.valid_from')} as before_is_shut
  from segment as s
), entered as (
  select b.* from beside as b where ${isNew}
), marked as materialized (
  select e._source, e.opportunity_id, e.pipeline, e.stage, e.category, e.is_shut, e."position", e.has_history, e.known_stages,
    e.amount, e.currency, e.owner_id, e.start_unknown, ${sameMoment('e', 'valid_from')},
    ${mapMoment('e.valid_from', 'valid_to', (column) => `lead(${column}) ${overDeal('e', 'e.valid_from')}`)},
    row_number() ${overDeal('e', 'e.valid_from')} as island,
    e.is_shut and e.before_is_shut is not null and e.stage is not distinct from e.before_stage and e.pipeline is not distinct from e.before_pipeline as is_left_out
  from entered as e
), inferred as (
  select r._source as _source, r.pipeline_key as pipeline_key, r.stage as stage, row_number() over (partition by r._source, r.pipeline_key order by r.mean_place, r.stage) as "position"
  from (
    select f._source as _source, f.pipeline_key as pipeline_key, f.stage as stage, avg(f.place) as mean_place
    from (
      select v._source as _source, v.opportunity_id as opportunity_id, v.pipeline_key as pipeline_key, v.stage as stage, min(v.place) as place
      from (
        select m._source as _source, m.opportunity_id as opportunity_id, coalesce(m.pipeline, '') as pipeline_key, m.stage as stage,
          row_number() ${overDeal('m', 'm.island')} as place
        from marked as m
        where m.has_history and m.stage is not null and not m.is_left_out and not m.known_stages and m.category <> 'lost'
      ) as v
      group by v._source, v.opportunity_id, v.pipeline_key, v.stage
    ) as f
    group by f._source, f.pipeline_key, f.stage
  ) as r
), visit as materialized (
  select m._source as _source, m.opportunity_id as opportunity_id, m.island as island, m.pipeline as pipeline, m.stage as stage, m.category as category, m.is_shut as is_shut, m.is_left_out as is_left_out, coalesce(m."position", r."position") as "position",
    m.amount as amount, m.currency as currency, m.owner_id as owner_id, m.start_unknown as start_unknown, ${sameMoment('m', 'valid_from')}, ${sameMoment('m', 'valid_to')}
  from marked as m
  left join inferred as r on r._source = m._source and r.pipeline_key = coalesce(m.pipeline, '') and r.stage = m.stage
), followed as (
  select v.*, ${[1, 2]
    .flatMap((step) =>
      ['stage', 'position', 'category', 'is_left_out', 'is_shut'].map(
        (column) => `lead(v."${column}", ${step}) ${overDeal('v', 'v.island')} as next${step}_${column}`,
      ),
    )
    .join(', ')}
  from visit as v
), advanced as (
  select v._source as _source, v.opportunity_id as opportunity_id, v.island as island, min(w.island) as to_island
  from visit as v
  join visit as w on ${sameDeal('w', 'v')}
  where w.island > v.island and (w.category = 'won' or (w.category <> 'lost' and not w.is_left_out and w."position" > v."position"))
  group by v._source, v.opportunity_id, v.island
), won as (
  select k.* from (
    select v._source as _source, v.opportunity_id as opportunity_id, v.island as island, ${sameMoment('s', 'valid_from')},
      row_number() over (partition by v._source, v.opportunity_id, v.island order by s.valid_from) as place
    from visit as v
    join segment as s on ${sameDeal('s', 'v')}
    where s.is_over and s.category = 'won' and s.valid_from >= v.valid_to
  ) as k
  where k.place = 1
)
select f._source as _source, f.opportunity_id as opportunity_id, f.pipeline as pipeline, f.stage as stage, f."position" as "position", f.category as category, f.amount as amount, f.currency as currency, f.owner_id as owner_id, f.start_unknown as start_unknown,
  ${sameMoment('f', 'valid_from')}, ${sameMoment('f', 'valid_to')}, 
  ${pickMoment(context.dialect, 'advanced_at', [
    // Lost and then won without another stage, it makes no visit.
    ['k.valid_from is not null and (w.valid_from is null or k.valid_from < w.valid_from)', 'k.valid_from'],
    ['w.valid_from is not null', 'w.valid_from'],
  ])},
  ${['stage', 'position']
    .map(
      (column) =>
        `case when not f.next1_is_left_out then f.next1_${column} when f.next2_is_shut and not f.next2_is_left_out then f.next2_${column} end as next_${column}`,
    )
    .join(',\n  ')},
  case when f.next1_is_left_out and f.next2_is_shut and not f.next2_is_left_out then f.next2_category else f.next1_category end as next_category
from followed as f
left join advanced as a on ${sameDeal('a', 'f')} and a.island = f.island
left join visit as w on ${sameDeal('w', 'a')} and w.island = a.to_island
left join won as k on ${sameDeal('k', 'f')} and k.island = f.island
where f.stage is not null and not f.is_left_out`;
  },
};
