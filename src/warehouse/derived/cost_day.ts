import { costDay } from '../../model/derived/cost_day.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive } from './moment.ts';

/**
 * A cost with a period (both days included) is spread evenly over its days, else it stands on `incurred_on`, else on the one end
 * of the period that is known. The days' amounts are rounded so that they add up to the cost exactly.
 */
export const costDayBuilder: SelectedBuilder = {
  dataset: costDay,
  sql: ({ dialect, relation }) => {
    const upTo = (days: string): string => dialect.asMoney(`${dialect.double('e.amount')} * ${days} / e.days`);
    return `with bounds as (
  select c._source as _source, c.id as id, c.category as category, c."function" as "function", c.channel as channel, c.campaign_id as campaign_id, c.owner_id as owner_id, c.amount as amount, c.currency as currency,
    case when c.period_start <= c.period_end then c.period_start else coalesce(c.incurred_on, c.period_start, c.period_end) end as first_day,
    case when c.period_start <= c.period_end then c.period_end else coalesce(c.incurred_on, c.period_start, c.period_end) end as last_day
  from ${relation('cost')} as c
  where ${isLive('c')}
), each_day as (
  select b.*, ${dialect.daysBetween('b.first_day', 'b.last_day')} + 1 as days, ${dialect.eachDay('b.first_day', 'b.last_day')} as day
  from bounds as b
  where b.first_day is not null
)
select e._source as _source, e.id as cost_id, e.category as category, e."function" as "function", e.channel as channel, e.campaign_id as campaign_id, e.owner_id as owner_id, e.currency as currency, e.day as day,
  ${upTo(`(${dialect.daysBetween('e.first_day', 'e.day')} + 1)`)} - ${upTo(dialect.daysBetween('e.first_day', 'e.day'))} as amount
from each_day as e`;
  },
};
