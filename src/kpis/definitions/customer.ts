import { count } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import type { RetentionMetric, SimpleMetric } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';
import type { Need } from '../kpi.ts';

/** Customers are accounts with a span in `customer_span`: a contract in force or, without contracts, an order not long ago. */
export const customerNeeds: readonly Need[] = [
  ['contract.account_id', 'order.account_id'],
  ['contract.started_at', 'order.ordered_at'],
];

export const customerDimensions: readonly string[] = [
  'account.segment',
  'account.industry',
  'account.country',
  'account.size',
  'account.owner.name',
];

/** Customers there at the start of the period against those there at its end, by sets. */
export const customerRetention = (mode: RetentionMetric['mode']): RetentionMetric => ({
  kind: 'retention',
  dataset: 'customer_span',
  entity: 'account_id',
  mode,
  weighting: 'entity',
});

/** Accounts by their first payment or, where payments are not on record, their first order not cancelled. */
export const newCustomers = count('customer_span', { at: 'first_paid_at', where: is('ordinal', 1) });
/** Accounts by their first order, paid or not. */
export const firstOrders = count('order_sequence', { at: 'ordered_at', where: is('ordinal', 1) });
/** Accounts acquired, paid or not: by the start of their first contract or order or, where the workspace says so, by their first order. */
export const acquiredCustomers = ({ glossary }: Pick<Settings, 'glossary'>): SimpleMetric =>
  glossary.acquired === 'signed_up' ? count('customer_span', { at: 'valid_from', where: is('ordinal', 1) }) : firstOrders;
