import { normalQuantile } from '../../estimators/normal.ts';
import { orderForecast } from '../../model/derived/order_forecast.ts';
import type { SelectedBuilder } from './context.ts';
import { sameMoment } from './moment.ts';
import { orderDaySql } from './order_day.ts';
import { quarterOf } from './quarter.ts';

const mostDays = 3650;

/**
 * When each account should order next; the rule is told at the model's `order_forecast`, the formula at `nextOrder` of
 * `estimators/order_timing.ts`.
 */
export const orderForecastBuilder: SelectedBuilder = {
  dataset: orderForecast,
  sql: (context) => {
    const { dialect, relation, settings } = context;
    const quantile = (p: number): string => `exp(e.centre + ${dialect.number(normalQuantile(p))} * e.spread)`;
    const after = (days: string, least: number): string =>
      dialect.addDays('e.ordered_day', dialect.convert(dialect.greatest(String(least), dialect.least(String(mostDays), days)), 'integer'));
    const cell = (condition: string): string =>
      `select m._source as _source, ${quarterOf(dialect, 'm.used_from')} as quarter, m.level as level, m.product_id as product_id, m.intervals as intervals, m.mean_log as mean_log, m.within_variance as within_variance, m.between_variance as between_variance from ${relation('interval_model')} as m where m.product_id is ${condition}`;
    const one = (column: string): string => `coalesce(o.${column}, a.${column})`;
    return `with ordered as (
  select d.*, ${quarterOf(dialect, 'd.ordered_day')} as quarter from (${orderDaySql(context)}) as d
), joined as (
  select d._source as _source, d.level as level, d.account_id as account_id, d.product_id as product_id, d.orders as orders, d.intervals as intervals, d.log_sum as log_sum, ${sameMoment('d', 'ordered')}, ${sameMoment('d', 'next')},
    ${one('intervals')} as learned_from, ${one('mean_log')} as mean_log, ${one('within_variance')} as within_variance, ${one('between_variance')} as between_variance
  from ordered as d
  left join (${cell('not null')}) as o on o._source = d._source and o.level = d.level and o.product_id = d.product_id and o.quarter = d.quarter
  left join (${cell('null')}) as a on a._source = d._source and a.level = d.level and a.quarter = d.quarter
  where ${one('mean_log')} is not null
), estimated as (
  select j.*, j.intervals * j.between_variance / (j.intervals * j.between_variance + j.within_variance) as own_weight,
    (j.between_variance * j.log_sum + j.within_variance * j.mean_log) / (j.intervals * j.between_variance + j.within_variance) as centre,
    sqrt(j.within_variance + j.between_variance * j.within_variance / (j.intervals * j.between_variance + j.within_variance)) as spread
  from joined as j
)
select e._source as _source, e.level as level, e.account_id as account_id, nullif(e.product_id, '') as product_id, e.orders as orders, e.learned_from as learned_from, e.own_weight as own_weight,
  ${sameMoment('e', 'ordered', 'valid_from')}, ${sameMoment('e', 'next', 'valid_to')},
  exp(e.centre) as expected_days, ${quantile(0.1)} as lower_days, ${quantile(0.9)} as upper_days,
  ${after('floor(exp(e.centre) + 0.5e0)', 1)} as expected_on, ${after(`floor(${quantile(0.1)} + 0.5e0)`, 1)} as lower_on, ${after(`ceil(${quantile(0.9)})`, 1)} as upper_on,
  ${after(`ceil(${quantile(0.99)}) + 1`, settings.customer.active_days + 1)} as lapsed_on
from estimated as e`;
  },
};
