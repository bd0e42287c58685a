import { defineEntity } from '../entity.ts';
import { instant, number, plannedInstant, reference } from '../field.ts';

/** A promise to deliver, and what came of it. */
export const delivery = defineEntity('delivery', 'record', {
  order_id: reference('order'),
  order_line_id: reference('order_line'),
  product_id: reference('product'),
  promised_at_first: plannedInstant(),
  promised_at: plannedInstant(),
  delivered_at: instant(),
  quantity: number(),
  delivered_quantity: number({ before: { field: 'delivered_at', value: null } }),
});
