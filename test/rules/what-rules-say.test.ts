import { describe, expect, test } from 'vitest';
import { readingRules } from '../../src/insights/reading/rules.ts';
import type { Cell } from '../../src/metrics/cell.ts';
import { cellOf, readingsOf, type Told, usual } from './world.ts';

/** What one rule says of the first KPI told: outcome, tone, the KPIs that it saw, and what it names; null where it is silent. */
function said(rule: string, told: Readonly<Record<string, Told>>, parts: readonly Cell[] = [], missing: readonly string[] = []) {
  const found = readingsOf(told, parts, missing).find((reading) => reading.rule === rule);
  return found ? [found.outcome, found.tone, found.saw, ...(found.params ? [found.params] : [])] : null;
}
const up: Told = { value: 9, before: 5 };
const down: Told = { value: 5, before: 9 };
const flat: Told = { value: 5, before: 5 };
const none: Told = { value: null };
const high: Told = { value: 10, history: usual };
const low: Told = { value: 1, history: usual };

test('every rule has its id, its text and somebody to read', () => {
  expect(new Set(readingRules.map(({ id }) => id)).size).toBe(readingRules.length);
  for (const { source } of readingRules) expect(source).toMatch(/S\d/);
});

describe('of any KPI', () => {
  test('direction: good or bad by its own, told only where it has none', () => {
    expect(said('direction', { nps: up })).toEqual(['rise', 'good', []]);
    expect(said('direction', { nps: down })).toEqual(['fall', 'bad', []]);
    expect(said('direction', { churn_rate: up })).toEqual(['rise', 'bad', []]);
    expect(said('direction', { churn_rate: down })).toEqual(['fall', 'good', []]);
    expect(said('direction', { sales_calls: down })).toEqual(['informational_fall', 'neutral', []]);
    expect(said('direction', { market_share: up })).toEqual(['band_rise', 'neutral', []]);
    expect(said('direction', { nps: { ...up, move: 'noise' } })).toEqual(['noise', 'neutral', []]);
    expect(said('direction', { nps: flat })).toBeNull();
    expect(said('direction', { nps: none })).toBeNull();
  });

  test('guards: what improves at the cost of what guards it, and an activity that only grows', () => {
    expect(said('guards', { avg_resolution_time: down, csat: down, nps: up })).toEqual(['at_their_cost', 'warning', ['csat']]);
    expect(said('guards', { avg_resolution_time: up, csat: down })).toBeNull();
    expect(said('guards', { avg_resolution_time: down, csat: up })).toBeNull();
    expect(said('guards', { total_sales: flat })).toBeNull();
  });

  test('progress: activity that advances, with progress, without, and where nobody knows', () => {
    expect(said('progress', { new_leads: up, qualified_leads: up })).toEqual(['with_progress', 'neutral', ['qualified_leads']]);
    expect(said('progress', { new_leads: up, qualified_leads: flat })).toEqual(['without_progress', 'neutral', ['qualified_leads']]);
    expect(said('progress', { new_leads: up, qualified_leads: down })).toEqual(['without_progress', 'warning', ['qualified_leads']]);
    expect(said('progress', { new_leads: up }, [], ['qualified_leads'])).toEqual(['unmeasured', 'warning', []]);
    expect(said('progress', { new_leads: up })).toBeNull();
    expect(said('progress', { new_leads: down, qualified_leads: down })).toBeNull();
    expect(said('progress', { customer_touches: up, cycle_acceleration_effect: flat })?.[0]).toBe('without_progress');
    expect(said('progress', { customer_touches: down, cycle_acceleration_effect: flat })).toBeNull();
    expect(said('progress', { nps: up })).toBeNull();
  });

  test('coverage: from nine of ten records on a value is trusted', () => {
    expect(said('coverage', { nps: { ...flat, cell: { coverage: 0.89 } } })).toEqual(['partial_data', 'warning', [], { coverage: 0.89 }]);
    expect(said('coverage', { nps: { ...flat, cell: { coverage: 0.9 } } })).toBeNull();
    expect(said('coverage', { nps: { ...none, cell: { coverage: 0.1 } } })).toBeNull();
  });

  test('what customers perceive beside what is done: those that go the same way', () => {
    const operations = { first_response_time: up, avg_resolution_time: down, fcr: down, on_time_delivery: up, delivery_lead_time: flat };
    expect(said('operations_and_perception', { csat: down, ...operations })).toEqual(['worse', 'bad', ['first_response_time', 'fcr']]);
    expect(said('operations_and_perception', { nps: up, ...operations })).toEqual([
      'better',
      'good',
      ['avg_resolution_time', 'on_time_delivery'],
    ]);
    expect(said('operations_and_perception', { ces: flat, ...operations })).toBeNull();
    expect(said('operations_and_perception', { ces: up, fcr: down })).toBeNull();
  });
});

describe('of marketing', () => {
  test('more visits at a flat conversion', () => {
    const visits = { website_visits: up, website_conversion_rate: flat };
    expect(said('visits_without_conversion', { ...visits, total_sales: up })).toEqual([
      'sales_grow',
      'neutral',
      ['website_visits', 'website_conversion_rate', 'total_sales'],
    ]);
    expect(said('visits_without_conversion', { ...visits, total_sales: flat })).toEqual([
      'sales_to_watch',
      'neutral',
      ['website_visits', 'website_conversion_rate', 'total_sales'],
    ]);
    expect(said('visits_without_conversion', visits)?.[2]).toEqual(['website_visits', 'website_conversion_rate']);
    expect(said('visits_without_conversion', { website_visits: up, website_conversion_rate: { ...up, move: 'noise' } })?.[0]).toBe(
      'sales_to_watch',
    );
    expect(said('visits_without_conversion', { website_visits: up, website_conversion_rate: up })).toBeNull();
    expect(said('visits_without_conversion', { website_visits: down, website_conversion_rate: flat })).toBeNull();
    expect(said('visits_without_conversion', { website_visits: up })).toBeNull();
    expect(said('visits_without_conversion', { website_conversion_rate: flat })).toBeNull();
  });

  test('paid visits that bring no subscribers in proportion', () => {
    // The world before had half as many visits, and ten subscribers.
    const paid = { ...down, cell: { numerator: 12, denominator: 400 } };
    expect(said('paid_traffic', { paid_traffic_payoff: paid })).toEqual([
      'not_worth_it',
      'bad',
      [],
      { visits: 400, visits_before: 200, subscribers: 12, subscribers_before: 10 },
    ]);
    expect(said('paid_traffic', { paid_traffic_payoff: { ...paid, ...up } })).toBeNull();
    expect(said('paid_traffic', { paid_traffic_payoff: down })).toBeNull();
    expect(said('paid_traffic', { paid_traffic_payoff: { ...paid, before: null, move: 'fall' } })).toBeNull();
    expect(said('paid_traffic', { paid_traffic_payoff: { ...down, cell: { numerator: 12, denominator: 0 } } })).toBeNull();
  });

  test('a dearer interaction, with what may tell why', () => {
    expect(said('interaction_cost', { avg_interaction_cost: up, csat: flat })).toEqual(['experience_gap', 'warning', ['csat']]);
    expect(said('interaction_cost', { avg_interaction_cost: up, fcr: flat, csat: flat })?.[2]).toEqual(['csat', 'fcr']);
    expect(said('interaction_cost', { avg_interaction_cost: flat })).toBeNull();
  });

  test('the price of a lead against what it brings', () => {
    const worth = { lead_conversion_rate: { value: 0.1 }, avg_opportunity_value: { value: 500 } };
    const saw = ['lead_conversion_rate', 'avg_opportunity_value'];
    expect(said('lead_price', { cpl: { value: 20 }, ...worth })).toEqual(['within_value', 'neutral', saw, { share: 0.4 }]);
    expect(said('lead_price', { cpl: { value: 50 }, ...worth })).toEqual(['above_value', 'bad', saw, { share: 1 }]);
    expect(said('lead_price', { cpl: { value: null }, ...worth })).toBeNull();
    expect(said('lead_price', { cpl: { value: 20 }, lead_conversion_rate: { value: 0.1 } })).toBeNull();
    expect(said('lead_price', { cpl: { value: 20 }, avg_opportunity_value: { value: 500 } })).toBeNull();
    expect(said('lead_price', { cpl: { value: 20 }, ...worth, lead_conversion_rate: { value: 0 } })).toBeNull();
  });

  test('a cost of acquisition without some of its costs', () => {
    const missing = (given: unknown) => said('cost_categories', { cac: { value: 300, cell: { detail: { missing: given } } } });
    expect(missing(['rent', 'software'])).toEqual(['incomplete', 'warning', [], { missing: ['rent', 'software'] }]);
    expect(missing([])).toBeNull();
    expect(missing('rent')).toBeNull();
    expect(said('cost_categories', { cac: { value: 300 } })).toBeNull();
    expect(said('cost_categories', { cac: { value: null, cell: { detail: { missing: ['rent'] } } } })).toBeNull();
  });

  test('a low or falling acquisition: the wrong people', () => {
    expect(said('target_group', { acquisition_rate: low })).toEqual(['wrong_group', 'bad', []]);
    expect(said('target_group', { acquisition_rate: down })).toEqual(['wrong_group', 'bad', []]);
    expect(said('target_group', { acquisition_rate: high })).toBeNull();
  });

  test('a return minds its time; a share of the market is never all of it', () => {
    expect(said('investment_horizon', { roi: flat })).toEqual(['mind_the_time', 'neutral', []]);
    expect(said('investment_horizon', { campaign_roi: none })).toBeNull();
    expect(said('market_share', { market_share: { value: 1.1 } })).toEqual(['above_the_market', 'warning', []]);
    expect(said('market_share', { market_share: { value: 1, before: 1 } })).toEqual(['no_whole_market', 'neutral', []]);
    expect(said('market_share', { market_share: { value: 0.1, before: 0.3 } })).toEqual(['react', 'warning', []]);
    expect(said('market_share', { market_share: none })).toBeNull();
  });

  test('awareness with reputation', () => {
    const known = { brand_awareness: { value: 0.6 } };
    expect(said('awareness_with_reputation', known)).toEqual(['reputation_unknown', 'warning', []]);
    expect(said('awareness_with_reputation', { ...known, nps: none, csat: none })?.[0]).toBe('reputation_unknown');
    expect(said('awareness_with_reputation', { ...known, nps: { value: -1 }, csat: flat })).toEqual([
      'bad_reputation',
      'bad',
      ['nps', 'csat'],
    ]);
    expect(said('awareness_with_reputation', { ...known, csat: down })).toEqual(['bad_reputation', 'bad', ['csat']]);
    expect(said('awareness_with_reputation', { ...known, nps: { value: 0 } })).toEqual(['with_reputation', 'neutral', ['nps']]);
    expect(said('awareness_with_reputation', { ...known, csat: { value: -1 } })?.[0]).toBe('with_reputation');
    expect(said('awareness_with_reputation', { brand_awareness: none, nps: up })).toBeNull();
  });
});

describe('of the pipeline', () => {
  test('much won of little worth, whichever of the two is read', () => {
    const told = { close_rate: high, avg_opportunity_value: low };
    const saw = ['close_rate', 'avg_opportunity_value'];
    expect(said('high_conversion_low_value', told)).toEqual(['strategy_or_leads', 'warning', saw]);
    expect(said('high_conversion_low_value', { avg_opportunity_value: low, close_rate: high })).toEqual([
      'strategy_or_leads',
      'warning',
      saw,
    ]);
    expect(said('high_conversion_low_value', { avg_opportunity_value: low, close_rate: low })).toBeNull();
    expect(said('high_conversion_low_value', { close_rate: low, avg_opportunity_value: low })).toBeNull();
    expect(said('high_conversion_low_value', { close_rate: high, avg_opportunity_value: high })).toBeNull();
    expect(said('high_conversion_low_value', { close_rate: high })).toBeNull();
  });

  test('a longer cycle is split, by its stages where they are known', () => {
    expect(said('longer_cycle', { sales_cycle_length: up })).toEqual(['split_it', 'bad', []]);
    expect(said('longer_cycle', { sales_cycle_length: up, funnel_stage_duration: flat })?.[2]).toEqual(['funnel_stage_duration']);
    expect(said('longer_cycle', { sales_cycle_length: high })?.[0]).toBe('split_it');
    expect(said('longer_cycle', { sales_cycle_length: { ...high, before: 12 } })).toBeNull();
    expect(said('longer_cycle', { sales_cycle_length: flat })).toBeNull();
  });

  test('the bottleneck: twice as long as if all stages were alike, or six tenths of all', () => {
    const stage = (name: string | null, days: number | null) => cellOf('funnel_stage_duration', days, { group: { stage: name } });
    const among = (...stages: readonly Cell[]) => said('bottleneck', { funnel_stage_duration: flat }, stages);
    expect(among(stage('a', 1), stage('b', 1), stage('c', 1), stage('d', 3))).toEqual([
      'found',
      'warning',
      [],
      { stage: 'd', days: 3, share: 0.5 },
    ]);
    expect(among(stage('a', 1), stage('b', 1), stage('c', 1), stage('d', 2.9))).toBeNull();
    expect(among(stage('a', 40), stage('b', 60))?.[3]).toEqual({ stage: 'b', days: 60, share: 0.6 });
    expect(among(stage('a', 41), stage('b', 59))).toBeNull();
    expect(among(stage('a', 9))).toBeNull();
    expect(among(stage('a', 9), stage(null, 1), stage('b', null))).toBeNull();
    expect(among(stage('a', 0), stage('b', 0))).toBeNull();
    expect(among()).toBeNull();
  });

  test('what of today’s pipeline is to be expected, against the target', () => {
    const told = { pipeline_value: { value: 1000 }, pipeline_realization_rate: { value: 0.25 } };
    const params = { expected: 250, needed: 4 };
    const saw = ['pipeline_value', 'pipeline_realization_rate'];
    expect(said('realization', told)).toEqual(['no_target', 'neutral', saw, params]);
    expect(said('realization', { ...told, pipeline_coverage: { value: 4 } })).toEqual([
      'enough',
      'good',
      [...saw, 'pipeline_coverage'],
      params,
    ]);
    expect(said('realization', { ...told, pipeline_coverage: { value: 3.9 } })).toEqual([
      'short',
      'bad',
      [...saw, 'pipeline_coverage'],
      params,
    ]);
    expect(said('realization', { ...told, pipeline_realization_rate: { value: 0 }, pipeline_coverage: { value: 4 } })).toEqual([
      'no_target',
      'neutral',
      [...saw, 'pipeline_coverage'],
      { expected: 0, needed: 0 },
    ]);
    expect(said('realization', { pipeline_value: { value: 1000 } })).toBeNull();
    expect(said('realization', { pipeline_realization_rate: { value: 0.25 } })).toBeNull();
  });

  test('lost is not dead; demand that nobody serves', () => {
    expect(said('lost_is_not_dead', { lost_opportunities: { value: 3 } })).toEqual(['ask_and_return', 'neutral', []]);
    expect(
      said('lost_is_not_dead', {
        lost_opportunities: { value: 3 },
        lead_reactivation_rate: { value: 0.1 },
        unsupported_demand: { value: 0 },
      })?.[2],
    ).toEqual(['lead_reactivation_rate']);
    expect(said('lost_is_not_dead', { unconverted_leads: { value: 0 } })).toBeNull();
    expect(said('lost_is_not_dead', { unconverted_leads: none })).toBeNull();
    expect(said('unmet_demand', { unsupported_demand: up })).toEqual(['growing', 'neutral', []]);
    expect(said('unmet_demand', { unsupported_demand: down })).toEqual(['present', 'neutral', []]);
    expect(said('unmet_demand', { unsupported_demand: { value: 0, before: 3 } })).toBeNull();
  });
});

describe('of customers', () => {
  test('retention that falls, with its causes or where to look', () => {
    expect(said('retention_falls', { churn_rate: up, complaints: up, csat: down, nps: up })).toEqual([
      'with_causes',
      'bad',
      ['complaints', 'csat'],
    ]);
    expect(said('retention_falls', { retention_rate: down, csat: up, nps: up, ces: up, complaints: down })).toEqual([
      'look_outside',
      'bad',
      ['complaints', 'csat', 'nps'],
    ]);
    expect(said('retention_falls', { retention_rate: up, csat: down })).toBeNull();
    expect(said('low_retention', { retention_rate: low })).toEqual(['competitor_or_offer', 'warning', []]);
    expect(said('low_retention', { retention_rate: { ...low, before: 9 } })).toBeNull();
    expect(said('low_retention', { retention_rate: high })).toBeNull();
  });

  test('what keeping costs, and what it brings', () => {
    const told = (cost: number | null, revenue: number | null) =>
      said('retention_cost', { customer_retention_cost: { value: cost }, avg_revenue_per_retained_customer: { value: revenue } });
    const saw = ['customer_retention_cost', 'avg_revenue_per_retained_customer'];
    expect(told(10, 11)).toEqual(['pays', 'good', saw]);
    expect(told(10, 10)).toEqual(['costs_more', 'bad', saw]);
    expect(told(null, 10)).toBeNull();
    expect(told(10, null)).toBeNull();
  });

  test('promoters: above zero, around it, below it, and less than before', () => {
    const score = (value: number, ci: readonly [number, number], more: Told = {}) =>
      said('promoters', { nps: { value, ...more, cell: { ci } } });
    expect(score(20, [10, 30])).toEqual(['above_zero', 'good', []]);
    expect(score(20, [0, 30])).toEqual(['around_zero', 'neutral', []]);
    expect(score(-20, [-30, 0])).toEqual(['around_zero', 'neutral', []]);
    expect(score(-20, [-30, -1])).toEqual(['below_zero', 'bad', []]);
    expect(score(20, [10, 30], { before: 40 })).toEqual(['trouble', 'bad', []]);
    expect(said('promoters', { nps: { value: 0 } })).toEqual(['below_zero', 'bad', []]);
    expect(said('promoters', { nps: none })).toBeNull();
  });

  test('effort: low or falling ease is too much of it', () => {
    expect(said('effort', { ces: low })).toEqual(['too_much', 'bad', []]);
    expect(said('effort', { ces: down })).toEqual(['too_much', 'bad', []]);
    expect(said('effort', { ces: high })).toEqual(['ease', 'neutral', []]);
    expect(said('effort', { ces: none })).toBeNull();
  });

  test('customers at risk show themselves by signals, in order, and by those only', () => {
    const detail = { signals: { closing_calls: 1, complaint: 4, frequent_calls: 0, weather: 7 } };
    expect(said('at_risk', { at_risk_customers: { ...up, cell: { detail } } })).toEqual([
      'more',
      'warning',
      [],
      { signals: ['complaint', 'closing_calls'] },
    ]);
    expect(said('at_risk', { at_risk_customers: flat, risk_save_rate: flat })).toEqual([
      'call_them',
      'warning',
      ['risk_save_rate'],
      { signals: [] },
    ]);
    expect(said('at_risk', { at_risk_customers: { value: 0 } })).toBeNull();
    expect(said('at_risk', { at_risk_customers: none })).toBeNull();
  });

  test('who is about to order again', () => {
    expect(said('reorder', { reorder_due: { value: 2 } })).toEqual(['due', 'neutral', ['reorder_due']]);
    expect(said('reorder', { order_interval: flat, reorder_due: { value: 2 } })).toEqual([
      'due',
      'neutral',
      ['reorder_due', 'order_interval'],
    ]);
    expect(said('reorder', { order_interval: flat, reorder_due: { value: 0 } })).toBeNull();
    expect(said('reorder', { order_interval: flat })).toBeNull();
  });
});

describe('of service', () => {
  test('first contact beside what customers solve by themselves', () => {
    expect(said('first_contact', { fcr: flat })).toEqual(['self_service_unknown', 'neutral', []]);
    expect(said('first_contact', { fcr: down, self_service_rate: up })).toEqual(['harder_questions', 'neutral', ['self_service_rate']]);
    expect(said('first_contact', { fcr: down, self_service_rate: flat })).toEqual(['knowledge', 'bad', ['self_service_rate']]);
    expect(said('first_contact', { fcr: up, self_service_rate: up })).toBeNull();
  });

  test('times beside satisfaction; of calls an agent, more is faster', () => {
    expect(said('time_with_satisfaction', { avg_handle_time: flat })).toEqual(['satisfaction_unknown', 'warning', []]);
    expect(said('time_with_satisfaction', { avg_handle_time: flat, csat: none })?.[0]).toBe('satisfaction_unknown');
    expect(said('time_with_satisfaction', { avg_handle_time: down, csat: down, nps: up, fcr: down })).toEqual([
      'too_fast',
      'bad',
      ['csat', 'fcr'],
    ]);
    expect(said('time_with_satisfaction', { calls_per_agent: up, repeat_purchase_rate: down })).toEqual([
      'too_fast',
      'bad',
      ['repeat_purchase_rate'],
    ]);
    expect(said('time_with_satisfaction', { calls_per_agent: down, csat: down })).toBeNull();
    expect(said('time_with_satisfaction', { avg_handle_time: up, csat: down })).toBeNull();
    expect(said('time_with_satisfaction', { avg_handle_time: down, csat: up })).toBeNull();
  });

  test('more complaints: felt, or listened to', () => {
    expect(said('complaints', { complaints: up, csat: down, churn_rate: up, nps: up })).toEqual(['felt', 'bad', ['csat', 'churn_rate']]);
    expect(said('complaints', { complaints: up, nps: flat, churn_rate: flat })).toEqual(['listening', 'neutral', ['nps']]);
    expect(said('complaints', { complaints: up })).toEqual(['listening', 'neutral', []]);
    expect(said('complaints', { complaints: down, csat: down })).toBeNull();
  });

  test('worse deliveries are told to sales, with what is known of them, the subject left out', () => {
    expect(said('delivery_and_sales', { delivery_lead_time: up, total_sales: flat, service_sales_lag: none })).toEqual([
      'tell_sales',
      'bad',
      ['total_sales'],
    ]);
    expect(
      said('delivery_and_sales', { on_time_delivery: down, total_sales: flat, service_sales_lag: flat, delivery_lead_time: flat })?.[2],
    ).toEqual(['service_sales_lag', 'delivery_lead_time', 'total_sales']);
    expect(said('delivery_and_sales', { on_time_delivery: up })).toBeNull();
  });

  test('a product whose interval lies wholly below all', () => {
    const product = (name: string | null, top: number, more: Partial<Cell> = {}) =>
      cellOf('csat', 0.5, { group: { 'product.name': name }, ci: [0.1, top], ...more });
    const among = (value: number | null, ...parts: readonly Cell[]) => said('quality_of_product', { csat: { value } }, parts);
    expect(among(0.8, product('a', 0.79), product('b', 0.8), product(null, 0.2), product('c', 0.1))).toEqual([
      'tell_quality',
      'bad',
      [],
      { products: ['a', 'c'] },
    ]);
    expect(among(0.8, product('a', 0.5, { reasons: ['small_sample'] }))).toBeNull();
    const { ci: _, ...bare } = product('a', 0.1);
    expect(among(0.8, bare)).toBeNull();
    expect(among(null, product('a', 0.1))).toBeNull();
  });
});

describe('of the organisation', () => {
  test('selling to who does not pay', () => {
    expect(said('credit_risk', { receivables_open: flat, credit_risk_exposure: { value: 5 }, commission_at_risk: { value: 0 } })).toEqual([
      'selling_into_risk',
      'warning',
      ['credit_risk_exposure'],
    ]);
    expect(
      said('credit_risk', { credit_risk_exposure: { value: 5 }, receivables_overdue: { value: 2 }, commission_at_risk: { value: 1 } })?.[2],
    ).toEqual(['credit_risk_exposure', 'receivables_overdue', 'commission_at_risk']);
    expect(said('credit_risk', { credit_risk_exposure: { value: 0 } })).toBeNull();
    expect(said('credit_risk', { receivables_open: flat })).toBeNull();
  });

  test('who stands out, beyond luck', () => {
    const rep = (name: string | null, verdict: string | null) =>
      cellOf('rep_performance', 1, { group: { 'owner.name': name }, detail: verdict === null ? null : { verdict } });
    const among = (told: Readonly<Record<string, Told>>, ...parts: readonly Cell[]) =>
      said('performers', { performance_spread: flat, ...told }, parts);
    expect(among({}, rep('Ana', 'clearly_above'), rep('Eva', 'below'), rep('Leo', 'within'), rep(null, 'below'))).toEqual([
      'coach_first',
      'neutral',
      [],
      { high: ['Ana'], low: ['Eva'] },
    ]);
    expect(among({ coaching_uplift: flat }, rep('Ana', 'above'))).toEqual([
      'recognise',
      'neutral',
      ['coaching_uplift'],
      { high: ['Ana'], low: [] },
    ]);
    expect(among({}, rep('Ana', 'within'), rep('Eva', null))).toEqual(['within_luck', 'neutral', []]);
    expect(among({})).toBeNull();
  });

  test('who may see the data is trained', () => {
    const told = (people: number | null, share: number | null) =>
      said('access_and_training', { data_access_headcount: { value: people }, data_training_coverage: { value: share } });
    const saw = ['data_access_headcount', 'data_training_coverage'];
    expect(told(12, 0.75)).toEqual(['untrained', 'warning', saw, { untrained: 3 }]);
    expect(told(12, 1)).toEqual(['trained', 'good', saw]);
    expect(told(null, 0.5)).toBeNull();
    expect(told(12, null)).toBeNull();
  });

  test('customers that were entered twice', () => {
    expect(said('twice_entered', { data_accuracy: flat, duplicate_rate: { value: 0.1 }, bad_data_cost: none })).toEqual([
      'merge_first',
      'warning',
      ['duplicate_rate', 'data_accuracy'],
    ]);
    expect(said('twice_entered', { duplicate_rate: { value: 0 } })).toBeNull();
    expect(said('twice_entered', { data_accuracy: flat })).toBeNull();
  });
});
