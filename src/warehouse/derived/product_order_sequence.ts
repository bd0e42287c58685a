import { productOrderSequence } from '../../model/derived/product_order_sequence.ts';
import type { SelectedBuilder } from './context.ts';
import { daysApart, isLive, mapMoment, sameMoment } from './moment.ts';
import { salesSql } from './sales.ts';

/** As `order_sequence`, for each product of each account; an order with two lines of a product is one order of it. */
export const productOrderSequenceBuilder: SelectedBuilder = {
  dataset: productOrderSequence,
  sql: (context) => {
    const { dialect, relation } = context;
    return `with product_of_order as (
  select distinct l._source as _source, l.order_id as order_id, l.product_id as product_id
  from ${relation('order_line')} as l
  where ${isLive('l')} and l.order_id is not null and l.product_id is not null
), numbered as (
  select s.*, p.product_id as product_id,
    row_number() over one_product as ordinal,
    ${mapMoment('s.ordered_at', 'previous_ordered_at', (column) => `lag(${column}) over one_product`)},
    ${mapMoment('s.ordered_at', 'next_ordered_at', (column) => `lead(${column}) over one_product`)}
  from (${salesSql(context)}) as s
  join product_of_order as p on p._source = s._source and p.order_id = s.order_id
  window one_product as (partition by s._source, s.account_id, p.product_id order by s.ordered_at, s.order_id)
)
select n._source as _source, n.order_id as order_id, n.account_id as account_id, n.product_id as product_id, n.ordinal as ordinal, ${sameMoment('n', 'ordered_at')}, ${sameMoment('n', 'previous_ordered_at')}, ${sameMoment('n', 'next_ordered_at')},
  ${daysApart(dialect, 'n.previous_ordered_at', 'n.ordered_at')} as days_since_previous
from numbered as n`;
  },
};
