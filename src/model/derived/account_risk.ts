import { defineDerived } from '../entity.ts';
import { boolean, currency, instant, integer, money, reference } from '../field.ts';

/**
 * Customers with signs that they may leave, day by day: spans in which an account is a customer (`customer_span`) and at least one
 * signal holds; a new span begins on the day a signal or the owner's stake changes. Each signal is its own column, so that a KPI can weigh them anew;
 * `score` has the weights below, at most 100. Signals of one day begin that day; days are inclusive of the first and exclusive of the last.
 *
 * | signal | points | holds |
 * |---|---|---|
 * | `complaint` | 25 | a ticket of type complaint: from the day it opened, 90 days |
 * | `frequent_calls` | 15 | five or more calls from the customer (direction in; not sales) within 30 days: as long as that is so |
 * | `contract_calls` | 25 | a call or ticket about contract, obligations, permanence or terms (topic or subject; of tickets topic or cause): 90 days |
 * | `closing_calls` | 40 | the same about closing the account or cancelling: 180 days |
 * | `overdue_order` | 15 | the next order is late: `upper_on` + 1 of `order_forecast` (level account) until it comes or `lapsed_on` |
 * | `low_survey` | 20 | the latest answer of the account to NPS, CSAT or CES is in the bad part of its scale (NPS 0–6; others the lower half): 180 days or until the next answer of that kind |
 * | `unpaid_invoice` | 15 | an invoice is open after its due date |
 *
 * `signals` counts those that hold. `revenue` is what is at stake in a year: 12 × the recurring revenue of that day or, without any, the sales of
 * the 365 days up to it; in the workspace's currency, as of the span's first day. An activity or answer without an account counts
 * for its contact's. Calls are activities of type call, whoever called for topics; other people's do not count for `frequent_calls`.
 */
export const accountRisk = defineDerived(
  'account_risk',
  'span',
  {
    from: [
      'account',
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
