import { opportunityStateSpan } from '../../model/derived/opportunity_state_span.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { daysApart, isLive, mapMoment, momentOf, sameMoment } from './moment.ts';

/** Longer than this many times the median stay of won deals is slow. */
const slowFactor = 1.5;
/** Fewer won visits to a stage tell no median. */
const leastVisits = 5;

const columns = ['pipeline', 'stage', 'amount', 'currency', 'owner_id', 'expected_close_on', 'start_unknown'] as const;
const overDeal = 'over (partition by s._source, s.opportunity_id order by s.valid_from)';

/** The spans of each deal, numbered, with what is counted along them. */
const spanSql = ({ dialect, relation }: DerivedContext): string => `select n.*,
    min(n.valid_from_day) over (partition by n._source, n.opportunity_id, n.stage_no) as stage_since
  from (
    select m.*, sum(m.is_new_stage) over so_far as stage_no, sum(m.is_push) over so_far as pushes, row_number() over (partition by m._source, m.opportunity_id order by m.valid_from) as ordinal
    from (
      select s._source as _source, s.opportunity_id as opportunity_id, s.status as status, ${columns.map((column) => `s.${column} as ${column}`).join(', ')}, ${momentOf(dialect, 's', 'valid_from', 'valid_from')},
        case when lag(s.valid_from) ${overDeal} is null or s.stage is distinct from lag(s.stage) ${overDeal} then 1 else 0 end as is_new_stage,
        case when s.expected_close_on > lag(s.expected_close_on) ${overDeal} then 1 else 0 end as is_push
      from ${relation('opportunity_span')} as s
    ) as m
    window so_far as (partition by m._source, m.opportunity_id order by m.valid_from rows between unbounded preceding and current row)
  ) as n`;

/** The margin of each deal among those of won ones, as it was known from when on; a row a quarter while it was open. */
const guessSql = ({
  dialect,
  relation,
}: DerivedContext): string => `select f._source as _source, f.opportunity_id as opportunity_id, ${momentOf(dialect, 'f', 'valid_from', 'valid_from')}, f.margin_percentile as margin_percentile,
    row_number() over (partition by f._source, f.opportunity_id order by f.valid_from) as ordinal
  from ${relation('opportunity_forecast')} as f`;

const touches = ['call', 'email', 'sms', 'meeting', 'demo'];

/** What happens to a deal beside its spans: activities, and changes of its next step. */
const happeningSql = ({
  dialect,
  relation,
}: DerivedContext): string => `select a._source as _source, a.opportunity_id as opportunity_id, ${momentOf(dialect, 'a', 'occurred_at', 'turn')}, 0 as n_span, 0 as n_guess, 0 as n_step, 1 as n_activity,
    case when a.type in (${touches.map(dialect.text).join(', ')}) and coalesce(a.connected, true) then 1 else 0 end as n_touch, coalesce(a.duration_s, 0) + coalesce(a.wrap_s, 0) as seconds
  from ${relation('activity')} as a
  where ${isLive('a')} and a.opportunity_id is not null and a.occurred_at is not null and coalesce(a.type, '') <> 'note'
  union all
  select c._source as _source, c.record_id as opportunity_id, ${sameMoment('c', 'turn')}, 0 as n_span, 0 as n_guess, 1 as n_step, 0 as n_activity, 0 as n_touch, ${dialect.double('0')} as seconds
  from step as c`;

/** Changes of next steps, numbered. */
const stepSql = ({
  dialect,
  relation,
}: DerivedContext): string => `select f._source as _source, f.record_id as record_id, f.old_value as old_value, f.new_value as new_value, ${momentOf(dialect, 'f', 'changed_at', 'turn')},
    row_number() over (partition by f._source, f.record_id order by f.changed_at, f.id) as ordinal, count(*) over (partition by f._source, f.record_id) as total
  from ${relation('field_change')} as f
  where ${isLive('f')} and f.entity = 'opportunity' and f.field = 'next_step_at' and f.record_id is not null and f.changed_at is not null`;

/** The median stay in each stage of deals that were won. */
const usualSql = ({ dialect, relation }: Pick<DerivedContext, 'dialect' | 'relation'>): string => {
  const size = dialect.listLength('v.stays');
  const middle = (shift: number): string => dialect.listAt('v.stays', dialect.convert(`floor((${size} + ${shift}) / 2)`, 'integer'));
  return `select v._source as _source, v.pipeline_key as pipeline_key, v.stage as stage, (${middle(1)} + ${middle(2)}) / 2 as days
  from (
    select w._source as _source, w.pipeline_key as pipeline_key, w.stage as stage, ${dialect.sortedList('w.days', null)} as stays
    from (
      select t._source as _source, coalesce(t.pipeline, '') as pipeline_key, t.stage as stage, ${daysApart(dialect, 't.valid_from', 't.valid_to')} as days
      from (
        select x._source as _source, x.opportunity_id as opportunity_id, x.pipeline as pipeline, x.stage as stage, ${momentOf(dialect, 'x', 'valid_from', 'valid_from')}, ${momentOf(dialect, 'x', 'valid_to', 'valid_to')}
        from ${relation('stage_span')} as x
        where x.category = 'open' and coalesce(x.start_unknown, false) = false and x.valid_to is not null
      ) as t
      join ${relation('opportunity')} as o on o._source = t._source and o.id = t.opportunity_id
      where o.status = 'won'
    ) as w
    group by w._source, w.pipeline_key, w.stage
  ) as v
  where ${size} >= ${leastVisits}`;
};

/** The day from which a deal is slow in its stage: `row` tells since when it is there, `u` the median stay. */
const slowFrom = (dialect: Dialect, row: string): string =>
  `case when u.days is not null then ${dialect.addDays(`${row}.stage_since`, dialect.convert(`floor(${slowFactor} * coalesce(u.days, 0)) + 1`, 'integer'))} end`;

const ofStage = (row: string): string =>
  `u._source = ${row}._source and u.pipeline_key = coalesce(${row}.pipeline, '') and u.stage = ${row}.stage`;

/** The deals that are held for slow from another day than the median stays of now say. */
export const otherwiseSlowSql = ({ dialect, relation }: Pick<DerivedContext, 'dialect' | 'relation'>): string =>
  `select s._source, s.opportunity_id
  from ${relation('opportunity_state_span')} as s
  left join (${usualSql({ dialect, relation })}) as u on ${ofStage('s')}
  where s.slow_from is distinct from ${slowFrom(dialect, 's')}`;

/** Deals that an older one of the same account and name was open beside when they were created. */
const repeatedSql = ({ relation }: DerivedContext): string => {
  const deal = (where: string): string =>
    `select o._source as _source, o.id as id, o.account_id as account_id, lower(o.name) as name, o.created_at as created_at, o.created_at_day as created_day, o.closed_at_day as closed_day, coalesce(o.status, 'open') as status from ${relation('opportunity')} as o where ${isLive('o')} and o.account_id is not null and o.name is not null and o.created_at is not null${where}`;
  return `select distinct d._source as _source, d.id as id
  from (${deal('')}) as d
  join (${deal('')}) as e on e._source = d._source and e.account_id = d.account_id and e.name = d.name
  where (e.created_at < d.created_at or (e.created_at = d.created_at and e.id < d.id)) and (e.closed_day > d.created_day or (e.closed_day is null and e.status = 'open'))`;
};

/** The state of each open deal; the rule is told at the model's `opportunity_state_span`. */
export const opportunityStateSpanBuilder: SelectedBuilder = {
  dataset: opportunityStateSpan,
  sql: (context) => {
    const { dialect, relation } = context;
    const written = `case when p.n_step = 0 then c.old_value else c.new_value end`;
    const nextStep = `case when c.record_id is null or p.n_step >= c.total then o.next_step_at_day else ${dialect.cast(`(${written})`, 'date')} end`;
    return `with step as materialized (
  ${stepSql(context)}
), span as materialized (
  ${spanSql(context)}
), guess as materialized (
  ${guessSql(context)}
), event as (
  select s._source as _source, s.opportunity_id as opportunity_id, ${sameMoment('s', 'valid_from', 'turn')}, 1 as n_span, 0 as n_guess, 0 as n_step, 0 as n_activity, 0 as n_touch, ${dialect.double('0')} as seconds
  from span as s
  union all
  select g._source as _source, g.opportunity_id as opportunity_id, ${sameMoment('g', 'valid_from', 'turn')}, 0 as n_span, 1 as n_guess, 0 as n_step, 0 as n_activity, 0 as n_touch, ${dialect.double('0')} as seconds
  from guess as g
  union all
  ${happeningSql(context)}
), by_moment as (
  select e._source as _source, e.opportunity_id as opportunity_id, e.turn as turn, e.turn_day as turn_day, min(e.turn_date_only) as turn_date_only,
    sum(e.n_span) as n_span, sum(e.n_guess) as n_guess, sum(e.n_step) as n_step, sum(e.n_activity) as activities, max(e.n_touch) as n_touch, sum(e.seconds) as activity_s
  from event as e
  group by e._source, e.opportunity_id, e.turn, e.turn_day
), point as (
  select m._source as _source, m.opportunity_id as opportunity_id, ${sameMoment('m', 'turn')}, m.activities as activities, m.activity_s as activity_s,
    sum(m.n_span) over so_far as span_no, sum(m.n_guess) over so_far as guess_no, sum(m.n_step) over so_far as n_step, max(case when m.n_touch > 0 then m.turn_day end) over so_far as last_activity_on,
    ${mapMoment('m.turn', 'next', (column) => `lead(${column}) over (partition by m._source, m.opportunity_id order by m.turn)`)}
  from by_moment as m
  window so_far as (partition by m._source, m.opportunity_id order by m.turn rows between unbounded preceding and current row)
), usual as materialized (
  ${usualSql(context)}
), repeated as materialized (
  ${repeatedSql(context)}
)
select s._source as _source, s.opportunity_id as opportunity_id, ${columns.map((column) => `s.${column} as ${column}`).join(', ')},
  p.last_activity_on as last_activity_on, ${nextStep} as next_step_on, s.stage_since as stage_since,
  ${slowFrom(dialect, 's')} as slow_from,
  s.pushes as pushes, r.id is not null as is_repeated, g.margin_percentile as margin_percentile, p.activities as activities, p.activity_s as activity_s,
  ${sameMoment('p', 'turn', 'valid_from')}, ${sameMoment('p', 'next', 'valid_to')}
from point as p
join span as s on s._source = p._source and s.opportunity_id = p.opportunity_id and s.ordinal = p.span_no
left join ${relation('opportunity')} as o on o._source = s._source and o.id = s.opportunity_id
left join step as c on c._source = p._source and c.record_id = p.opportunity_id and c.ordinal = case when p.n_step = 0 then 1 else p.n_step end
left join guess as g on g._source = p._source and g.opportunity_id = p.opportunity_id and g.ordinal = p.guess_no
left join usual as u on ${ofStage('s')}
left join repeated as r on r._source = s._source and r.id = s.opportunity_id
where s.status = 'open'`;
  },
};
