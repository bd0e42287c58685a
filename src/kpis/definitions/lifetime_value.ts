import { calculate, count, countDistinct, sum, sumMoney } from '../../metrics/build.ts';
import { all, isKnown, isNot, money } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Metric } from '../../metrics/metric.ts';
import type { Parameter } from '../kpi.ts';
import { customerRetention } from './customer.ts';

/** The profit that a customer leaves over a lifetime: what `ltv_profit` gives and `clv_cac_ratio` divides. */

const sales = { at: 'ordered_at', where: all(isNot('status', 'cancelled'), isNot('is_return', true), isKnown('account_id')) };
const costed = { at: 'ordered_at', where: all(sales.where, isKnown('amount'), isKnown('cost')) };
export const orders = count('order', sales);
export const buyers = countDistinct('order', 'account_id', sales);

const inputs: Readonly<Record<string, Metric>> = {
  orders,
  buyers,
  revenue: sumMoney('order', 'amount', sales),
  revenue_costed: sumMoney('order', 'amount', costed),
  profit_costed: sum('order', calculate(money('amount', 'ordered_at'), '-', money('cost', 'ordered_at')), costed),
  churn: customerRetention('lost_rate'),
  days: { kind: 'built_in', name: 'days' },
};

const yearDays = 365;

interface Factors {
  readonly average_order_value: number;
  readonly orders_per_year: number;
  readonly margin: number;
  readonly lifetime_years: number;
}

export const divide = (top: number | null, bottom: number | null): number | null => (top === null || !bottom ? null : top / bottom);

/** The four factors, each in its own unit: money an order, orders a customer and year, years, a fraction. */
const factorsOf = ({ cells }: ComputedInput, lifetimeYears: number): Factors | { readonly reason: string } => {
  const value = (name: string) => cells[name]?.value ?? null;
  const years = (value('days') ?? 0) / yearDays;
  const order = divide(value('revenue'), value('orders'));
  const frequency = divide(value('orders'), value('buyers'));
  if (order === null || frequency === null) return { reason: 'no_orders' };
  const margin = divide(value('profit_costed'), value('revenue_costed'));
  if (margin === null) return { reason: 'no_known_cost' };
  const lifetime = lifetimeYears > 0 ? lifetimeYears : divide(years, value('churn'));
  if (lifetime === null) return { reason: 'no_customer_lost' };
  return { average_order_value: order, orders_per_year: frequency / years, margin, lifetime_years: lifetime };
};

/** The interval of the churn rate carried over to the lifetime; that of the other factors is small beside it. */
const intervalOf = ({ cells }: ComputedInput, value: number, lifetimeYears: number): Pick<ComputedResult, 'ci'> => {
  const churn = cells.churn;
  if (lifetimeYears > 0 || !churn?.value || !churn.ci || churn.ci[0] <= 0) return {};
  return { ci: [(value * churn.value) / churn.ci[1], (value * churn.value) / churn.ci[0]] };
};

/** A model of the value of a customer over the four factors; `more` are inputs that it reads beside them. */
export const lifetimeModel = (
  more: Readonly<Record<string, Metric>>,
  lifetimeYears: number,
  estimate: (factors: Factors, input: ComputedInput) => number | null,
): ComputedMetric => ({
  kind: 'computed',
  inputs: { ...inputs, ...more },
  compute: (input) => {
    const factors = factorsOf(input, lifetimeYears);
    const n = input.cells.buyers?.value ?? 0;
    if ('reason' in factors) return { value: null, n, reasons: [factors.reason] };
    const value = estimate(factors, input);
    return value === null ? { value, n } : { value, n, detail: { ...factors }, ...intervalOf(input, value, lifetimeYears) };
  },
});

/** Average order × orders a customer and year × margin × years; `lifetimeYears` 0: those of the churn rate. */
export const lifetimeProfit = (lifetimeYears: number): ComputedMetric =>
  lifetimeModel({}, lifetimeYears, (f) => f.average_order_value * f.orders_per_year * f.margin * f.lifetime_years);

/** The parameter `lifetime_years`. */
export const lifetimeYears = {
  default: 0,
  name: {
    es: 'Vida esperada del cliente, en años (0: la que da la tasa de abandono)',
    en: 'Expected lifetime in years (0: from the churn rate)',
  },
  between: [0, 100],
} satisfies Parameter;
