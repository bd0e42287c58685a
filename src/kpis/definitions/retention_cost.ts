import { ratio, sumMoney } from '../../metrics/build.ts';
import { all, any, is, isNull, isOneOf } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import type { Need } from '../kpi.ts';

/** A period in which nothing of the kind was booked has an unknown cost: hardly ever is it free. */
const booked = { at: 'day', empty: 'null' } as const;

const isRetention = any(is('function', 'retention'), all(isNull('function'), isOneOf('category', ['loyalty', 'promotion'])));

/** What was spent on keeping customers, each cost spread over its days. */
export const retentionSpend = sumMoney('cost_day', 'amount', { ...booked, where: isRetention });
/** The same with what customer service costs. */
export const retentionAndServiceSpend = sumMoney('cost_day', 'amount', { ...booked, where: any(isRetention, is('function', 'service')) });

/** Customers on an average day of the period. */
export const averageCustomers: StockMetric = { kind: 'stock', dataset: 'customer_span', aggregate: 'count', at: 'average' };

/** Retention spend over the customers of an average day. */
export const retentionCost = ratio(retentionSpend, averageCustomers);

export const retentionCostNeeds: readonly Need[] = ['cost.amount', ['cost.function', 'cost.category']];
