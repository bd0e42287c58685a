import { receivableSpan } from '../../model/derived/receivable_span.ts';
import type { DerivedContext, SelectedBuilder } from './context.ts';
import { isLive, mapMoment, momentOf, pickMoment, sameMoment, startOfDay } from './moment.ts';

/** Invoices that may be open at some time, each with the moments `start` and `paid` (none: not paid, as far as is known). */
const invoiceSql = ({
  dialect,
  relation,
  settings,
  watermarks,
}: DerivedContext): string => `select i._source as _source, i.id as id, i.account_id as account_id, i.owner_id as owner_id, i.due_on as due_on, i.currency as currency, i.amount as amount, i.balance as balance, i.start_unknown as start_unknown,
    i.reach as reach, i.reach_day as reach_day, i.reach_date_only as reach_date_only, l.id is not null as has_payments, ${pickMoment(
      dialect,
      'start',
      [
        ['i.start_unknown', 'i.reach'],
        ['true', 'i.issued'],
      ],
    )},
    ${pickMoment(dialect, 'paid', [
      ['i.paid is not null', 'i.paid'],
      ["i.status = 'paid'", 'l.turn'],
    ])}
  from (
    select v._source as _source, v.id as id, v.account_id as account_id, v.owner_id as owner_id, v.due_on as due_on, v.currency as currency, v.status as status, v.balance as balance, coalesce(v.amount, v.balance) as amount,
      ${startOfDay(dialect, 'coalesce(v.issued_on, v.created_at_day)', settings.timezone, 'issued')}, v.issued_on is null and v.created_at_day is null as start_unknown,
      ${momentOf(dialect, 'v', 'paid_at', 'paid')}, w.instant as reach, w.day as reach_day, false as reach_date_only
    from ${relation('invoice')} as v
    left join ${watermarks} as w on w.source = v._source and w.entity = 'invoice'
    where ${isLive('v')} and coalesce(v.status, '') not in ('draft', 'void')
  ) as i
  left join (
    select p.*, row_number() over (partition by p._source, p.invoice_id order by p.turn desc, p.id desc) as place from payment_row as p
  ) as l on l._source = i._source and l.invoice_id = i.id and l.place = 1
  where coalesce(i.issued, i.reach) is not null and i.amount <> 0
    and (i.paid is not null or l.id is not null or (coalesce(i.status, '') <> 'paid' and coalesce(i.balance, i.amount) <> 0))`;

/** The open balance of each invoice over time; the rule is told at the model's `receivable_span`. */
export const receivableSpanBuilder: SelectedBuilder = {
  dataset: receivableSpan,
  sql: (context) => {
    const { dialect, relation } = context;
    return `with payment_row as materialized (
  select p._source as _source, p.invoice_id as invoice_id, p.id as id, p.amount as amount, ${momentOf(dialect, 'p', 'paid_at', 'turn')}
  from ${relation('payment')} as p
  where ${isLive('p')} and p.invoice_id is not null and p.paid_at is not null and p.amount is not null
), invoice as materialized (
  ${invoiceSql(context)}
), turn as materialized (
  select i._source as _source, i.id as id, i.amount as change, ${sameMoment('i', 'start', 'turn')} from invoice as i
  union all
  select i._source as _source, i.id as id, -p.amount as change, ${pickMoment(dialect, 'turn', [
    ['p.turn > i.start', 'p.turn'],
    ['true', 'i.start'],
  ])}
  from invoice as i
  join payment_row as p on p._source = i._source and p.invoice_id = i.id
  union all
  select i._source as _source, i.id as id, i.balance - i.amount as change,
    ${pickMoment(dialect, 'turn', [
      ['i.reach > i.start', 'i.reach'],
      ['true', 'i.start'],
    ])}
  from invoice as i
  where not i.has_payments and i.paid is null and i.balance <> i.amount
), by_moment as (
  select t._source as _source, t.id as id, t.turn as turn, t.turn_day as turn_day, min(t.turn_date_only) as turn_date_only, sum(t.change) as change
  from turn as t
  group by t._source, t.id, t.turn, t.turn_day
), running as (
  select m._source as _source, m.id as id, ${sameMoment('m', 'turn')},
    sum(m.change) over (partition by m._source, m.id order by m.turn rows between unbounded preceding and current row) as balance,
    ${mapMoment('m.turn', 'next', (column) => `lead(${column}) over (partition by m._source, m.id order by m.turn)`)}
  from by_moment as m
)
select i._source as _source, i.id as invoice_id, i.account_id as account_id, i.owner_id as owner_id, i.due_on as due_on, r.balance as balance, i.currency as currency, i.start_unknown as start_unknown,
  ${sameMoment('r', 'turn', 'valid_from')},
  ${pickMoment(dialect, 'valid_to', [
    ['i.paid is not null and (r.next is null or i.paid < r.next)', 'i.paid'],
    ['true', 'r.next'],
  ])}
from running as r
join invoice as i on i._source = r._source and i.id = r.id
where (i.paid is null or r.turn < i.paid) and ((i.amount > 0 and r.balance > 0) or (i.amount < 0 and r.balance < 0))`;
  },
};
