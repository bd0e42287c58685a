import { forecastOutcome } from '../../model/derived/forecast_outcome.ts';
import { inBaseCurrency, rateJoin } from './base_money.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, momentOf, sameMoment } from './moment.ts';

/** The last forecast by the end of each period's first day, against what was won in it; told at the model's `forecast_outcome`. */
export const forecastOutcomeBuilder: SelectedBuilder = {
  dataset: forecastOutcome,
  sql: (context) => {
    const { dialect, relation } = context;
    return `with said as (
  select f._source as _source, f.id as id, coalesce(f.owner_id, '') as owner, coalesce(f.category, '') as category, f.period_start as period_start, f.period_end as period_end,
    ${momentOf(dialect, 'f', 'made_at', 'made_at')}, ${inBaseCurrency(context, 'f', 'amount', 'rate')} as amount
  from ${relation('forecast')} as f
  ${rateJoin(context, 'f', 'made_at_day', 'rate')}
  where ${isLive('f')} and f.amount is not null and f.made_at_day <= f.period_start and f.period_start <= f.period_end
), ranked as (
  select s.*, row_number() over (partition by s._source, s.owner, s.category, s.period_start, s.period_end order by s.made_at desc, s.id desc) as place,
    max(case when s.owner = '' then 0 else 1 end) over (partition by s._source, s.category, s.period_start, s.period_end) as has_people
  from said as s
), chosen as materialized (
  select r.* from ranked as r where r.place = 1 and r.amount is not null and (r.owner <> '' or r.has_people = 0)
), win as materialized (
  select o._source as _source, coalesce(o.owner_id, '') as owner, o.closed_at_day as day, ${inBaseCurrency(context, 'o', 'amount', 'rate')} as amount
  from ${relation('opportunity')} as o
  ${rateJoin(context, 'o', 'closed_at_day', 'rate')}
  where ${isLive('o')} and o.status = 'won' and o.closed_at_day is not null
), counted as (
  select w._source as _source, w.owner as owner, w.day as day, w.amount as amount from win as w where w.owner <> ''
  union all
  select w._source as _source, '' as owner, w.day as day, w.amount as amount from win as w
)
select c._source as _source, nullif(c.owner, '') as owner_id, nullif(c.category, '') as category, c.period_start as period_start, c.period_end as period_end,
  ${sameMoment('c', 'made_at')}, ${dialect.asMoney('c.amount')} as amount, ${dialect.asMoney('coalesce(a.won, 0)')} as won, coalesce(a.won_deals, 0) as won_deals
from chosen as c
left join (
  select c._source as _source, c.id as id, sum(w.amount) as won, count(w.amount) as won_deals
  from chosen as c
  join counted as w on w._source = c._source and w.owner = c.owner
  where w.day between c.period_start and c.period_end
  group by c._source, c.id
) as a on a._source = c._source and a.id = c.id`;
  },
};
