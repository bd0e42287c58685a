/** What cannot be, or seldom is, in each entity: counted as warnings, never a reason to leave a row out. */

/** [earlier, later]: the later one is before the earlier one in a faulty row. */
export const timeOrders: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  access_grant: [['granted_at', 'revoked_at']],
  campaign: [['starts_at', 'ends_at']],
  campaign_message: ['delivered_at', 'bounced_at', 'opened_at', 'clicked_at', 'responded_at', 'unsubscribed_at'].map((later) => [
    'sent_at',
    later,
  ]),
  contact: [['subscribed_at', 'unsubscribed_at']],
  contract: ['ends_at', 'cancelled_at'].map((later) => ['started_at', later]),
  cost: [['period_start', 'period_end']],
  data_issue: [['found_at', 'fixed_at']],
  forecast: [['period_start', 'period_end']],
  invoice: ['due_on', 'paid_at'].map((later) => ['issued_on', later]),
  lead: ['qualified_at', 'handed_over_at', 'accepted_at', 'converted_at', 'lost_at'].map((later) => ['created_at', later]),
  market_estimate: [['period_start', 'period_end']],
  opportunity: [['created_at', 'closed_at']],
  quote: ['valid_until', 'decided_at'].map((later) => ['sent_at', later]),
  survey_invitation: [['sent_at', 'delivered_at']],
  target: [['period_start', 'period_end']],
  ticket: ['first_response_at', 'resolved_at', 'closed_at'].map((later) => ['opened_at', later]),
  training: [['completed_on', 'valid_until']],
  user: [['hired_at', 'left_at']],
};

/** For every entity. */
export const commonTimeOrders: readonly (readonly [string, string])[] = [
  ['created_at', 'updated_at'],
  ['created_at', 'deleted_at'],
];

/** Fields that are never below zero. Amounts of orders and invoices may be: returns and credit notes are. */
export const neverNegative: Readonly<Record<string, readonly string[]>> = {
  account: ['credit_limit', 'category_spend'],
  activity: ['duration_s', 'wrap_s'],
  campaign: ['budget', 'audience_size'],
  campaign_message: ['click_count'],
  contract: ['amount'],
  data_issue: ['fix_minutes'],
  delivery: ['quantity', 'delivered_quantity'],
  exchange_rate: ['rate'],
  investment: ['cost', 'horizon_months'],
  lead: ['estimated_value'],
  opportunity: ['amount', 'quantity'],
  product: ['price', 'cost'],
  quote: ['amount'],
  ticket: ['reopen_count', 'contact_count', 'transfer_count', 'level'],
  user: ['hourly_cost'],
  web_session: ['engaged_s'],
};

/** Boolean SQL that holds for a faulty row, with the fields it needs. */
export const outOfRange: Readonly<
  Record<string, readonly { readonly field: string; readonly needs: readonly string[]; readonly sql: string }[]>
> = {
  exchange_rate: [{ field: 'rate', needs: [], sql: 'rate = 0' }],
  invoice: [{ field: 'commission_rate', needs: [], sql: 'commission_rate not between 0 and 100' }],
  opportunity: [{ field: 'probability', needs: [], sql: 'probability not between 0 and 100' }],
  stage: [{ field: 'probability', needs: [], sql: 'probability not between 0 and 100' }],
  survey_response: [
    { field: 'score', needs: ['scale_min'], sql: 'score < scale_min' },
    { field: 'score', needs: ['scale_max'], sql: 'score > scale_max' },
  ],
};

/** References that lead from a record to another of its own kind: going along them must end. */
export const parents: Readonly<Record<string, string>> = {
  account: 'parent_id',
  contract: 'previous_id',
  opportunity: 'parent_id',
  user: 'manager_id',
};

/** References without which the record hangs in the air: an empty one is as missing as one to nothing. */
export const expectedReferences: Readonly<Record<string, readonly string[]>> = {
  campaign_message: ['campaign_id'],
  contract: ['account_id'],
  delivery: ['order_id'],
  invoice: ['account_id'],
  opportunity: ['account_id'],
  opportunity_line: ['opportunity_id'],
  order: ['account_id'],
  order_line: ['order_id'],
  payment: ['invoice_id'],
  user_event: ['user_id'],
};
