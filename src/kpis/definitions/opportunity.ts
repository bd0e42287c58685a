import { count, sumMoney } from '../../metrics/build.ts';
import { is, isOneOf } from '../../metrics/expression.ts';
import type { RatioMetric } from '../../metrics/metric.ts';

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
  of: 'amounts',
  numerator: sumMoney('opportunity', 'amount', won),
  denominator: sumMoney('opportunity', 'amount', decided),
};
