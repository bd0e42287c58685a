import { defineEntity } from '../entity.ts';
import { money, number, reference } from '../field.ts';

/** A product in a deal. */
export const opportunityLine = defineEntity('opportunity_line', 'record', {
  opportunity_id: reference('opportunity'),
  product_id: reference('product'),
  quantity: number(),
  unit_price: money({ currencyOf: 'opportunity_id' }),
  amount: money({ currencyOf: 'opportunity_id' }),
  margin: money({ currencyOf: 'opportunity_id' }),
});
