import { day, isKnown, money } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import type { Need } from '../kpi.ts';

export const receivableNeeds: readonly Need[] = [
  'invoice.issued_on',
  'invoice.amount',
  ['invoice.status', 'invoice.paid_at', 'invoice.balance', 'payment.invoice_id'],
];
export const receivableDimensions: readonly string[] = [
  'owner.name',
  'account.name',
  'account.segment',
  'account.country',
  'account.industry',
];

/** What invoices still had to bring at the end of the period. Drafts and voided invoices have no span. */
export const openBalance: StockMetric = {
  kind: 'stock',
  dataset: 'receivable_span',
  aggregate: 'sum',
  of: money('balance', 'invoice.issued_on'),
  at: 'closing',
};

/** Of it, what is `from` to `to` days past its due date (1 is the day after). An invoice without a due date is never overdue. */
export const overdueBalance = (from: number, to?: number): StockMetric => ({
  ...openBalance,
  where: isKnown('due_on'),
  since: [day('due_on', from)],
  ...(to === undefined ? {} : { until: [day('due_on', to + 1)] }),
});
