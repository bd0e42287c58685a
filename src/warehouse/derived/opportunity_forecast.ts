import { opportunityForecast } from '../../model/derived/opportunity_forecast.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { profileAttributes } from './deal_model.ts';
import { isLive, momentOf, pickMoment, sameMoment, startOfDay } from './moment.ts';

/** Before any quarter that has a model. */
const ever = '0001-01-01';

/** The open spans of deals cut at the quarters that have a model; the time before the first of them has no `used_from`. */
const pieceSql = (context: DerivedContext): string => {
  const { dialect, relation, settings } = context;
  const start = `case when q.begins > s.valid_from_day then q.begins end`;
  return `select p._source as _source, p.opportunity_id as opportunity_id, p.pipeline as pipeline, p.stage as stage, p.amount as amount, p.currency as currency, p.owner_id as owner_id, p.expected_close_on as expected_close_on, p.start_unknown as start_unknown, p.used_from as used_from,
    ${pickMoment(dialect, 'valid_from', [
      ['p.cut_day is not null', 'p.cut'],
      ['true', 'p.valid_from'],
    ])},
    ${pickMoment(dialect, 'valid_to', [
      ['p.stop_day is not null and (p.valid_to is null or p.stop < p.valid_to)', 'p.stop'],
      ['true', 'p.valid_to'],
    ])}
  from (
    select s._source as _source, s.opportunity_id as opportunity_id, s.pipeline as pipeline, s.stage as stage, s.amount as amount, s.currency as currency, s.owner_id as owner_id, s.expected_close_on as expected_close_on, s.start_unknown as start_unknown, q.used_from as used_from,
      ${momentOf(dialect, 's', 'valid_from', 'valid_from')}, ${momentOf(dialect, 's', 'valid_to', 'valid_to')}, ${startOfDay(dialect, start, settings.timezone, 'cut')}, ${startOfDay(dialect, 'q.ends', settings.timezone, 'stop')}
    from ${relation('opportunity_span')} as s
    join quarter as q on q._source = s._source
    where s.status = 'open' and (q.ends is null or q.ends > s.valid_from_day) and (s.valid_to_day is null or q.begins <= s.valid_to_day)
  ) as p
  where p.valid_to is null or p.cut_day is null or p.cut < p.valid_to`;
};

/** The cells of one level of winning, under names of their own. */
const cellJoin = (context: DerivedContext, level: string, alias: string, columns: readonly string[]): string => {
  const own = columns.map((column) => `coalesce(m.${column}, '') as ${column}`);
  const named = own.length === 0 ? '' : `, ${own.join(', ')}`;
  const same = columns.map((column) => ` and ${alias}.${column} = coalesce(${column === 'type' ? 'o' : 'p'}.${column}, '')`).join('');
  return `left join (select m._source as _source, m.used_from as used_from, m.estimate as estimate, m.closed as closed${named} from ${context.relation('deal_model')} as m where m.level = '${level}') as ${alias}
  on ${alias}._source = p._source and ${alias}.used_from = p.used_from${same}`;
};

const profileJoin = (context: DerivedContext, attribute: string, column: string): string =>
  `left join (select m._source as _source, m.used_from as used_from, m.value as value, m.estimate as estimate from ${context.relation('deal_model')} as m where m.level = 'profile' and m.attribute = '${attribute}') as f_${attribute}
  on f_${attribute}._source = p._source and f_${attribute}.used_from = p.used_from and f_${attribute}.value = ${column.replace(/^c\./, 'o.')}`;

/** What was to be expected of each deal while it was open; told at the model's `opportunity_forecast`. */
export const opportunityForecastBuilder: SelectedBuilder = {
  dataset: opportunityForecast,
  sql: (context) => {
    const { dialect, relation } = context;
    const attributes = Object.entries(profileAttributes);
    const known = attributes.map(([name]) => `case when f_${name}.estimate is null then 0 else 1 end`).join(' + ');
    const fitting = attributes.map(([name]) => `case when f_${name}.estimate > w_all.estimate then 1 else 0 end`).join(' + ');
    const levels = ['w_owner', 'w_type', 'w_stage', 'w_all'];
    const told = [
      'o.account_id',
      'o.contact_id',
      'p.amount',
      'p.expected_close_on',
      'coalesce(o.product_id, l.product_id)',
      'o.next_step_at',
    ];
    const ownRate = `case when o.amount > 0 then ${dialect.double('o.margin')} / ${dialect.double('o.amount')} end`;
    const whole = dialect.convert(dialect.least('100', dialect.greatest('-100', `floor(100 * (${ownRate}) + 0.5e0)`)), 'integer');
    const percent = `case when o.margin is not null and o.amount > 0 then ${dialect.asText(whole, 'integer')} end`;
    return `with quarter as materialized (
  select d._source as _source, d.used_from as used_from, d.used_from as begins, lead(d.used_from) over (partition by d._source order by d.used_from) as ends
  from (select distinct m._source as _source, m.used_from as used_from from ${relation('deal_model')} as m) as d
  union all
  select s._source as _source, ${dialect.nullOf('date')} as used_from, ${dialect.date(ever)} as begins, n.first_quarter as ends
  from (select distinct t._source as _source from ${relation('opportunity_span')} as t) as s
  left join (select m._source as _source, min(m.used_from) as first_quarter from ${relation('deal_model')} as m group by m._source) as n on n._source = s._source
), piece as materialized (
  ${pieceSql(context)}
), stage_row as (
  select g._source as _source, coalesce(g.pipeline, '') as pipeline, g.label as label, max(g.probability) as probability
  from (
    select r._source as _source, r.pipeline as pipeline, r.name as label, r.probability as probability from ${relation('stage')} as r where ${isLive('r')} and r.name is not null
    union all
    select r._source as _source, r.pipeline as pipeline, r.id as label, r.probability as probability from ${relation('stage')} as r where ${isLive('r')} and r.id <> coalesce(r.name, '')
  ) as g
  group by g._source, coalesce(g.pipeline, ''), g.label
)
select p._source as _source, p.opportunity_id as opportunity_id, p.used_from as used_from, p.pipeline as pipeline, p.stage as stage, p.amount as amount, p.currency as currency, p.owner_id as owner_id, p.expected_close_on as expected_close_on, p.start_unknown as start_unknown,
  ${sameMoment('p', 'valid_from')}, ${sameMoment('p', 'valid_to')},
  coalesce(${levels.map((level) => `${level}.estimate`).join(', ')}) as win_probability, coalesce(${levels.map((level) => `${level}.closed`).join(', ')}) as win_n,
  case when coalesce(g_own.probability, g_any.probability) > 1 then coalesce(g_own.probability, g_any.probability) / 100 else coalesce(g_own.probability, g_any.probability) end as stage_probability,
  case when (${known}) > 0 then ${dialect.double(`(${fitting})`)} / (${known}) end as profile_fit, ${known} as profile_known,
  ${ownRate} as margin_rate, r.estimate as margin_percentile,
  ${dialect.double(told.map((field) => `case when ${field} is null then 0 else 1 end`).join(' + '))} / ${told.length} as completeness,
  case when o.status in ('won', 'lost') then o.status end as outcome
from piece as p
join ${relation('opportunity')} as o on o._source = p._source and o.id = p.opportunity_id
left join ${relation('account')} as a on a._source = o._source and a.id = o.account_id
left join (
  select i._source as _source, i.opportunity_id as opportunity_id, min(i.product_id) as product_id from ${relation('opportunity_line')} as i where ${isLive('i')} group by i._source, i.opportunity_id
) as l on l._source = o._source and l.opportunity_id = o.id
left join stage_row as g_own on g_own._source = p._source and g_own.pipeline = coalesce(p.pipeline, '') and g_own.label = p.stage
left join (select s._source as _source, s.label as label, max(s.probability) as probability from stage_row as s group by s._source, s.label) as g_any on g_any._source = p._source and g_any.label = p.stage
${cellJoin(context, 'all', 'w_all', [])}
${cellJoin(context, 'stage', 'w_stage', ['pipeline', 'stage'])}
${cellJoin(context, 'stage_type', 'w_type', ['pipeline', 'stage', 'type'])}
${cellJoin(context, 'stage_type_owner', 'w_owner', ['pipeline', 'stage', 'type', 'owner_id'])}
${attributes.map(([name, column]) => profileJoin(context, name, column)).join('\n')}
left join (select m._source as _source, m.used_from as used_from, m.value as value, m.estimate as estimate from ${relation('deal_model')} as m where m.level = 'margin') as r
  on r._source = p._source and r.used_from = p.used_from and r.value = ${percent}`;
  },
};
