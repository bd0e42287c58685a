import { targetDay } from '../../model/derived/target_day.ts';
import { weeklyHours } from '../../model/working-days.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { isLive } from './moment.ts';

/** KPIs whose targets are sums of money: others cannot be told by the day. */
const kpis = ['revenue_target_attainment', 'total_sales', 'new_revenue'];
/** A Monday, to tell weekdays by. */
const monday = '2000-01-03';

/** 1 on a working day, else 0. */
const worked = ({ dialect, settings }: DerivedContext, day: string): string => {
  const week = weeklyHours(settings) ?? [true, true, true, true, true, null, null];
  const off = week.flatMap((hours, index) => (hours === null ? [index] : []));
  const weekday = `(${dialect.daysBetween(dialect.date(monday), day)} % 7 + 7) % 7`;
  const rest = [
    ...(off.length === 0 ? [] : [`${weekday} in (${off.join(', ')})`]),
    ...(settings.holidays.length === 0 ? [] : [`${day} in (${settings.holidays.map((holiday) => dialect.date(holiday)).join(', ')})`]),
  ];
  return rest.length === 0 ? '1' : `case when ${rest.join(' or ')} then 0 else 1 end`;
};

/** What each person goes by in a target's scope; of several of one name, the first. */
const labelSql = ({ relation }: DerivedContext): string => {
  const by = (prefix: string, column: string): string =>
    `select u._source as _source, '${prefix}=' || u.${column} as label, u.id as id from ${relation('user')} as u where ${isLive('u')} and u.${column} is not null`;
  const labels = [by('owner.name', 'name'), by('owner.email', 'email'), by('owner', 'id'), by('owner_id', 'id')];
  return `select l.label as label, min(l._source) as _source, min(l.id) as id from (\n${labels.join('\nunion all\n')}\n) as l group by l.label`;
};

/** Targets spread over working days; the rule is told at the model's `target_day`. */
export const targetDayBuilder: SelectedBuilder = {
  dataset: targetDay,
  sql: (context) => {
    const { dialect, relation } = context;
    return `with goal as (
  select t._source as _source, t.id as id, t.kpi as kpi, coalesce(t.scope, '') as scope, ${dialect.double('t.value')} as value, t.period_start as first_day, t.period_end as last_day,
    ${dialect.daysBetween('t.period_start', 't.period_end')} + 1 as days
  from ${relation('target')} as t
  where ${isLive('t')} and t.kpi in (${kpis.map(dialect.text).join(', ')}) and t.value is not null and t.period_start <= t.period_end
), each_day as (
  select g.*, ${dialect.eachDay('g.first_day', 'g.last_day')} as day from goal as g
), weighed as (
  select e.*, ${worked(context, 'e.day')} as weight from each_day as e
), spread as materialized (
  select w._source as _source, w.kpi as kpi, w.scope as scope, w.day as day,
    case when sum(w.weight) over (partition by w._source, w.id) > 0
      then w.value * w.weight / sum(w.weight) over (partition by w._source, w.id) else w.value / w.days end as value,
    row_number() over (partition by w.kpi, w.scope, w.day order by w.days, w.id desc, w._source) as place
  from weighed as w
), personal as materialized (
  select l._source as _source, s.kpi as kpi, l.id as owner_id, s.day as day, s.value as value
  from spread as s
  join (${labelSql(context)}) as l on l.label = s.scope
  where s.place = 1
), together as (
  select p.kpi as kpi, p.day as day, sum(p.value) as value from personal as p group by p.kpi, p.day
)
select p._source as _source, p.kpi as kpi, p.owner_id as owner_id, p.day as day, p.value as value from personal as p where p.value <> 0
union all
select s._source as _source, s.kpi as kpi, ${dialect.nullOf('text')} as owner_id, s.day as day, s.value - coalesce(t.value, 0) as value
from spread as s
left join together as t on t.kpi = s.kpi and t.day = s.day
where s.place = 1 and s.scope = '' and s.value - coalesce(t.value, 0) <> 0`;
  },
};
