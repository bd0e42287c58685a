import { creditExposureSpan } from '../../model/derived/credit_exposure_span.ts';
import { inBaseCurrency, rateJoin } from './base_money.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { isLive, startOfDay } from './moment.ts';
import { isSale } from './sales.ts';

const key = (row: string): string => `${row}._source, ${row}.account_id`;
const same = (a: string, b: string): string => `${a}._source = ${b}._source and ${a}.account_id = ${b}.account_id`;

const inBase = (context: DerivedContext, row: string, amount: string, rate: string): string =>
  context.dialect.asMoney(inBaseCurrency(context, row, amount, rate));

/** Open deals and sales that wait for delivery, from day to day. */
const itemSql = ({
  dialect,
  relation,
}: DerivedContext): string => `select p._source as _source, o.account_id as account_id, 'opportunity' as kind, p.opportunity_id as opportunity_id, ${dialect.nullOf('text')} as order_id, p.owner_id as owner_id,
    p.amount as amount, p.currency as currency, p.valid_from_day as from_day, p.valid_to_day as to_day
  from ${relation('opportunity_span')} as p
  join ${relation('opportunity')} as o on o._source = p._source and o.id = p.opportunity_id
  where p.status = 'open' and o.account_id is not null
  union all
  select o._source as _source, o.account_id as account_id, 'order' as kind, o.opportunity_id as opportunity_id, o.id as order_id, o.owner_id as owner_id,
    o.amount as amount, o.currency as currency, o.ordered_at_day as from_day, case when d.waiting = 0 then d.last_day end as to_day
  from ${relation('order')} as o
  left join (
    select v._source as _source, v.order_id as order_id, sum(case when v.delivered_at is null then 1 else 0 end) as waiting, max(v.delivered_at_day) as last_day
    from ${relation('delivery')} as v
    where ${isLive('v')} and v.order_id is not null
    group by v._source, v.order_id
  ) as d on d._source = o._source and d.order_id = o.id
  where ${isSale('o')} and o.account_id is not null
    and case when d.order_id is null then coalesce(o.status, '') = 'open' else d.waiting = 0 or coalesce(o.status, '') <> 'completed' end`;

/** What is sold to accounts that owe too much; the rule is told at the model's `credit_exposure_span`. */
export const creditExposureSpanBuilder: SelectedBuilder = {
  dataset: creditExposureSpan,
  sql: (context) => {
    const { dialect, relation, settings } = context;
    const day = (value: string, as: string): string => startOfDay(dialect, value, settings.timezone, as);
    return `with debt as materialized (
  select r._source as _source, r.account_id as account_id, r.valid_from_day as from_day, r.valid_to_day as to_day,
    case when r.balance > 0 then r.due_on end as due_on, coalesce(${inBase(context, 'r', 'balance', 'x')}, 0) as owed
  from ${relation('receivable_span')} as r
  ${rateJoin(context, 'r', 'valid_from_day', 'x')}
  where r.account_id is not null and (r.valid_to_day is null or r.valid_to_day > r.valid_from_day)
), edge as (
  select distinct ${key('e')}, e.day as day
  from (
    select ${key('d')}, d.from_day as day from debt as d
    union all
    select ${key('d')}, d.to_day as day from debt as d where d.to_day is not null
  ) as e
), stretch as (
  select ${key('e')}, e.day as from_day, lead(e.day) over (partition by ${key('e')} order by e.day) as to_day from edge as e
), standing as materialized (
  select s._source as _source, s.account_id as account_id, s.from_day as from_day, s.to_day as to_day, min(d.due_on) as oldest_due_on, sum(d.owed) as owed
  from stretch as s
  join debt as d on ${same('d', 's')}
  where d.from_day <= s.from_day and (d.to_day is null or d.to_day > s.from_day)
  group by s._source, s.account_id, s.from_day, s.to_day
), risky as materialized (
  select t._source as _source, t.account_id as account_id, t.from_day as from_day, t.to_day as to_day, t.oldest_due_on as oldest_due_on,
    coalesce(t.owed > ${inBase(context, 'a', 'credit_limit', 'x')}, false) as is_over_limit
  from standing as t
  left join ${relation('account')} as a on a._source = t._source and a.id = t.account_id
  left join ${relation('rate_day')} as x on x.currency = a.currency and x.day = t.from_day
), item as materialized (
  ${itemSql(context)}
)
select i._source as _source, i.account_id as account_id, i.kind as kind, i.opportunity_id as opportunity_id, i.order_id as order_id, i.owner_id as owner_id, i.amount as amount, i.currency as currency,
  r.oldest_due_on as oldest_due_on, r.is_over_limit as is_over_limit, ${day(dialect.greatest('i.from_day', 'r.from_day'), 'valid_from')}, ${day(dialect.least('i.to_day', 'r.to_day'), 'valid_to')}
from item as i
join risky as r on ${same('r', 'i')}
where (r.oldest_due_on is not null or r.is_over_limit)
  and (r.to_day is null or i.from_day < r.to_day) and (i.to_day is null or (r.from_day < i.to_day and i.from_day < i.to_day))`;
  },
};
