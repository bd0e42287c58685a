import { own } from './own.ts';

/**
 * Whose a row is: what someone who sees only their own (their team's, office's, department's) rows may see of it.
 *
 * `by` are references of the row: one to a user names who owns it, one to another record hands the question to that record (a line of
 * an order is owned as the order is). `first`: the first of them that is known decides; `any`: it is each one's. A row of which none
 * is known is nobody's. `company`: its rows belong to nobody in particular.
 */
export type Ownership =
  | { readonly kind: 'owned'; readonly by: readonly string[]; readonly rule: 'first' | 'any' }
  | { readonly kind: 'company' };

const first = (...by: readonly string[]): Ownership => ({ kind: 'owned', by, rule: 'first' });
const any = (...by: readonly string[]): Ownership => ({ kind: 'owned', by, rule: 'any' });
const company: Ownership = { kind: 'company' };

/**
 * Of every dataset of the model. An entity's row is its present owner's, its past with it, as in a CRM: who hands a deal over no longer
 * sees it. Datasets that hold the owner of their own time (the spans of deals) are that owner's. Those made of others are owned as what
 * they tell of, whoever else's rows went into them.
 */
const ownerships: Readonly<Record<string, Ownership>> = {
  user: first('id'),
  account: first('owner_id'),
  contact: first('owner_id', 'account_id'),
  lead: first('owner_id'),
  opportunity: first('owner_id', 'account_id'),
  stage: company,
  field_change: company,
  opportunity_line: first('opportunity_id'),
  activity: first('owner_id', 'opportunity_id', 'lead_id', 'ticket_id', 'account_id', 'contact_id'),
  campaign: company,
  campaign_message: first('lead_id', 'contact_id'),
  touch: first('lead_id', 'contact_id'),
  web_session: company,
  web_event: company,
  product: company,
  quote: first('owner_id', 'opportunity_id', 'account_id'),
  order: first('owner_id', 'opportunity_id', 'account_id', 'contact_id'),
  order_line: first('order_id'),
  delivery: first('order_id'),
  contract: first('owner_id', 'account_id'),
  // Receivables are also those of the salesperson whose customer owes them.
  invoice: any('owner_id', 'account_id', 'order_id'),
  payment: any('invoice_id', 'account_id'),
  ticket: first('owner_id', 'account_id', 'contact_id'),
  survey_invitation: first('account_id', 'contact_id'),
  survey_response: first('owner_id', 'ticket_id', 'order_id', 'account_id', 'contact_id'),
  cost: first('owner_id'),
  user_event: first('user_id'),
  training: first('user_id'),
  demand_signal: first('account_id', 'contact_id'),
  retention_action: first('owner_id', 'account_id'),
  coaching_action: any('user_id', 'coach_id'),
  investment: company,
  forecast: first('owner_id'),
  target: company,
  access_grant: first('user_id'),
  data_issue: first('owner_id'),
  market_estimate: company,
  exchange_rate: company,
  business_day: company,
  field_span: company,
  opportunity_span: first('owner_id', 'opportunity_id'),
  stage_span: first('owner_id', 'opportunity_id'),
  customer_span: first('account_id'),
  account_stage_span: first('account_id'),
  order_sequence: first('order_id'),
  product_order_sequence: first('order_id'),
  renewal: first('contract_id'),
  receivable_span: any('owner_id', 'account_id', 'invoice_id'),
  ticket_contact: first('ticket_id'),
  ticket_action: first('ticket_id'),
  attribution: first('opportunity_id'),
  lead_nurturing: first('lead_id'),
  lead_payment: first('owner_id', 'lead_id'),
  cost_day: first('owner_id'),
  mrr_span: first('account_id'),
  rate_day: company,
  delivery_outcome: first('order_id'),
  cross_sell: first('account_id'),
  credit_exposure_span: any('owner_id', 'account_id'),
  // What the company's target has over the sum of the people's has no owner.
  target_day: first('owner_id'),
  forecast_outcome: first('owner_id'),
  account_rfm: first('account_id'),
  deal_model: company,
  opportunity_forecast: first('owner_id', 'opportunity_id'),
  opportunity_state_span: first('owner_id', 'opportunity_id'),
  stage_activity: first('owner_id', 'opportunity_id'),
  interval_model: company,
  order_forecast: first('account_id'),
  buyer_model: company,
  account_value: first('account_id'),
  account_risk: first('account_id'),
  risk_episode: first('account_id'),
  check_result: company,
  duplicate_group: first('owner_id'),
};

/** What somebody owes: hidden from salespeople where `rights.receivables` says so. */
export const receivables: ReadonlySet<string> = new Set(['invoice', 'payment', 'receivable_span', 'credit_exposure_span']);

/** @returns whose the rows of a dataset are; of one that is not in the table, nobody's */
export const ownershipOf = (dataset: string): Ownership => own(ownerships, dataset) ?? company;

/** The datasets that the table has an answer for. */
export const owned: readonly string[] = Object.keys(ownerships);
