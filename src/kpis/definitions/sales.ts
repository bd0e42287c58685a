import { sum } from '../../metrics/build.ts';
import { all, calculate, choose, coalesce, compare, field, is, isNot, isNull, money } from '../../metrics/expression.ts';
import type { RetentionMetric } from '../../metrics/metric.ts';
import { customerRetention } from './customer.ts';

/** What a line says of its order under the names that an order has. */
const orderDimensions = Object.fromEntries(
  ['name', 'industry', 'country', 'segment', 'size', 'region'].map((name) => [`account.${name}`, `order.account.${name}`]),
);

const amount = money('amount', 'ordered_at');
const sign = choose(all(is('is_return', true), compare(amount, '>', 0)), -1, 1);

const ordered = { of: calculate(amount, '*', sign), at: 'ordered_at', where: isNot('status', 'cancelled') };
const invoiced = { of: money('amount', 'issued_on'), at: 'issued_on', where: all(isNot('status', 'draft'), isNot('status', 'void')) };

/** What was ordered, less what was returned, whatever the sign the source gives a return. Cancelled orders are out; an unknown status counts. */
export const orderSales = sum('order', ordered.of, { at: ordered.at, where: ordered.where });

const lineAmount = coalesce(
  calculate(money('amount', 'order.ordered_at'), '*', 1),
  calculate(field('quantity'), '*', money('unit_price', 'order.ordered_at')),
);
const lineSign = choose(all(is('order.is_return', true), compare(lineAmount, '>', 0)), -1, 1);

/** The same line by line, for what only a line knows: its product. A line without an amount is worth quantity × unit price. */
export const lineSales = sum('order_line', calculate(lineAmount, '*', lineSign), {
  at: 'order.ordered_at',
  where: all(isNot('order.status', 'cancelled'), isNull('order.deleted_at'), isNull('order.merged_into_id'), isNot('order.is_test', true)),
  dimensions: orderDimensions,
});

/** What was invoiced: drafts and voided invoices are out; credit notes come with their negative amount. */
export const invoiceSales = sum('invoice', invoiced.of, { at: invoiced.at, where: invoiced.where });

/** Sales of the period to the customers of its start who are there at its end. */
export const retainedSales = (by: 'order' | 'invoice'): RetentionMetric => ({
  ...customerRetention('kept'),
  brought: { dataset: by, entity: 'account_id', ...(by === 'order' ? ordered : invoiced) },
});
