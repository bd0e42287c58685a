import { defineDerived } from '../entity.ts';
import { boolean, instant, plannedInstant, reference } from '../field.ts';

/**
 * What was promised of each delivery and what came of it. `promised_at` is the first promise, else the latest; `promised_again_at`
 * the latest, else the first. `in_full`: at least what was asked for arrived; null where either quantity is unknown. `complained_at` is
 * when the first complaint about its order was opened; one that names a product is about the deliveries of that product and those
 * that name none.
 */
export const deliveryOutcome = defineDerived(
  'delivery_outcome',
  'fact',
  { from: ['delivery', 'ticket'], standsOn: ['delivery'], times: ['delivery'], base: 'delivery_id' },
  {
    delivery_id: reference('delivery'),
    order_id: reference('order'),
    product_id: reference('product'),
    promised_at: plannedInstant(),
    promised_again_at: plannedInstant(),
    delivered_at: instant(),
    in_full: boolean(),
    complained_at: instant(),
  },
);
