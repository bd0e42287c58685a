import { mrrSpan } from '../../model/derived/mrr_span.ts';
import type { SelectedBuilder } from './context.ts';
import { contractPeriodSql } from './contract_period.ts';
import { mapMoment, pickMoment, sameMoment } from './moment.ts';

const key = (row: string): string => `${row}._source, ${row}.account_id, ${row}.currency`;

/**
 * An account's contracts in force, each with its amount by month (a quarter's by 3, a year's by 12; without a period it does
 * not recur), added up in each currency. What starts and stops on one day is netted, and a contract that starts on the day after
 * another stopped carries on without a gap. A span begins where the sum changes; of a sum fallen to nothing it says
 * `churned` and has mrr 0.
 */
export const mrrSpanBuilder: SelectedBuilder = {
  dataset: mrrSpan,
  sql: (context) => {
    const { dialect } = context;
    const monthly = dialect.asMoney(`${dialect.double('c.amount')} / case c.period when 'month' then 1 when 'quarter' then 3 else 12 end`);
    return `with recurring as materialized (
  select c._source as _source, c.account_id as account_id, coalesce(c.currency, '') as currency, ${monthly} as mrr, ${sameMoment('c', 'start')}, ${sameMoment('c', 'stop')}
  from (${contractPeriodSql(context)}) as c
  where c.amount is not null and c.period is not null
), begun as (
  select ${key('r')}, r.start_day as start_day, min(r.start) as start, max(r.start_date_only) as start_date_only
  from recurring as r
  group by ${key('r')}, r.start_day
), turn as (
  select ${key('r')}, r.mrr as change, ${sameMoment('r', 'start', 'turn')} from recurring as r
  union all
  select ${key('r')}, -r.mrr as change, ${pickMoment(dialect, 'turn', [
    ['b.start is not null', 'b.start'],
    ['true', 'r.stop'],
  ])}
  from recurring as r
  left join begun as b on b._source = r._source and b.account_id = r.account_id and b.currency = r.currency and b.start_day = ${dialect.addDays('r.stop_day', 1)}
  where r.stop is not null
), by_day as (
  select ${key('t')}, t.turn_day as turn_day, sum(t.change) as change, min(t.turn) as turn, max(t.turn_date_only) as turn_date_only
  from turn as t
  group by ${key('t')}, t.turn_day
), moved as (
  select d.*, sum(d.change) over (partition by ${key('d')} order by d.turn_day rows between unbounded preceding and current row) as mrr,
    row_number() over (partition by ${key('d')} order by d.turn_day) as place,
    ${mapMoment('d.turn', 'next', (column) => `lead(${column}) over (partition by ${key('d')} order by d.turn_day)`)}
  from by_day as d
  where d.change <> 0
)
select m._source as _source, m.account_id as account_id, nullif(m.currency, '') as currency, m.mrr as mrr, m.mrr - m.change as previous_mrr,
  case when m.place = 1 then 'new' when m.mrr = 0 then 'churned' when m.mrr = m.change then 'reactivated' when m.change > 0 then 'expansion' else 'contraction' end as movement,
  ${sameMoment('m', 'turn', 'valid_from')}, ${sameMoment('m', 'next', 'valid_to')}
from moved as m`;
  },
};
