import { count, sumMoney } from '../../metrics/build.ts';
import { all, day, is, isOneOf, money } from '../../metrics/expression.ts';
import type { RatioMetric, StockMetric } from '../../metrics/metric.ts';

const decided = { at: 'closed_at', where: isOneOf('status', ['won', 'lost']) };
const won = { at: 'closed_at', where: is('status', 'won') };

/** Won over decided (won + lost), by the date of the decision. */
export const winRate: RatioMetric = {
  kind: 'ratio',
  of: 'proportion',
  numerator: count('opportunity', won),
  denominator: count('opportunity', decided),
};

/** The same in money: amount won over amount decided. */
export const winRateByValue: RatioMetric = {
  kind: 'ratio',
  of: 'part',
  numerator: sumMoney('opportunity', 'amount', won),
  denominator: sumMoney('opportunity', 'amount', decided),
};

/** Deals open at the close of the period. */
export const openDeals: StockMetric = {
  kind: 'stock',
  dataset: 'opportunity_span',
  aggregate: 'count',
  where: is('status', 'open'),
  at: 'closing',
};

/** What they are worth, in the workspace's currency, each with the amount it had that day. */
export const openValue: StockMetric = { ...openDeals, aggregate: 'sum', of: money('amount', 'valid_from') };

/** Of them, those won (as is known now) no more than so many days later. */
export const realizedCount = (days: number): StockMetric => ({
  ...openDeals,
  where: all(is('status', 'open'), is('opportunity_id.status', 'won')),
  since: [day('opportunity_id.closed_at', -days)],
});
/** What they were won for. */
export const realizedValue = (days: number): StockMetric => ({
  ...realizedCount(days),
  aggregate: 'sum',
  of: money('opportunity_id.amount', 'opportunity_id.closed_at'),
});
