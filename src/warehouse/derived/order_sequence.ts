import { orderSequence } from '../../model/derived/order_sequence.ts';
import type { SelectedBuilder } from './context.ts';
import { daysApart, mapMoment, sameMoment } from './moment.ts';
import { salesSql } from './sales.ts';

/** Sales of each account in order of time, then id; two of one day are two. Days by the rule of dates: elapsed only where both have a time. */
export const orderSequenceBuilder: SelectedBuilder = {
  dataset: orderSequence,
  sql: (context) => {
    const { dialect } = context;
    return `with numbered as (
  select s.*,
    row_number() over one_account as ordinal,
    ${mapMoment('ordered_at', 'previous_ordered_at', (column) => `lag(${column}) over one_account`)},
    ${mapMoment('ordered_at', 'next_ordered_at', (column) => `lead(${column}) over one_account`)}
  from (${salesSql(context)}) as s
  window one_account as (partition by _source, account_id order by ordered_at, order_id)
)
select n._source, n.order_id, n.account_id, n.ordinal, n.amount, n.currency, ${sameMoment('n', 'ordered_at')}, ${sameMoment('n', 'previous_ordered_at')}, ${sameMoment('n', 'next_ordered_at')},
  ${daysApart(dialect, 'n.previous_ordered_at', 'n.ordered_at')} as days_since_previous
from numbered as n`;
  },
};
