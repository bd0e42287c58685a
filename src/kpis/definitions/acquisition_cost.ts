import { ratio, sumMoney } from '../../metrics/build.ts';
import { all, any, is, isNull, isOneOf } from '../../metrics/expression.ts';
import { newCustomers } from './customer.ts';

const isMarketing = any(is('function', 'marketing'), all(isNull('function'), isOneOf('category', ['advertising', 'agency'])));
/** Everything spent on marketing and sales, each cost spread over its days. */
export const fullyLoaded = sumMoney('cost_day', 'amount', { at: 'day', where: any(isMarketing, is('function', 'sales')) });
export const advertising = sumMoney('cost_day', 'amount', { at: 'day', where: all(isMarketing, is('category', 'advertising')) });

/** Cost of acquiring a customer: everything spent on marketing and sales over the customers who paid for the first time. */
export const acquisitionCost = ratio(fullyLoaded, newCustomers);
