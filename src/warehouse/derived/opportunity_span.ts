import { opportunitySpan } from '../../model/derived/opportunity_span.ts';
import type { FieldType } from '../../model/field.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { isLive, mapMoment, momentOf, pickMoment, sameMoment } from './moment.ts';

/** The fields whose changes begin a new span. */
const tracked = ['status', 'pipeline', 'stage', 'amount', 'currency', 'owner_id', 'expected_close_on'] as const;
type Tracked = (typeof tracked)[number];

const typeOf = (field: Tracked): FieldType => opportunitySpan.fields[field]?.type ?? 'text';

/** Changes of the tracked fields, each with its place among those of its record and field, from 1, and how many those are. */
const changeSql = ({ dialect, relation }: DerivedContext): string => `select c.*,
    row_number() over (partition by c._source, c.record_id, c.field order by c.turn, c.id) as ordinal,
    count(*) over (partition by c._source, c.record_id, c.field) as total
  from (
    select f._source as _source, f.id as id, f.record_id as record_id, f.field as field, f.old_value as old_value, f.new_value as new_value, ${momentOf(dialect, 'f', 'changed_at', 'turn')}
    from ${relation('field_change')} as f
    where ${isLive('f')} and f.entity = 'opportunity' and f.record_id is not null and f.changed_at is not null
      and f.field in (${tracked.map(dialect.text).join(', ')})
  ) as c`;

/**
 * Live deals with the moments `start` (created; of an open one without it, its source's watermark) and `closing` (of a closed one:
 * `closed_at`, else its last change to that status; never before `start`). Closed ones that nothing dates are left out.
 */
const dealSql = ({
  dialect,
  relation,
  watermarks,
}: DerivedContext): string => `select d._source as _source, d.id as id, d.is_closed as is_closed, d.start_unknown as start_unknown,
    ${tracked.map((field) => `d.${field} as ${field}`).join(', ')},
    ${pickMoment(dialect, 'start', [
      ['d.start is not null', 'd.start'],
      ['d.is_closed', 'd.closing'],
    ])},
    ${pickMoment(dialect, 'closing', [
      ['d.closing < d.start', 'd.start'],
      ['d.is_closed', 'd.closing'],
    ])}
  from (
    select o._source as _source, o.id as id, o.is_closed as is_closed, o.created is null and not o.is_closed as start_unknown,
      ${tracked.map((field) => `o.${field} as ${field}`).join(', ')},
      case when o.created is not null then o.created when not o.is_closed then w.instant end as start,
      case when o.created is not null then o.created_day when not o.is_closed then w.day end as start_day,
      case when o.created is not null then o.created_date_only else false end as start_date_only,
      ${pickMoment(dialect, 'closing', [
        ['not o.is_closed', null],
        ['o.closed is not null', 'o.closed'],
        ['true', 's.turn'],
      ])}
    from (
      select p._source as _source, p.id as id, ${tracked.map((field) => `p.${field} as ${field}`).join(', ')}, coalesce(p.status in ('won', 'lost'), false) as is_closed,
        ${momentOf(dialect, 'p', 'created_at', 'created')}, ${momentOf(dialect, 'p', 'closed_at', 'closed')}
      from ${relation('opportunity')} as p
      where ${isLive('p')}
    ) as o
    left join ${watermarks} as w on w.source = o._source and w.entity = 'opportunity'
    left join (
      select c.*, row_number() over (partition by c._source, c.record_id, c.new_value order by c.ordinal desc) as place
      from change as c
      where c.field = 'status'
    ) as s on s._source = o._source and s.record_id = o.id and s.new_value = o.status and s.place = 1
  ) as d
  where coalesce(d.start, d.closing) is not null and (not d.is_closed or d.closing is not null)`;

/** What a field read from a point on: its own value after its last change and where it has none, else what the changes say. */
const valueSql = ({ dialect }: DerivedContext, field: Tracked): string => {
  const then = `case when p.n_${field} = 0 then c_${field}.old_value else c_${field}.new_value end`;
  const none = `c_${field}.record_id is null`;
  if (field === 'status') {
    const read = `case when lower(${then}) in ('open', 'won', 'lost') then lower(${then}) end`;
    return `case when d.is_closed and p.turn >= d.closing then d.status when d.is_closed then coalesce(${read}, 'open') when ${none} or p.n_status >= c_status.total then d.status else coalesce(${read}, d.status) end`;
  }
  return `case when ${none} or p.n_${field} >= c_${field}.total then d.${field} else ${dialect.cast(`(${then})`, typeOf(field))} end`;
};

const besides = [
  ['before_status', 'lag', 'status'],
  ['before_amount', 'lag', 'amount'],
  ['next_status', 'lead', 'status'],
  ['next_expected_close_on', 'lead', 'expected_close_on'],
] as const;

/** Each deal cut where anything about it changed; the rule is told at the model's `opportunity_span`. */
export const opportunitySpanBuilder: SelectedBuilder = {
  dataset: opportunitySpan,
  sql: (context) => `with change as materialized (
  ${changeSql(context)}
), deal as materialized (
  ${dealSql(context)}
), event as (
  select d._source as _source, d.id as id, true as is_point, '' as field, ${sameMoment('d', 'start', 'turn')} from deal as d
  union all
  select d._source as _source, d.id as id, true as is_point, '' as field, ${sameMoment('d', 'closing', 'turn')} from deal as d where d.is_closed
  union all
  select d._source as _source, d.id as id, c.turn > d.start as is_point, c.field as field, ${sameMoment('c', 'turn')}
  from deal as d
  join change as c on c._source = d._source and c.record_id = d.id
), by_moment as (
  select e._source as _source, e.id as id, e.turn as turn, e.turn_day as turn_day, max(e.is_point) as is_point, min(e.turn_date_only) as turn_date_only,
    ${tracked.map((field) => `count(case when e.field = '${field}' then 1 end) as n_${field}`).join(', ')}
  from event as e
  group by e._source, e.id, e.turn, e.turn_day
), counted as (
  select m._source as _source, m.id as id, m.is_point as is_point, ${sameMoment('m', 'turn')},
    ${tracked.map((field) => `sum(m.n_${field}) over one_deal as n_${field}`).join(', ')}
  from by_moment as m
  window one_deal as (partition by m._source, m.id order by m.turn rows between unbounded preceding and current row)
), point as (
  select t.*, ${mapMoment('t.turn', 'next', (column) => `lead(${column}) over (partition by t._source, t.id order by t.turn)`)}
  from counted as t
  where t.is_point
)
select r.*, ${besides.map(([name, call, column]) => `${call}(r.${column}) over (partition by r._source, r.opportunity_id order by r.valid_from) as ${name}`).join(', ')}
from (
select d._source as _source, d.id as opportunity_id, d.start_unknown as start_unknown, ${sameMoment('p', 'turn', 'valid_from')}, ${sameMoment('p', 'next', 'valid_to')},
  ${tracked.map((field) => `${valueSql(context, field)} as ${field}`).join(',\n  ')}
from point as p
join deal as d on d._source = p._source and d.id = p.id
${tracked
  .map(
    (field) =>
      `left join (select c.* from change as c where c.field = '${field}') as c_${field} on c_${field}._source = p._source and c_${field}.record_id = p.id and c_${field}.ordinal = case when p.n_${field} = 0 then 1 else p.n_${field} end`,
  )
  .join('\n')}
) as r`,
};
