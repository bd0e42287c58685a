import { ratio, sumMoney } from '../../metrics/build.ts';
import { all, any, is, isKnown, isNull, isOneOf } from '../../metrics/expression.ts';
import type { ComputedMetric } from '../../metrics/metric.ts';
import type { Parameter } from '../kpi.ts';
import { newCustomers } from './customer.ts';

/** A period in which nothing of the kind was booked has an unknown cost: hardly ever is it free. */
const booked = { at: 'day', empty: 'null' } as const;

/** Marketing by its function or, where costs name none, by category. */
export const isMarketing = any(is('function', 'marketing'), all(isNull('function'), isOneOf('category', ['advertising', 'agency'])));
/** Everything spent on marketing and sales, each cost spread over its days. */
const isAcquisition = any(isMarketing, is('function', 'sales'));
export const fullyLoaded = sumMoney('cost_day', 'amount', { ...booked, where: isAcquisition });
export const advertising = sumMoney('cost_day', 'amount', { ...booked, where: all(isMarketing, is('category', 'advertising')) });

/** Cost of acquiring a customer: everything spent on marketing and sales over the customers who paid for the first time. */
export const acquisitionCost = ratio(fullyLoaded, newCustomers);

/** The parameter `categories`: which costs are advertising. */
export const advertisingCategories = {
  default: ['advertising'],
  name: { es: 'Categorías de coste que son publicidad', en: 'Cost categories that are advertising' },
} satisfies Parameter;

/** What was spent on advertising and on campaigns of any kind: what brings leads and sign-ups, salaries left out. */
export const campaignSpend = (categories: readonly string[]) =>
  sumMoney('cost_day', 'amount', { at: 'day', where: any(isOneOf('category', categories), isKnown('campaign_id')) });
export const marketingSpend = sumMoney('cost_day', 'amount', { at: 'day', where: isMarketing });

/** What the text asks a fully loaded cost to hold (S1#11). */
const categories = ['advertising', 'salaries', 'software', 'equipment', 'rent'] as const;

/** The same, telling in its detail how much of each category is in it and which categories are missing. */
export const itemisedAcquisitionCost: ComputedMetric = {
  kind: 'computed',
  inputs: {
    cost_per_customer: acquisitionCost,
    ...Object.fromEntries(
      categories.map((category) => [
        category,
        sumMoney('cost_day', 'amount', { at: 'day', where: all(isAcquisition, is('category', category)) }),
      ]),
    ),
  },
  compute: ({ cells }) => {
    const whole = cells.cost_per_customer;
    const amounts = categories.map((category) => [category, cells[category]?.value ?? 0] as const);
    return {
      value: whole?.value ?? null,
      numerator: whole?.numerator ?? null,
      denominator: whole?.denominator ?? null,
      n: whole?.n ?? 0,
      ...(whole?.ci ? { ci: whole.ci } : {}),
      detail: { included: Object.fromEntries(amounts), missing: amounts.flatMap(([category, amount]) => (amount === 0 ? [category] : [])) },
    };
  },
};
