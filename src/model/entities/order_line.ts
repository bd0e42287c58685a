import { defineEntity } from '../entity.ts';
import { money, number, reference } from '../field.ts';

/** A product in an order. */
export const orderLine = defineEntity('order_line', 'record', {
  order_id: reference('order'),
  product_id: reference('product'),
  quantity: number(),
  unit_price: money({ currencyOf: 'order_id' }),
  amount: money({ currencyOf: 'order_id' }),
  cost: money({ currencyOf: 'order_id' }),
});
