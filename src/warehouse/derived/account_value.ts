import { accountValue } from '../../model/derived/account_value.ts';
import { boughtByThenSql, boughtDaySql, recurringSql } from './buyer_history.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, startOfDay } from './moment.ts';

const discount = 1.1;
const years = [1, 2, 3, 4, 5];

/** A sum over the five years, each discounted from its middle; `term` gives what a year brings. */
const discounted = (term: (year: number) => string): string =>
  years.map((year) => `(${term(year)}) / ${discount ** (year - 0.5)}e0`).join(' + ');

/** A divisor that is never 0: ClickHouse divides also where a CASE does not ask, and no decimal can be made of what comes of it. */
const orOne = (value: string): string => `case when ${value} > 0 then ${value} else 1 end`;

/** What each account has brought and may bring; told at the model's `account_value`. */
export const accountValueBuilder: SelectedBuilder = {
  dataset: accountValue,
  sql: (context) => {
    const { dialect, relation, settings } = context;
    const weeks = (from: string, to: string): string => `floor(${dialect.double(dialect.daysBetween(from, to))} / 7 + 0.5e0)`;
    const same = (alias: string, row: string): string =>
      `${alias}._source = ${row}._source and ${alias}.snapshot_on = ${row}.snapshot_on and ${alias}.account_id = ${row}.account_id`;
    const age = weeks('k.first_day', 'k.snapshot_on');
    const recency = weeks('k.first_day', 'k.last_day');
    const gone = `k.bg_a / (k.bg_b + k.orders - 2) * exp((k.bg_r + k.orders - 1) * ln((k.bg_alpha + ${age}) / (k.bg_alpha + ${recency})))`;
    const mean = `case when k.spend_p is not null then k.spend_p * (k.spend_v + k.again) / (k.spend_p * (k.orders - 1) + k.spend_q - 1) else (k.again + 3 * k.mean_order) / (k.orders + 2) end`;
    const contractYear = (year: number): string => `12 * v.mrr * power(v.retention, ${year - 1}) * (1 + v.retention) / 2`;
    const buyingYear = (year: number): string => `v.orders_${year} * v.alive * v.mean_expected`;
    const byMethod = (contract: string, buying: string): string => `case when v.is_contract then ${contract} else ${buying} end`;
    const money = (value: string): string => dialect.asMoney(value);
    return `with snapshot as materialized (
  select m.* from ${relation('buyer_model')} as m where m.kind = 'snapshot'
), bought as materialized (
  ${boughtDaySql(context)}
), buyer as materialized (
  ${boughtByThenSql('bought', 'snapshot')}
), margin as (
  select b._source as _source, b.snapshot_on as snapshot_on, case when sum(b.costed) > 0 then (sum(b.costed) - sum(b.cost)) / ${orOne('sum(b.costed)')} end as rate from buyer as b group by b._source, b.snapshot_on
), contracted as materialized (
  select r._source as _source, t.snapshot_on as snapshot_on, r.account_id as account_id, min(r.from_day) as first_day,
    sum(case when r.to_day is null or r.to_day > t.snapshot_on then r.mrr else 0 end) as mrr,
    sum(r.mrr * 12 * ${dialect.double(dialect.daysBetween('r.from_day', dialect.least('r.to_day', dialect.addDays('t.snapshot_on', 1))))} / 365) as revenue
  from (${recurringSql(context)}) as r
  join snapshot as t on t._source = r._source
  where r.from_day <= t.snapshot_on
  group by r._source, t.snapshot_on, r.account_id
), known as (
  select b._source as _source, b.snapshot_on as snapshot_on, b.account_id as account_id from buyer as b
  union distinct
  select c._source as _source, c.snapshot_on as snapshot_on, c.account_id as account_id from contracted as c
), told as (
  select n._source as _source, n.snapshot_on as snapshot_on, n.account_id as account_id, coalesce(b.orders, 0) as orders, coalesce(b.again, 0) as again, coalesce(b.first_day, c.first_day) as first_day, b.last_day as last_day,
    case when b.account_id is null then c.revenue else b.revenue end as revenue, coalesce(c.mrr, 0) as mrr, coalesce(c.mrr, 0) > 0.00005e0 or b.account_id is null as is_contract,
    case when b.costed > 0 then (b.costed - b.cost) / ${orOne('b.costed')} else g.rate end as margin_rate,
    s.retention as retention, s.bg_r as bg_r, s.bg_alpha as bg_alpha, s.bg_a as bg_a, s.bg_b as bg_b, s.spend_p as spend_p, s.spend_q as spend_q, s.spend_v as spend_v, s.mean_order as mean_order
  from known as n
  join snapshot as s on s._source = n._source and s.snapshot_on = n.snapshot_on
  left join buyer as b on ${same('b', 'n')}
  left join contracted as c on ${same('c', 'n')}
  left join margin as g on g._source = n._source and g.snapshot_on = n.snapshot_on
  left join ${relation('account')} as a on a._source = n._source and a.id = n.account_id
  where a.id is null or (${isLive('a')})
), valued as (
  select k.*, case when k.is_contract then case when k.mrr > 0.00005e0 then 1 else 0 end when k.bg_r is null then null when k.orders = 1 then 1 else 1 / (1 + ${gone}) end as alive,
    ${mean} as mean_expected, ${years.map((year) => `y.orders_${year} as orders_${year}`).join(', ')}
  from told as k
  left join (select m.* from ${relation('buyer_model')} as m where m.kind = 'buying') as y on y._source = k._source and y.snapshot_on = k.snapshot_on and y.repeats = k.orders - 1 and y.age_weeks = ${dialect.convert(age, 'integer')}
), future as (
  select v.*, ${byMethod(contractYear(1), buyingYear(1))} as expected, ${byMethod(discounted(contractYear), discounted(buyingYear))} as to_come,
    case when not v.is_contract then v.orders_1 * v.alive end as expected_orders
  from valued as v
), next_snapshot as (
  select s._source as _source, s.snapshot_on as snapshot_on, lead(s.snapshot_on) over (partition by s._source order by s.snapshot_on) as next_on from snapshot as s
)
select f._source as _source, f.account_id as account_id, case when f.is_contract then 'contract' else 'bg_nbd' end as method,
  ${startOfDay(dialect, 'f.snapshot_on', settings.timezone, 'valid_from')}, ${startOfDay(dialect, 'x.next_on', settings.timezone, 'valid_to')}, x.next_on is null as is_latest,
  ${startOfDay(dialect, 'f.first_day', settings.timezone, 'first_bought_at')}, ${startOfDay(dialect, 'f.last_day', settings.timezone, 'last_bought_at')},
  f.orders as orders, f.alive as p_alive, f.expected_orders as expected_orders,
  ${money('f.expected')} as expected_revenue, ${money('f.expected * f.margin_rate')} as expected_margin,
  ${money('f.to_come')} as future_revenue, ${money('f.to_come * f.margin_rate')} as future_margin,
  ${money('f.revenue')} as historical_revenue, ${money('f.revenue * f.margin_rate')} as historical_margin,
  ${money('f.revenue + f.to_come')} as value_revenue, ${money('(f.revenue + f.to_come) * f.margin_rate')} as value_margin,
  f.margin_rate as margin_rate, ${dialect.text(settings.currency)} as currency
from future as f
join next_snapshot as x on x._source = f._source and x.snapshot_on = f.snapshot_on`;
  },
};
