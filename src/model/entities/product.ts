import { defineEntity } from '../entity.ts';
import { boolean, currency, instant, money, text } from '../field.ts';

/** What is sold. */
export const product = defineEntity('product', 'record', {
  name: text(),
  category: text(),
  price: money(),
  cost: money(),
  currency: currency(),
  is_active: boolean(),
  discontinued_at: instant(),
  complements: text(),
});
