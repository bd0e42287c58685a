import { type ReadingRule, ruleAbout } from '../rule.ts';

/** More visits at a flat conversion still make more sales: no reason for a bad verdict. */
const visitsWithoutConversion = ruleAbout({
  id: 'visits_without_conversion',
  source: 'S1#3, #10',
  of: ['website_visits', 'website_conversion_rate'],
  companions: ['website_visits', 'website_conversion_rate', 'total_sales'],
  read: ({ other }) => {
    const conversion = other('website_conversion_rate');
    if (other('website_visits')?.move !== 'rise' || conversion === null) return null;
    if (conversion.move !== 'steady' && conversion.move !== 'noise') return null;
    const sales = other('total_sales');
    return {
      outcome: sales?.move === 'rise' ? 'sales_grow' : 'sales_to_watch',
      tone: 'neutral',
      saw: ['website_visits', 'website_conversion_rate', ...(sales ? ['total_sales'] : [])],
    };
  },
});

/** Paid visits that bring no subscribers in proportion may not be worth their price. */
const paidTraffic = ruleAbout({
  id: 'paid_traffic',
  source: 'S1#3',
  of: ['paid_traffic_payoff'],
  read: ({ subject: { now, before, move } }) => {
    const [visits, visitsBefore] = [now.denominator ?? null, before?.denominator ?? null];
    if (visits === null || visitsBefore === null || visits <= visitsBefore || move !== 'fall') return null;
    return {
      outcome: 'not_worth_it',
      tone: 'bad',
      saw: [],
      params: { visits, visits_before: visitsBefore, subscribers: now.numerator ?? 0, subscribers_before: before?.numerator ?? 0 },
    };
  },
});

const interactionCost = ruleAbout({
  id: 'interaction_cost',
  source: 'S1#6',
  of: ['avg_interaction_cost'],
  companions: ['csat', 'fcr'],
  read: ({ subject, other }) =>
    subject.move === 'rise'
      ? { outcome: 'experience_gap', tone: 'warning', saw: ['csat', 'fcr'].filter((id) => other(id) !== null) }
      : null,
});

/** A lead’s price means nothing but against what an average customer brings: price ÷ (rate to customer × value). */
const leadPrice = ruleAbout({
  id: 'lead_price',
  source: 'S1#9',
  of: ['cpl'],
  companions: ['lead_conversion_rate', 'avg_opportunity_value'],
  read: ({ subject, other }) => {
    const rate = other('lead_conversion_rate')?.now.value ?? null;
    const worth = other('avg_opportunity_value')?.now.value ?? null;
    const price = subject.now.value;
    if (price === null || rate === null || worth === null || rate * worth <= 0) return null;
    const share = price / (rate * worth);
    return {
      outcome: share >= 1 ? 'above_value' : 'within_value',
      tone: share >= 1 ? 'bad' : 'neutral',
      saw: ['lead_conversion_rate', 'avg_opportunity_value'],
      params: { share },
    };
  },
});

/** A cost of acquisition that leaves out salaries, software, equipment or rent is too low. */
const costCategories = ruleAbout({
  id: 'cost_categories',
  source: 'S1#11',
  of: ['cac'],
  read: ({ subject: { now } }) => {
    const missing = now.detail?.missing;
    if (now.value === null || !Array.isArray(missing) || missing.length === 0) return null;
    return { outcome: 'incomplete', tone: 'warning', saw: [], params: { missing: missing.map(String) } };
  },
});

const targetGroup = ruleAbout({
  id: 'target_group',
  source: 'S1#13',
  of: ['acquisition_rate'],
  read: ({ subject: { level, move } }) => (level === 'low' || move === 'fall' ? { outcome: 'wrong_group', tone: 'bad', saw: [] } : null),
});

/** The seed: this measure leaves time out, so it is never shown without its horizon. */
const investmentHorizon = ruleAbout({
  id: 'investment_horizon',
  source: 'S1#21',
  of: ['roi', 'campaign_roi'],
  read: ({ subject: { now } }) => (now.value === null ? null : { outcome: 'mind_the_time', tone: 'neutral', saw: [] }),
});

const marketShare = ruleAbout({
  id: 'market_share',
  source: 'S1#23',
  of: ['market_share'],
  read: ({ subject: { now, move } }) => {
    if (now.value === null) return null;
    if (now.value > 1) return { outcome: 'above_the_market', tone: 'warning', saw: [] };
    if (move === 'fall') return { outcome: 'react', tone: 'warning', saw: [] };
    return { outcome: 'no_whole_market', tone: 'neutral', saw: [] };
  },
});

/** A brand that many know and few respect does harm: awareness is read with reputation. */
const awarenessWithReputation = ruleAbout({
  id: 'awareness_with_reputation',
  source: 'S1#26',
  of: ['brand_awareness'],
  companions: ['nps', 'csat'],
  read: ({ subject, other }) => {
    if (subject.now.value === null) return null;
    const seen = ['nps', 'csat'].filter((id) => (other(id)?.now.value ?? null) !== null);
    if (seen.length === 0) return { outcome: 'reputation_unknown', tone: 'warning', saw: [] };
    const poor = seen.some((id) => other(id)?.verdict === 'worse' || (id === 'nps' && (other(id)?.now.value ?? 0) < 0));
    if (poor) return { outcome: 'bad_reputation', tone: 'bad', saw: seen };
    return { outcome: 'with_reputation', tone: 'neutral', saw: seen };
  },
});

export const marketingRules: readonly ReadingRule[] = [
  visitsWithoutConversion,
  paidTraffic,
  interactionCost,
  leadPrice,
  costCategories,
  targetGroup,
  investmentHorizon,
  marketShare,
  awarenessWithReputation,
];
