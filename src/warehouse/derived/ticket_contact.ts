import { ticketContact } from '../../model/derived/ticket_contact.ts';
import type { SelectedBuilder } from './context.ts';
import { daysApart, isLive, mapMoment, momentOf, sameMoment } from './moment.ts';

const talks = `${isLive('a')} and a.ticket_id is not null`;
const passes = `${isLive('c')} and c.entity = 'ticket' and c.field = 'owner_id' and c.record_id is not null and c.changed_at is not null`;

/** Contacts, transfers and the customer's next ticket; the rule is told at the model's `ticket_contact`. */
export const ticketContactBuilder: SelectedBuilder = {
  dataset: ticketContact,
  sql: ({ dialect, relation, whole }) => {
    const sources = (from: string): string => `(select distinct t._source as _source from ${from} as t)`;
    const talking = (dataset: (name: string) => string): string =>
      `(select a._source as _source from ${dataset('activity')} as a where ${talks})`;
    const passing = (dataset: (name: string) => string): string =>
      `(select c._source as _source from ${dataset('field_change')} as c where ${passes})`;
    const own = 'partition by t._source, t.customer, t.subject order by t.opened_at, t.id';
    return `with ticket_row as materialized (
  select k._source as _source, k.id as id, k.account_id as account_id, k.contact_id as contact_id, k.contact_count as contact_count, k.transfer_count as transfer_count,
    case when k.contact_id is not null then 'contact ' || k.contact_id when k.account_id is not null then 'account ' || k.account_id else 'ticket ' || k.id end as customer,
    coalesce(k.topic, '') as subject, ${momentOf(dialect, 'k', 'opened_at', 'opened_at')}, ${momentOf(dialect, 'k', 'resolved_at', 'resolved_at')}
  from ${relation('ticket')} as k
  where ${isLive('k')}
), talked as materialized (
  select a._source as _source, a.ticket_id as ticket_id, count(case when coalesce(a.direction, 'in') = 'in' and coalesce(a.type, '') not in ('task', 'note') then 1 end) as contacts
  from ${relation('activity')} as a
  where ${talks}
  group by a._source, a.ticket_id
), passed as materialized (
  select c._source as _source, c.record_id as ticket_id, count(case when c.old_value <> c.new_value then 1 end) as transfers
  from ${relation('field_change')} as c
  where ${passes}
  group by c._source, c.record_id
), followed as (
  select t.*, ${mapMoment('t.opened_at', 'next_opened_at', (column) => `lead(${column}) over (${own})`)}
  from ticket_row as t
  where t.opened_at is not null
  union all
  select t.*, ${mapMoment('t.opened_at', 'next_opened_at', (column) => (column.endsWith('_date_only') ? 'false' : `${column}`))}
  from ticket_row as t
  where t.opened_at is null
)
select f._source as _source, f.id as ticket_id, f.account_id as account_id, f.contact_id as contact_id, ${sameMoment('f', 'opened_at')}, ${sameMoment('f', 'resolved_at')},
  coalesce(f.contact_count, case when m._source is not null then ${dialect.greatest('1', 'coalesce(a.contacts, 0)')} end) as contacts,
  coalesce(f.transfer_count, case when h._source is not null then coalesce(p.transfers, 0) end) as transfers,
  ${sameMoment('f', 'next_opened_at')},
  ${daysApart(dialect, 'f.resolved_at', 'f.next_opened_at')} as days_to_repeat
from followed as f
left join talked as a on a._source = f._source and a.ticket_id = f.id
left join passed as p on p._source = f._source and p.ticket_id = f.id
left join ${sources(whole ? talking(whole) : 'talked')} as m on m._source = f._source
left join ${sources(whole ? passing(whole) : 'passed')} as h on h._source = f._source`;
  },
};
