import { defineDerived } from '../entity.ts';
import { boolean, instant, reference } from '../field.ts';

/**
 * Chances to sell a complement: for each account and each product it has bought, one row for each other product that goes with it
 * (`complements` of the product: ids or names, separated by commas or semicolons). `bought_at` is the first sale of the product to the account,
 * `complement_bought_at` that of the complement, before or after. `had_before`: the account had bought some complement
 * of the product before its first sale, so that there was nothing left to open.
 */
export const crossSell = defineDerived(
  'cross_sell',
  'fact',
  { from: ['product', 'product_order_sequence'], standsOn: ['product_order_sequence'], times: ['order'], base: 'account_id' },
  {
    account_id: reference('account'),
    product_id: reference('product'),
    complement_id: reference('product'),
    bought_at: instant(),
    complement_bought_at: instant(),
    had_before: boolean(),
  },
);
