import type { AlertCondition, AlertRule, Patience, RuleGrain } from './rule.ts';

/** A rule that every company has until it says otherwise, and who is told beside those who look after all. */
export interface DefaultRule extends AlertRule {
  /** Departments whose matter it is, in both languages as companies name them. */
  readonly departments: readonly string[];
}

const once: Patience = { breaches: 1, clears: 1 };
/** What is over needs two good periods: what hovers is told once. */
const steady: Patience = { breaches: 1, clears: 2 };

interface Extra {
  readonly each?: string;
  readonly grain?: RuleGrain;
  readonly departments?: readonly string[];
  readonly patience?: Patience;
  readonly leastSample?: number;
}

function rule(kpi: string, condition: AlertCondition, { each, grain, departments, patience, leastSample }: Extra = {}): DefaultRule {
  return {
    id: `default:${condition.kind}:${kpi}${each === undefined ? '' : `:${each}`}`,
    kpi,
    scope: null,
    each: each ?? null,
    grain: grain ?? null,
    condition,
    leastSample: leastSample ?? null,
    patience: patience ?? steady,
    departments: departments ?? [],
  };
}

const worse: AlertCondition = { kind: 'anomaly', side: 'worse' };

/** KPIs of which somebody should hear when they are worse than their own past lets one expect. */
const watched = [
  // What the company lives on.
  'total_sales',
  'new_revenue',
  'new_customers',
  'churned_customers',
  'renewal_rate',
  'repeat_purchase_rate',
  // What becomes of leads and deals.
  'qualified_leads',
  'lead_qualification_rate',
  'lead_conversion_rate',
  'opportunity_conversion_rate',
  'avg_opportunity_value',
  'sales_cycle_length',
  'quote_to_order_rate',
  'pipeline_vitality',
  'pipeline_credibility',
  // What they cost.
  'cpl',
  'cac',
  'website_conversion_rate',
  'email_ctr',
  'campaign_conversion_rate',
  // How customers are served, and what they say.
  'on_time_delivery',
  'delivery_lead_time',
  'complaints',
  'first_response_time',
  'avg_resolution_time',
  'fcr',
  'resolution_rate',
  'csat',
  'nps',
  'ces',
  'survey_response_rate',
  // Money that does not come.
  'receivables_overdue',
  'dso',
  // Whether the system is used, and right.
  'crm_adoption_rate',
  'duplicate_rate',
  'data_accuracy',
] as const;

const quality = ['Calidad', 'Quality'];

/**
 * The rules that hold from the start: few, and each worth being woken for. Most ask whether a KPI is worse than its own past lets one expect; the others are those that the texts
 * behind the catalogue state.
 */
export const defaultRules: readonly DefaultRule[] = [
  ...watched.map((kpi) => rule(kpi, worse)),
  // S3 L45: a product whose satisfaction falls is a matter of quality control.
  rule(
    'csat',
    { kind: 'change', against: 'previous', side: 'fall', by: 0.1, in: 'unit' },
    { each: 'product.name', grain: 'quarter', leastSample: 20, departments: quality },
  ),
  rule('on_time_delivery', worse, { each: 'product.name', departments: quality }),
  // S4 L51: keeping a customer must cost less than one who stays brings.
  rule('retention_cost_ratio', { kind: 'reading', rule: 'retention_cost', outcomes: ['costs_more'] }, { patience: once }),
  // S1#3: paid visits that bring no subscribers.
  rule('paid_traffic_payoff', { kind: 'reading', rule: 'paid_traffic', outcomes: ['not_worth_it'] }, { patience: once }),
  // S3 L20: bought at the cost of what guards it.
  rule('new_leads', { kind: 'guard' }, { grain: 'month' }),
  rule('cpl', { kind: 'guard' }),
  rule('avg_resolution_time', { kind: 'guard' }),
  // Where leads come from can change under a total that does not.
  rule('new_leads', { kind: 'mix', by: 'source', share: 0.15 }, { grain: 'month', patience: once }),
  // Decisions on old data.
  rule('total_sales', { kind: 'stale', days: 7 }, { patience: once }),
  rule('new_leads', { kind: 'stale', days: 7 }, { patience: once }),
];
