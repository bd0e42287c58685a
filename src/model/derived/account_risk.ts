import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, integer, money, reference } from '../field.ts';

/**
 * Customers with signs that they may leave, day by day: spans in which an account is a customer (`customer_span`) and at least one
 * signal holds; a new span begins on the day on which another set of signals does. Each signal is its own column, so that a KPI can weigh them
 * anew; `score` is the sum of the points below (`usualRiskWeights` of the estimators), at most 100.
 *
 * | signal | points | holds |
 * |---|---|---|
 * | `complaint` | 25 | from the day a ticket of type complaint opened, 90 days |
 * | `frequent_calls` | 15 | while five calls from the customer (direction in) came within the last 30 days |
 * | `contract_calls` | 25 | from a call or ticket about the contract or its obligations, 90 days |
 * | `closing_calls` | 40 | from a call or ticket about cancelling or closing the account, 180 days |
 * | `overdue_order` | 15 | from the day after `upper_on` of `order_forecast` (level account) until the order or `lapsed_on` |
 * | `low_survey` | 20 | from an answer to NPS (0 to 6), CSAT or CES (the lower half, middle excluded) until the next of that kind, at most 180 days |
 * | `unpaid_invoice` | 15 | while an invoice is open after its due date |
 *
 * Calls are activities of type call that are not of purpose sales. What they are about is read from topic and subject, of tickets from
 * topic and cause: words that begin with contract, contrato, obligation, obligac, commitment, compromiso, permanencia, clausula; and with baja,
 * cancel, terminat, rescin, rescis, or close, closing, closure, cerrar, cierre together with account or cuenta. A ticket, call or answer
 * without an account counts for its contact's.
 *
 * `signals` counts those that hold. `revenue` is what is at stake in a year, as of the span's first day: 12 × the recurring revenue or, without any,
 * the sales of the 365 days up to it; in the workspace's currency. What has not come by the last day of the source's data begins no span and ends none.
 */
export const accountRisk = defineDerived(
  'account_risk',
  'span',
  {
    from: [
      'contact',
      'ticket',
      'activity',
      'survey_response',
      'order',
      'rate_day',
      'customer_span',
      'mrr_span',
      'receivable_span',
      'order_forecast',
    ],
    standsOn: ['customer_span'],
    times: ['order', 'contract'],
    base: 'account_id',
  },
  {
    account_id: reference('account'),
    valid_from: instant(),
    valid_to: instant(),
    complaint: boolean(),
    frequent_calls: boolean(),
    contract_calls: boolean(),
    closing_calls: boolean(),
    overdue_order: boolean(),
    low_survey: boolean(),
    unpaid_invoice: boolean(),
    signals: integer(),
    score: integer(),
    revenue: money(),
    currency: currency(),
  },
);
