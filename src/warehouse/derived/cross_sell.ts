import { crossSell } from '../../model/derived/cross_sell.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, momentOf, sameMoment } from './moment.ts';

/** A list or one of its items without spaces, so that `P1, P2` holds `P2`. */
const packed = (text: string): string => `',' || replace(replace(lower(${text}), ' ', ''), ';', ',') || ','`;

/** Each account's first sales of products that go together; the rule is told at the model's `cross_sell`. */
export const crossSellBuilder: SelectedBuilder = {
  dataset: crossSell,
  sql: ({ dialect, relation }) => `with pair as materialized (
  select p._source as _source, p.id as product_id, c.id as complement_id
  from ${relation('product')} as p
  join ${relation('product')} as c on c._source = p._source
  where ${isLive('p')} and ${isLive('c')} and p.complements is not null and c.id <> p.id
    and (${dialect.contains(packed('p.complements'), packed('c.id'))} or ${dialect.contains(packed('p.complements'), packed('coalesce(c.name, c.id)'))})
), first_sale as materialized (
  select s._source as _source, s.account_id as account_id, s.product_id as product_id, ${momentOf(dialect, 's', 'ordered_at', 'ordered_at')}
  from ${relation('product_order_sequence')} as s
  where s.ordinal = 1
), chance as (
  select f._source as _source, f.account_id as account_id, f.product_id as product_id, p.complement_id as complement_id,
    ${sameMoment('f', 'ordered_at', 'bought_at')}, ${sameMoment('c', 'ordered_at', 'complement_bought_at')}
  from first_sale as f
  join pair as p on p._source = f._source and p.product_id = f.product_id
  left join first_sale as c on c._source = f._source and c.account_id = f.account_id and c.product_id = p.complement_id
)
select h.*, coalesce(min(h.complement_bought_at) over (partition by h._source, h.account_id, h.product_id) < h.bought_at, false) as had_before
from chance as h`,
};
