import { riskEpisode, riskEpisodeDays, riskEpisodeScore } from '../../model/derived/risk_episode.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, momentOf, sameMoment, startOfDay } from './moment.ts';

/** Each time a customer became one at risk; the rule is told at the model's `risk_episode`. */
export const riskEpisodeBuilder: SelectedBuilder = {
  dataset: riskEpisode,
  sql: ({ dialect, relation, settings }) => {
    const day = (value: string, as: string): string => startOfDay(dialect, value, settings.timezone, as);
    return `with flagged as (
  select r._source as _source, r.account_id as account_id, r.valid_from_day as from_day, r.valid_to_day as to_day, r.score as score, r.revenue as revenue, r.currency as currency,
    case when lag(r.valid_to_day) over (partition by r._source, r.account_id order by r.valid_from_day) = r.valid_from_day then 0 else 1 end as begins
  from ${relation('account_risk')} as r
  where r.score >= ${riskEpisodeScore}
), numbered as materialized (
  select f.*, sum(f.begins) over (partition by f._source, f.account_id order by f.from_day rows between unbounded preceding and current row) as place from flagged as f
), ending as (
  select n._source as _source, n.account_id as account_id, n.place as place, case when count(n.to_day) = count(*) then max(n.to_day) end as to_day
  from numbered as n
  group by n._source, n.account_id, n.place
), action as (
  select n._source as _source, n.account_id as account_id, n.place as place, a.type as type, ${momentOf(dialect, 'a', 'acted_at', 'acted_at')},
    row_number() over (partition by n._source, n.account_id, n.place order by a.acted_at, a.id) as turn
  from numbered as n
  join ${relation('retention_action')} as a on a._source = n._source and a.account_id = n.account_id
  where n.begins = 1 and ${isLive('a')} and a.acted_at_day >= n.from_day and a.acted_at_day <= ${dialect.addDays('n.from_day', riskEpisodeDays)}
), loss as (
  select n._source as _source, n.account_id as account_id, n.place as place, ${momentOf(dialect, 'c', 'valid_to', 'lost_at')}
  from numbered as n
  join ${relation('customer_span')} as c on c._source = n._source and c.account_id = n.account_id
  where n.begins = 1 and c.valid_from_day <= n.from_day and c.valid_to_day > n.from_day
)
select n._source as _source, n.account_id as account_id, n.score as score, n.revenue as revenue, n.currency as currency, ${day('n.from_day', 'started_at')}, ${day('e.to_day', 'ended_at')},
  case when n.score >= 60 then '60-100' when n.score >= 40 then '40-59' else '25-39' end as score_band,
  a.type as action_type, ${sameMoment('a', 'acted_at')}, ${sameMoment('l', 'lost_at')}
from numbered as n
join ending as e on e._source = n._source and e.account_id = n.account_id and e.place = n.place
left join (select x.* from action as x where x.turn = 1) as a on a._source = n._source and a.account_id = n.account_id and a.place = n.place
left join loss as l on l._source = n._source and l.account_id = n.account_id and l.place = n.place
where n.begins = 1`;
  },
};
