import { calculate, type Expression, field, isKnown, money } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';

/** Open deals at the close of the period with what was to be expected of each, by a model that knows only earlier quarters. */
export const foreseenDeals: StockMetric = { kind: 'stock', dataset: 'opportunity_forecast', aggregate: 'count', at: 'closing' };

export const dealWorth = money('amount', 'valid_from');

/** Σ of an expression over them. */
export const sumOfDeals = (of: Expression, where?: Expression): StockMetric => ({
  ...foreseenDeals,
  aggregate: 'sum',
  of,
  ...(where ? { where } : {}),
});

/** What they are worth, and the worth of those of which a field is known. */
export const worthOfDeals = (known?: string): StockMetric => sumOfDeals(dealWorth, known ? isKnown(known) : undefined);

/** Σ worth × a number of the deal. */
export const worthTimes = (path: string): StockMetric => sumOfDeals(calculate(dealWorth, '*', field(path)));

/** The closed deals that the model of winning learns from. */
export const dealModelNeeds = ['opportunity.status', 'opportunity.amount', 'opportunity.created_at', 'opportunity.closed_at'];

/** Example: thirty deals of 2023, 15 of the 20 new ones won with margins of 1 % to 15 %, none of the 10 expansions. */
export const dealsOfThePast = Array.from({ length: 30 }, (_, index) => ({
  id: `past${index + 1}`,
  type: index < 20 ? 'new' : 'expansion',
  status: index < 15 ? 'won' : 'lost',
  created_at: '2023-02-01',
  closed_at: '2023-03-15',
  amount: 1000,
  margin: 10 * (index + 1),
}));
