import { renewal } from '../../model/derived/renewal.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, momentOf } from './moment.ts';

/**
 * One row a contract with a day on which it falls due: `renewal_due_on`, else the day of `ends_at`. It is renewed when
 * `renewed_at` is set, or when a live contract names it as its previous one (then from when the first of those starts). A
 * contract cancelled before it fell due is one that fell due and was not renewed.
 */
export const renewalBuilder: SelectedBuilder = {
  dataset: renewal,
  sql: ({ dialect, relation }) => `with contract_row as materialized (
  select c._source as _source, c.id as id, c.account_id as account_id, c.previous_id as previous_id, c.amount as amount, c.currency as currency, coalesce(c.renewal_due_on, c.ends_at_day) as due_on,
    ${momentOf(dialect, 'c', 'renewed_at', 'renewed_at')},
    case when c.started_at is not null then c.started_at else c.created_at end as begun,
    case when c.started_at is not null then c.started_at_day else c.created_at_day end as begun_day,
    case when c.started_at is not null then ${dialect.contains("coalesce(c._date_only, '')", "',started_at,'")} else ${dialect.contains("coalesce(c._date_only, '')", "',created_at,'")} end as begun_date_only
  from ${relation('contract')} as c
  where ${isLive('c')}
), successor as (
  select n.*, row_number() over (partition by n._source, n.previous_id order by n.begun nulls last, n.id) as place
  from contract_row as n
  where n.previous_id is not null
)
select c._source as _source, c.id as contract_id, c.account_id as account_id, c.due_on as due_on, c.amount as amount, c.currency as currency,
  c.renewed_at is not null or s.id is not null as is_renewed,
  case when c.renewed_at is not null then c.renewed_at else s.begun end as renewed_at,
  case when c.renewed_at is not null then c.renewed_at_day else s.begun_day end as renewed_at_day,
  case when c.renewed_at is not null then c.renewed_at_date_only else coalesce(s.begun_date_only, false) end as renewed_at_date_only
from contract_row as c
left join successor as s on s._source = c._source and s.previous_id = c.id and s.place = 1
where c.due_on is not null`,
};
