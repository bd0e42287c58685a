import { customerSpan } from '../../model/derived/customer_span.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { contractPeriodSql } from './contract_period.ts';
import { isLive, momentOf, pickMoment, sameMoment, startOfDay } from './moment.ts';
import { isSale } from './sales.ts';

const key = (row: string): string => `${row}._source, ${row}.account_id`;
const same = (a: string, b: string): string => `${a}._source = ${b}._source and ${a}.account_id = ${b}.account_id`;

/** Sales with the account they count for: their own, else that of their contact. */
const purchaseSql = ({ dialect, relation }: DerivedContext): string => `select s.* from (
    select o._source as _source, o.id as id, coalesce(o.account_id, p.account_id) as account_id, ${momentOf(dialect, 'o', 'ordered_at', 'bought')}
    from ${relation('order')} as o
    left join ${relation('contact')} as p on p._source = o._source and p.id = o.contact_id
    where ${isSale('o')}
  ) as s where s.account_id is not null`;

/** Payments received, with their own account or their invoice's. */
const paymentSql = ({ dialect, relation }: DerivedContext): string => `select s.* from (
    select p._source as _source, p.id as id, coalesce(p.account_id, i.account_id) as account_id, ${momentOf(dialect, 'p', 'paid_at', 'bought')}
    from ${relation('payment')} as p
    left join ${relation('invoice')} as i on i._source = p._source and i.id = p.invoice_id
    where ${isLive('p')} and p.paid_at is not null and coalesce(p.amount, 1) > 0
  ) as s where s.account_id is not null`;

/**
 * From when to when an account is a customer; the rule is told at the model's `customer_span`. Each contract, order or payment
 * makes a period; periods of an account that meet become one span.
 */
export const customerSpanBuilder: SelectedBuilder = {
  dataset: customerSpan,
  sql: (context) => {
    const { dialect, relation, settings, whole } = context;
    const days = settings.customer.active_days;
    const { customer } = settings.glossary;
    const after = dialect.addDays('b.bought_day', days + 1);
    const first = (rows: string): string => `select f.* from (
    select b.*, row_number() over (partition by ${key('b')} order by b.bought, b.id) as place from ${rows} as b
  ) as f where f.place = 1`;
    const bought = (
      rows: string,
      origin: string,
      unless: readonly string[],
    ): string => `select b._source as _source, b.account_id as account_id, b.id as id, ${dialect.text(origin)} as origin, ${dialect.nullOf('text')} as cancel_reason,
    ${sameMoment('b', 'bought', 'start')}, ${startOfDay(dialect, after, settings.timezone, 'stop')}, ${dialect.addDays('b.bought_day', days)} as meets_day
  from ${rows} as b
  ${unless.map((other, index) => `left join (select distinct ${key('t')} from ${other} as t) as u${index} on ${same(`u${index}`, 'b')}`).join('\n  ')}
  where ${unless.map((_, index) => `u${index}.account_id is null`).join(' and ') || 'true'}`;
    const byContracts = `select c._source as _source, c.account_id as account_id, c.id as id, 'contract' as origin, c.cancel_reason as cancel_reason, ${sameMoment('c', 'start')}, ${sameMoment('c', 'stop')},
    coalesce(${dialect.addDays('c.stop_day', 1)}, ${dialect.date('2299-12-31')}) as meets_day
  from contract_period as c`;
    const presence = {
      contracts_else_orders: [
        byContracts,
        bought('purchase', 'order', ['contract_period']),
        bought('paid', 'payment', ['contract_period', 'purchase']),
      ],
      contracts: [byContracts],
      orders: [bought('purchase', 'order', [])],
    }[customer];
    const contracts =
      customer === 'orders'
        ? ''
        : `contract_period as materialized (
  ${contractPeriodSql(context)}
), `;
    return `with ${contracts}purchase as materialized (
  ${purchaseSql(context)}
), paid as materialized (
  ${paymentSql(context)}
), presence as (
  ${presence.join('\n  union all\n  ')}
), reaching as (
  select p.*, max(p.meets_day) over (partition by ${key('p')} order by p.start, p.id rows between unbounded preceding and 1 preceding) as reach_day
  from presence as p
), island as (
  select r.*, sum(case when r.reach_day is null or r.start_day > r.reach_day then 1 else 0 end)
    over (partition by ${key('r')} order by r.start, r.id rows between unbounded preceding and current row) as ordinal
  from reaching as r
), placed as materialized (
  select i.*,
    row_number() over (partition by ${key('i')}, i.ordinal order by i.start, i.id) as from_start,
    row_number() over (partition by ${key('i')}, i.ordinal order by i.stop desc nulls first, i.start, i.id) as from_stop
  from island as i
), span as materialized (
  select a._source as _source, a.account_id as account_id, a.ordinal as ordinal, a.origin as origin, z.cancel_reason as cancel_reason, ${sameMoment('a', 'start')}, ${sameMoment('z', 'stop')}
  from placed as a
  join placed as z on ${same('z', 'a')} and z.ordinal = a.ordinal and z.from_stop = 1
  where a.from_start = 1
), first_contract as (
  select s._source as _source, s.account_id as account_id, ${sameMoment('s', 'start')} from span as s where s.ordinal = 1
)
select s._source as _source, s.account_id as account_id, s.ordinal as ordinal, s.origin as origin, s.cancel_reason as cancel_reason, ${sameMoment('s', 'start', 'valid_from')}, ${sameMoment('s', 'stop', 'valid_to')},
  ${pickMoment(dialect, 'first_paid_at', [
    ['pays._source is not null', 'p.bought'],
    ['o.bought is not null', 'o.bought'],
    ['true', 'c.start'],
  ])}
from span as s
left join first_contract as c on ${same('c', 's')}
left join (${first('purchase')}) as o on ${same('o', 's')}
left join (${first('paid')}) as p on ${same('p', 's')}
left join (select distinct y._source as _source from ${whole ? `(${paymentSql({ ...context, relation: whole })})` : 'paid'} as y) as pays on pays._source = s._source
left join ${relation('account')} as a on a._source = s._source and a.id = s.account_id
where a.id is null or (${isLive('a')})`;
  },
};
