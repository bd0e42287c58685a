import type { Value } from '../oracle/company.ts';

interface Rows {
  readonly rows: number;
  readonly columns: readonly string[];
}

/** A part of a company and what can be asked of it. Random companies are of one theme, so that a counterexample stays small. */
export interface Theme {
  readonly name: string;
  readonly entities: Readonly<Record<string, Rows>>;
  /** Fields that change over time, with what they may have read before. */
  readonly tracked: readonly { readonly entity: string; readonly field: string; readonly values: readonly Value[] }[];
  /** Datasets to aggregate, with their time fields. */
  readonly datasets: Readonly<Record<string, readonly string[]>>;
  /** Span datasets, with the entity whose presence they tell. */
  readonly spans: Readonly<Record<string, string>>;
  /** What such an entity brings: a dataset of rows, with their entity and time. */
  readonly brought?: readonly [dataset: string, entity: string, at: string];
  readonly durations: readonly (readonly [dataset: string, start: string, end: string])[];
  readonly conversions: readonly {
    readonly base: readonly [dataset: string, entity: string, at: string];
    readonly converted: readonly [dataset: string, entity: string, at: string] | string;
  }[];
  /** Dimensions that every dataset of the theme reaches. */
  readonly dimensions: readonly string[];
  /** Of `dimensions`, those that single datasets do not reach. */
  readonly unreached?: Readonly<Record<string, readonly string[]>>;
  /** More dimensions of single datasets. */
  readonly own: Readonly<Record<string, readonly string[]>>;
}

const user: Rows = { rows: 3, columns: ['name', 'office'] };
const account: Rows = { rows: 6, columns: ['created_at', 'industry', 'owner_id', 'segment'] };
const rates: Rows = { rows: 5, columns: ['from_currency', 'to_currency', 'on', 'rate'] };

const sales: Theme = {
  name: 'sales',
  entities: {
    user,
    account,
    exchange_rate: rates,
    lead: {
      rows: 8,
      columns: [
        'created_at',
        'source',
        'owner_id',
        'status',
        'score',
        'estimated_value',
        'qualified_at',
        'converted_at',
        'lost_at',
        'converted_account_id',
        'converted_opportunity_id',
      ],
    },
    opportunity: {
      rows: 12,
      columns: [
        'created_at',
        'account_id',
        'owner_id',
        'lead_id',
        'pipeline',
        'stage',
        'status',
        'type',
        'amount',
        'currency',
        'margin',
        'closed_at',
        'expected_close_on',
        'lost_reason',
        'reopened_at',
        'quantity',
      ],
    },
  },
  tracked: [
    { entity: 'opportunity', field: 'stage', values: ['Contacto', 'Propuesta', 'Ganada', 'Perdida'] },
    { entity: 'opportunity', field: 'status', values: ['open', 'won', 'lost'] },
    { entity: 'opportunity', field: 'amount', values: [10, 250.5, null] },
    { entity: 'opportunity', field: 'owner_id', values: ['user1', 'user2', null] },
    { entity: 'lead', field: 'owner_id', values: ['user1', 'user3', null] },
    { entity: 'account', field: 'industry', values: ['norte', 'sur', null] },
  ],
  datasets: { lead: ['created_at', 'converted_at', 'qualified_at'], opportunity: ['created_at', 'closed_at'] },
  spans: { opportunity_span: 'opportunity_id', stage_span: 'opportunity_id' },
  durations: [
    ['lead', 'created_at', 'converted_at'],
    ['opportunity', 'created_at', 'closed_at'],
    ['stage_span', 'valid_from', 'valid_to'],
  ],
  conversions: [
    { base: ['lead', 'id', 'created_at'], converted: 'converted_at' },
    { base: ['lead', 'id', 'created_at'], converted: ['opportunity', 'lead_id', 'closed_at'] },
    { base: ['opportunity', 'account_id', 'created_at'], converted: ['opportunity', 'account_id', 'closed_at'] },
  ],
  dimensions: ['owner.name', 'owner.office', 'owner_id'],
  own: {
    lead: ['source', 'status'],
    opportunity: ['stage', 'type', 'account.industry', 'account.owner.name', 'lead.source', 'created_at', 'quantity'],
    opportunity_span: ['stage', 'status', 'account.industry', 'type'],
    stage_span: ['stage', 'category', 'account.industry'],
  },
};

const orders: Theme = {
  name: 'orders',
  entities: {
    user,
    account,
    exchange_rate: rates,
    product: { rows: 3, columns: ['name', 'category', 'price'] },
    order: { rows: 14, columns: ['account_id', 'owner_id', 'status', 'ordered_at', 'amount', 'currency', 'cost', 'is_return'] },
    order_line: { rows: 12, columns: ['order_id', 'product_id', 'quantity', 'unit_price', 'amount'] },
    delivery: { rows: 6, columns: ['order_id', 'promised_at_first', 'delivered_at', 'quantity'] },
  },
  tracked: [
    { entity: 'account', field: 'industry', values: ['norte', 'sur', null] },
    { entity: 'account', field: 'owner_id', values: ['user1', 'user2'] },
    { entity: 'order', field: 'owner_id', values: ['user1', 'user2', null] },
  ],
  datasets: { order: ['ordered_at'], order_sequence: ['ordered_at'], product_order_sequence: ['ordered_at'] },
  spans: { customer_span: 'account_id' },
  brought: ['order', 'account_id', 'ordered_at'],
  durations: [['delivery', 'promised_at_first', 'delivered_at']],
  conversions: [
    { base: ['order', 'account_id', 'ordered_at'], converted: ['order', 'account_id', 'ordered_at'] },
    { base: ['order', 'id', 'ordered_at'], converted: ['delivery', 'order_id', 'delivered_at'] },
  ],
  dimensions: ['account.industry', 'account.owner.name'],
  unreached: { delivery: ['account.industry', 'account.owner.name'] },
  own: {
    order: ['status', 'owner.name', 'is_return', 'account_id', 'account.segment'],
    order_sequence: ['ordinal', 'account_id', 'owner.name'],
    product_order_sequence: ['product.name', 'product.category', 'ordinal'],
    customer_span: ['origin', 'account_id', 'account.segment'],
    delivery: ['order.account.industry', 'order.owner.office'],
  },
};

const contracts: Theme = {
  name: 'contracts',
  entities: {
    user,
    account,
    exchange_rate: rates,
    contract: {
      rows: 12,
      columns: [
        'account_id',
        'owner_id',
        'started_at',
        'ends_at',
        'renewal_due_on',
        'renewed_at',
        'cancelled_at',
        'cancel_reason',
        'amount',
        'currency',
        'period',
        'previous_id',
      ],
    },
  },
  tracked: [{ entity: 'account', field: 'industry', values: ['norte', 'sur', null] }],
  datasets: { contract: ['started_at', 'cancelled_at'], renewal: ['due_on'] },
  spans: { customer_span: 'account_id', mrr_span: 'account_id' },
  brought: ['contract', 'account_id', 'started_at'],
  durations: [['contract', 'started_at', 'cancelled_at']],
  conversions: [{ base: ['contract', 'id', 'started_at'], converted: 'cancelled_at' }],
  dimensions: ['account.industry', 'account.owner.name'],
  own: {
    contract: ['period', 'cancel_reason'],
    renewal: ['is_renewed', 'period'],
    customer_span: ['origin', 'ordinal'],
    mrr_span: ['movement'],
  },
};

const receivables: Theme = {
  name: 'receivables',
  entities: {
    user,
    account,
    exchange_rate: rates,
    invoice: { rows: 10, columns: ['account_id', 'owner_id', 'status', 'issued_on', 'due_on', 'amount', 'balance', 'currency', 'paid_at'] },
    payment: { rows: 10, columns: ['invoice_id', 'account_id', 'paid_at', 'amount', 'currency'] },
  },
  tracked: [{ entity: 'account', field: 'owner_id', values: ['user1', 'user2'] }],
  datasets: { invoice: ['issued_on', 'paid_at'], payment: ['paid_at'] },
  spans: { receivable_span: 'invoice_id' },
  durations: [['invoice', 'issued_on', 'paid_at']],
  conversions: [
    { base: ['invoice', 'id', 'issued_on'], converted: 'paid_at' },
    { base: ['invoice', 'id', 'issued_on'], converted: ['payment', 'invoice_id', 'paid_at'] },
  ],
  dimensions: ['account.owner.name', 'account_id'],
  own: { invoice: ['status', 'account.industry'], payment: ['invoice.status'], receivable_span: ['account.industry', 'status'] },
};

const service: Theme = {
  name: 'service',
  entities: {
    user,
    account,
    ticket: {
      rows: 14,
      columns: [
        'account_id',
        'contact_id',
        'owner_id',
        'type',
        'topic',
        'channel',
        'status',
        'opened_at',
        'first_response_at',
        'resolved_at',
        'closed_at',
        'reopened_at',
        'reopen_count',
        'contact_count',
        'transfer_count',
        'level',
        'sla_met',
      ],
    },
    activity: {
      rows: 12,
      columns: ['type', 'direction', 'purpose', 'owner_id', 'account_id', 'ticket_id', 'occurred_at', 'duration_s', 'wrap_s', 'connected'],
    },
    survey_response: {
      rows: 8,
      columns: ['kind', 'scale_min', 'scale_max', 'score', 'account_id', 'owner_id', 'ticket_id', 'responded_at'],
    },
  },
  tracked: [
    { entity: 'ticket', field: 'owner_id', values: ['user1', 'user2', null] },
    { entity: 'ticket', field: 'status', values: ['open', 'pending', 'resolved'] },
    { entity: 'account', field: 'industry', values: ['norte', 'sur', null] },
  ],
  datasets: {
    ticket: ['opened_at', 'resolved_at', 'closed_at'],
    activity: ['occurred_at'],
    survey_response: ['responded_at'],
    ticket_contact: ['resolved_at', 'opened_at'],
  },
  spans: {},
  durations: [
    ['ticket', 'opened_at', 'resolved_at'],
    ['ticket', 'opened_at', 'first_response_at'],
  ],
  conversions: [
    { base: ['ticket', 'id', 'opened_at'], converted: 'resolved_at' },
    { base: ['ticket', 'id', 'opened_at'], converted: ['survey_response', 'ticket_id', 'responded_at'] },
    { base: ['ticket', 'account_id', 'opened_at'], converted: ['activity', 'account_id', 'occurred_at'] },
  ],
  dimensions: ['owner.name', 'account.industry'],
  own: {
    ticket: ['type', 'status', 'level', 'sla_met'],
    activity: ['type', 'ticket.type', 'direction'],
    survey_response: ['kind', 'ticket.topic'],
    ticket_contact: ['contacts', 'type'],
  },
};

const marketing: Theme = {
  name: 'marketing',
  entities: {
    user,
    exchange_rate: rates,
    campaign: { rows: 3, columns: ['created_at', 'name', 'channel', 'first_sent_at', 'budget'] },
    contact: { rows: 4, columns: ['created_at', 'country'] },
    campaign_message: {
      rows: 14,
      columns: [
        'campaign_id',
        'contact_id',
        'sent_at',
        'delivered_at',
        'bounced_at',
        'opened_at',
        'clicked_at',
        'click_count',
        'is_machine_open',
      ],
    },
    cost: {
      rows: 8,
      columns: ['category', 'function', 'campaign_id', 'owner_id', 'incurred_on', 'period_start', 'period_end', 'amount', 'currency'],
    },
  },
  tracked: [{ entity: 'campaign', field: 'channel', values: ['norte', 'sur', null] }],
  datasets: {
    campaign_message: ['sent_at', 'delivered_at', 'opened_at'],
    cost: ['incurred_on'],
    cost_day: ['day'],
    campaign: ['first_sent_at'],
  },
  spans: {},
  durations: [['campaign_message', 'sent_at', 'opened_at']],
  conversions: [
    { base: ['campaign_message', 'contact_id', 'sent_at'], converted: ['campaign_message', 'contact_id', 'clicked_at'] },
    { base: ['campaign_message', 'id', 'sent_at'], converted: 'opened_at' },
  ],
  dimensions: ['campaign.name', 'campaign.channel'],
  unreached: { campaign: ['campaign.name', 'campaign.channel'] },
  own: {
    campaign_message: ['contact.country', 'is_machine_open', 'campaign_id'],
    cost: ['category', 'function'],
    cost_day: ['category', 'function', 'owner.name'],
  },
};

export const themes: readonly Theme[] = [sales, orders, contracts, receivables, service, marketing];
