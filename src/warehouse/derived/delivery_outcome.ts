import { deliveryOutcome } from '../../model/derived/delivery_outcome.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, momentOf, pickMoment, sameMoment } from './moment.ts';

/** One row a delivery, with the first complaint about its order; the rule is told at the model's `delivery_outcome`. */
export const deliveryOutcomeBuilder: SelectedBuilder = {
  dataset: deliveryOutcome,
  sql: ({ dialect, relation }) => `with promise as materialized (
  select d._source as _source, d.id as id, d.order_id as order_id, d.product_id as product_id, d.quantity as quantity, d.delivered_quantity as delivered_quantity,
    ${momentOf(dialect, 'd', 'promised_at_first', 'first_promise')}, ${momentOf(dialect, 'd', 'promised_at', 'promise')}, ${momentOf(dialect, 'd', 'delivered_at', 'delivered_at')}
  from ${relation('delivery')} as d
  where ${isLive('d')}
), complaint as (
  select t._source as _source, t.id as id, t.order_id as order_id, t.product_id as product_id, ${momentOf(dialect, 't', 'opened_at', 'complained_at')}
  from ${relation('ticket')} as t
  where ${isLive('t')} and t.type = 'complaint' and t.order_id is not null and t.opened_at is not null
), about as (
  select p._source as _source, p.id as delivery_id, ${sameMoment('c', 'complained_at')},
    row_number() over (partition by p._source, p.id order by c.complained_at, c.id) as place
  from promise as p
  join complaint as c on c._source = p._source and c.order_id = p.order_id
  where c.product_id is null or p.product_id is null or c.product_id = p.product_id
)
select p._source as _source, p.id as delivery_id, p.order_id as order_id, p.product_id as product_id,
  ${pickMoment(dialect, 'promised_at', [
    ['p.first_promise is not null', 'p.first_promise'],
    ['true', 'p.promise'],
  ])},
  ${pickMoment(dialect, 'promised_again_at', [
    ['p.promise is not null', 'p.promise'],
    ['true', 'p.first_promise'],
  ])},
  ${sameMoment('p', 'delivered_at')},
  case when p.delivered_quantity >= p.quantity then true when p.delivered_quantity < p.quantity then false end as in_full,
  ${sameMoment('a', 'complained_at')}
from promise as p
left join (select b.* from about as b where b.place = 1) as a on a._source = p._source and a.delivery_id = p.id`,
};
