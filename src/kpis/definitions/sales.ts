import { sum } from '../../metrics/build.ts';
import { all, calculate, choose, compare, is, isNot, money } from '../../metrics/expression.ts';

const amount = money('amount', 'ordered_at');
const sign = choose(all(is('is_return', true), compare(amount, '>', 0)), -1, 1);

/** What was ordered, less what was returned, whatever the sign the source gives a return. Cancelled orders are out; an unknown status counts. */
export const orderSales = sum('order', calculate(amount, '*', sign), { at: 'ordered_at', where: isNot('status', 'cancelled') });

/** What was invoiced: drafts and voided invoices are out; credit notes come with their negative amount. */
export const invoiceSales = sum('invoice', money('amount', 'issued_on'), {
  at: 'issued_on',
  where: all(isNot('status', 'draft'), isNot('status', 'void')),
});
