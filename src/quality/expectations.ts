/** What cannot happen before what. */
export const orderedTimes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  lead: [
    ['created_at', 'qualified_at'],
    ['created_at', 'converted_at'],
    ['created_at', 'lost_at'],
  ],
  opportunity: [['created_at', 'closed_at']],
  campaign: [['starts_at', 'ends_at']],
  campaign_message: [
    ['sent_at', 'delivered_at'],
    ['sent_at', 'opened_at'],
    ['sent_at', 'responded_at'],
  ],
  quote: [['sent_at', 'decided_at']],
  contract: [
    ['started_at', 'ends_at'],
    ['started_at', 'cancelled_at'],
  ],
  invoice: [
    ['issued_on', 'due_on'],
    ['issued_on', 'paid_at'],
  ],
  ticket: [
    ['opened_at', 'first_response_at'],
    ['opened_at', 'resolved_at'],
    ['opened_at', 'closed_at'],
  ],
  user: [['hired_at', 'left_at']],
  contact: [['subscribed_at', 'unsubscribed_at']],
};

interface Filled {
  readonly field: string;
  readonly when?: { readonly field: string; readonly values: readonly string[] };
}

const always = (...fields: string[]): readonly Filled[] => fields.map((field) => ({ field }));

/** What a record is of little use without. A field that a source never fills is not asked of it. */
export const filledFields: Readonly<Record<string, readonly Filled[]>> = {
  account: always('name', 'owner_id', 'industry', 'country'),
  contact: always('name', 'email', 'account_id', 'owner_id'),
  lead: [...always('name', 'email', 'source', 'owner_id'), { field: 'lost_reason', when: { field: 'status', values: ['lost'] } }],
  opportunity: [
    ...always('account_id', 'owner_id', 'stage', 'amount'),
    { field: 'expected_close_on', when: { field: 'status', values: ['open'] } },
    { field: 'closed_at', when: { field: 'status', values: ['won', 'lost'] } },
    { field: 'lost_reason', when: { field: 'status', values: ['lost'] } },
  ],
  quote: always('amount', 'sent_at', 'opportunity_id'),
  order: always('account_id', 'amount'),
  contract: always('account_id', 'amount', 'period'),
  invoice: always('account_id', 'amount', 'due_on'),
  ticket: always('account_id', 'owner_id', 'type', 'topic'),
  activity: always('type', 'owner_id'),
  delivery: always('order_id', 'promised_at'),
};

type Late =
  | { readonly check: 'overdue'; readonly field: string; readonly when: { readonly field: string; readonly values: readonly string[] } }
  | { readonly check: 'entered_late'; readonly field: string; readonly days: number };

/** What should have been brought up to date by now. */
export const laterTimes: Readonly<Record<string, readonly Late[]>> = {
  opportunity: [{ check: 'overdue', field: 'expected_close_on', when: { field: 'status', values: ['open'] } }],
  quote: [{ check: 'overdue', field: 'valid_until', when: { field: 'status', values: ['sent'] } }],
  order: [{ check: 'entered_late', field: 'ordered_at', days: 7 }],
  contract: [{ check: 'entered_late', field: 'started_at', days: 7 }],
  activity: [{ check: 'entered_late', field: 'occurred_at', days: 7 }],
  ticket: [{ check: 'entered_late', field: 'opened_at', days: 7 }],
};
