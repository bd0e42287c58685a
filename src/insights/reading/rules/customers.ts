import { type ReadingRule, ruleAbout } from '../rule.ts';

/** What may stand behind customers leaving: service that got worse where they feel it. */
const causesOfLeaving = ['complaints', 'avg_resolution_time', 'first_response_time', 'on_time_delivery', 'csat', 'nps', 'ces'] as const;

/** Retention that falls is told with its candidate causes and something to do before it gets worse. */
const retentionFalls = ruleAbout({
  id: 'retention_falls',
  source: 'S0 L23; S1#12; S4 L48',
  of: ['retention_rate', 'churn_rate', 'churned_customers', 'renewal_rate'],
  companions: causesOfLeaving,
  read: ({ subject, other }) => {
    if (subject.verdict !== 'worse') return null;
    const causes = causesOfLeaving.filter((id) => other(id)?.verdict === 'worse');
    return causes.length > 0
      ? { outcome: 'with_causes', tone: 'bad', saw: causes }
      : { outcome: 'look_outside', tone: 'bad', saw: causesOfLeaving.filter((id) => other(id) !== null).slice(0, 3) };
  },
});

/** A low retention with service as usual points outside: a new competitor, a better offer. */
const lowRetention = ruleAbout({
  id: 'low_retention',
  source: 'S1#12',
  of: ['retention_rate'],
  read: ({ subject: { level, verdict } }) =>
    level === 'low' && verdict !== 'worse' ? { outcome: 'competitor_or_offer', tone: 'warning', saw: [] } : null,
});

/** What keeping a customer costs must stay below what a customer who stays brings, over the same period. */
const retentionCost = ruleAbout({
  id: 'retention_cost',
  source: 'S4 L51',
  of: ['retention_cost_ratio', 'customer_retention_cost'],
  companions: ['customer_retention_cost', 'avg_revenue_per_retained_customer'],
  read: ({ other }) => {
    const cost = other('customer_retention_cost')?.now.value ?? null;
    const revenue = other('avg_revenue_per_retained_customer')?.now.value ?? null;
    if (cost === null || revenue === null) return null;
    const saw = ['customer_retention_cost', 'avg_revenue_per_retained_customer'];
    return cost < revenue ? { outcome: 'pays', tone: 'good', saw } : { outcome: 'costs_more', tone: 'bad', saw };
  },
});

/** Net promoters above zero is usually good; passives pull the score towards zero from either side. */
const promoters = ruleAbout({
  id: 'promoters',
  source: 'S1#25',
  of: ['nps'],
  read: ({ subject: { now, verdict } }) => {
    const { value, ci } = now;
    if (value === null) return null;
    if (verdict === 'worse') return { outcome: 'trouble', tone: 'bad', saw: [] };
    if (ci && ci[0] <= 0 && ci[1] >= 0) return { outcome: 'around_zero', tone: 'neutral', saw: [] };
    return value > 0 ? { outcome: 'above_zero', tone: 'good', saw: [] } : { outcome: 'below_zero', tone: 'bad', saw: [] };
  },
});

/** Least effort is the aim, whatever way the survey’s scale runs: the value is always ease. */
const effort = ruleAbout({
  id: 'effort',
  source: 'S1#19',
  of: ['ces'],
  read: ({ subject: { now, level, verdict } }) =>
    now.value === null
      ? null
      : verdict === 'worse' || level === 'low'
        ? { outcome: 'too_much', tone: 'bad', saw: [] }
        : { outcome: 'ease', tone: 'neutral', saw: [] },
});

const signals = ['complaint', 'frequent_calls', 'contract_calls', 'closing_calls'] as const;

/** The signals by which customers about to leave show themselves, and what brings them back. */
const atRisk = ruleAbout({
  id: 'at_risk',
  source: 'S3 L30',
  of: ['at_risk_customers'],
  companions: ['risk_save_rate'],
  read: ({ subject: { now, move }, other }) => {
    if ((now.value ?? 0) <= 0) return null;
    const counts = new Map(Object.entries(now.detail?.signals ?? {}));
    const seen = signals.filter((signal) => Number(counts.get(signal) ?? 0) > 0);
    const saw = other('risk_save_rate') === null ? [] : ['risk_save_rate'];
    return { outcome: move === 'rise' ? 'more' : 'call_them', tone: 'warning', saw, params: { signals: seen } };
  },
});

/** The intervals between orders tell when to be there before the customer orders again. */
const reorder = ruleAbout({
  id: 'reorder',
  source: 'S3 L36',
  of: ['order_interval', 'reorder_due'],
  companions: ['reorder_due', 'order_interval'],
  read: ({ other }) => {
    const due = other('reorder_due');
    if ((due?.now.value ?? 0) <= 0) return null;
    return { outcome: 'due', tone: 'neutral', saw: ['reorder_due', ...(other('order_interval') ? ['order_interval'] : [])] };
  },
});

export const customerRules: readonly ReadingRule[] = [retentionFalls, lowRetention, retentionCost, promoters, effort, atRisk, reorder];
