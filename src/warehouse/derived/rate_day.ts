import { rateDay } from '../../model/derived/rate_day.ts';
import { entities } from '../../model/registry.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive } from './moment.ts';

/** How many days after the last rate or watermark a rate still has rows: costs and targets of the months to come need one. */
const daysAhead = 400;

/**
 * One row a currency and day, whatever sources the rates came by: the rate to the workspace's currency published last on or
 * before the day. A rate published the other way round is turned over. Of several of one day, one to the workspace's currency
 * goes before one turned over, then the greater id. Without a rate before the day, no row.
 */
export const rateDayBuilder: SelectedBuilder = {
  dataset: rateDay,
  // A few days more or less beyond the last that anybody asks for change nothing.
  reach: {
    of: [...entities.keys()],
    dueIf: ({ dialect, relation, watermarks }) =>
      `select 1 as due from (select max(d.day) as day from ${relation('rate_day')} as d) as made cross join (select max(w.day) as day from ${watermarks} as w) as known where made.day < ${dialect.addDays('known.day', daysAhead / 2)}`,
  },
  sql: ({ dialect, relation, settings, watermarks }) => {
    const base = dialect.text(settings.currency);
    return `with published as materialized (
  select r._source, r.id, case when r.to_currency = ${base} then r.from_currency else r.to_currency end as currency, r."on" as day,
    case when r.to_currency = ${base} then r.rate else 1 / r.rate end as rate,
    case when r.to_currency = ${base} then 0 else 1 end as turned
  from ${relation('exchange_rate')} as r
  where ${isLive('r')} and r."on" is not null and r.rate > 0 and r.from_currency <> r.to_currency and (r.to_currency = ${base} or r.from_currency = ${base})
), best as (
  select p.*, row_number() over (partition by p.currency, p.day order by p.turned, p.id desc, p._source) as place
  from published as p
), bound as (
  select ${dialect.addDays('max(known.day)', daysAhead)} as last_day
  from (select p.day from published as p union all select w.day from ${watermarks} as w) as known
), held as (
  select b._source, b.currency, b.day, b.rate, lead(b.day) over (partition by b.currency order by b.day) as next_day
  from best as b
  where b.place = 1
)
select h._source, h.currency, h.rate, ${dialect.eachDay('h.day', `coalesce(${dialect.addDays('h.next_day', -1)}, bound.last_day)`)} as day
from held as h
cross join bound`;
  },
};
