import { accountStageSpan } from '../../model/derived/account_stage_span.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, mapMoment, momentOf, sameMoment } from './moment.ts';

const key = (row: string): string => `${row}._source, ${row}.account_id`;

/**
 * An account is a `lead` from its first lead (one converted into it, with an e-mail or phone where the glossary asks for it), an `opportunity` from its first deal, a `customer` for each
 * of its customer spans and `lapsed` after each. A stage holds until the next begins; leads and deals after it was once a
 * customer change nothing, and a lead after the first deal neither. Of one moment, the end of a customer span (step 4) comes before the
 * beginning of the next: who lapses and buys on the same day has not lapsed.
 */
export const accountStageSpanBuilder: SelectedBuilder = {
  dataset: accountStageSpan,
  sql: ({ dialect, relation, settings }) => `with turn as (
  select l._source as _source, l.converted_account_id as account_id, 'lead' as stage, 1 as step, ${momentOf(dialect, 'l', 'created_at', 'turn')}
  from ${relation('lead')} as l
  where ${isLive('l')} and l.converted_account_id is not null and l.created_at is not null${settings.glossary.lead === 'reachable' ? ' and (l.email is not null or l.phone is not null)' : ''}
  union all
  select o._source as _source, o.account_id as account_id, 'opportunity' as stage, 2 as step, ${momentOf(dialect, 'o', 'created_at', 'turn')}
  from ${relation('opportunity')} as o
  where ${isLive('o')} and o.account_id is not null and o.created_at is not null
  union all
  select c._source as _source, c.account_id as account_id, 'customer' as stage, 3 as step, ${momentOf(dialect, 'c', 'valid_from', 'turn')}
  from ${relation('customer_span')} as c
  union all
  select c._source as _source, c.account_id as account_id, 'lapsed' as stage, 4 as step, ${momentOf(dialect, 'c', 'valid_to', 'turn')}
  from ${relation('customer_span')} as c
  where c.valid_to is not null
), reached as (
  select t.*,
    max(t.step) over (partition by ${key('t')} order by t.turn, t.step % 4 rows between unbounded preceding and 1 preceding) as before
  from turn as t
), kept as (
  select r.*, ${mapMoment('r.turn', 'next', (column) => `lead(${column}) over (partition by ${key('r')} order by r.turn, r.step % 4)`)}
  from reached as r
  where r.before is null or r.step >= 3 or r.step > r.before
), lasting as (
  select k.* from kept as k where k.next is null or k.next > k.turn
)
select k._source as _source, k.account_id as account_id, k.stage as stage,
  nullif(lag(k.stage) over (partition by ${key('k')} order by k.turn, k.step % 4), '') as previous_stage, ${sameMoment('k', 'turn', 'valid_from')}, ${sameMoment('k', 'next', 'valid_to')}
from lasting as k`,
};
