import { type Row, sourceOf } from '../company.ts';
import type { World } from '../world.ts';
import { byTime, known } from './orders.ts';

/** What came of each delivery, and the first complaint about its order. */
export function deliveryOutcome(world: World): Row[] {
  return world.live('delivery').map((delivery) => {
    const { quantity: asked, delivered_quantity: came } = delivery;
    const about = world
      .live('ticket')
      .filter((ticket) => ticket.type === 'complaint' && known(ticket.opened_at) && known(ticket.order_id))
      .filter((ticket) => sourceOf(ticket) === sourceOf(delivery) && ticket.order_id === delivery.order_id)
      .filter((ticket) => !known(ticket.product_id) || !known(delivery.product_id) || ticket.product_id === delivery.product_id)
      .sort(byTime(world, 'opened_at'));
    return {
      _source: sourceOf(delivery),
      delivery_id: delivery.id ?? null,
      order_id: delivery.order_id ?? null,
      product_id: delivery.product_id ?? null,
      promised_at: delivery.promised_at_first ?? delivery.promised_at ?? null,
      promised_again_at: delivery.promised_at ?? delivery.promised_at_first ?? null,
      delivered_at: delivery.delivered_at ?? null,
      in_full: known(asked) && known(came) ? Number(came) >= Number(asked) : null,
      complained_at: about[0]?.opened_at ?? null,
    };
  });
}
