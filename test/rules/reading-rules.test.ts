import { describe, expect, test } from 'vitest';
import { kpis } from '../../src/kpis/catalogue.ts';
import { cellOf, outcomeOf, readingsOf, usual } from './world.ts';

/** The rules that the source texts state outright and that are read off results; numbers are those of section 5 of the requirements. */
describe('rules of the texts', () => {
  test('2: retention falls, told with its causes and what to do', () => {
    const readings = readingsOf({
      retention_rate: { value: 0.8, before: 0.9 },
      csat: { value: 0.6, before: 0.8 },
      complaints: { value: 9, before: 9 },
    });
    const found = readings.find(({ rule }) => rule === 'retention_falls');
    expect(found).toMatchObject({ outcome: 'with_causes', tone: 'bad', saw: ['csat'] });
    expect(readings[0]?.tone).toBe('bad');
  });

  test('2: without a cause inside, look outside', () => {
    expect(outcomeOf(readingsOf({ churn_rate: { value: 0.2, before: 0.1 }, csat: { value: 0.9, before: 0.8 } }), 'retention_falls')).toBe(
      'look_outside',
    );
    expect(outcomeOf(readingsOf({ retention_rate: { value: 0.9, before: 0.8 } }), 'retention_falls')).toBeUndefined();
  });

  test.each(['email_campaigns_sent', 'sms_sent', 'sales_calls'])('3: %s informs and is never good or bad', (id) => {
    expect(kpis.get(id)?.direction).toBe('none');
    for (const told of [
      { value: 9, before: 1 },
      { value: 1, before: 9 },
    ]) {
      const tones = readingsOf({ [id]: told }).map(({ tone }) => tone);
      expect(tones).not.toContain('good');
      expect(tones).not.toContain('bad');
    }
    expect(outcomeOf(readingsOf({ [id]: { value: 9, before: 1 } }), 'direction')).toBe('informational_rise');
  });

  test('4: more visits at a flat conversion are no bad sign', () => {
    const told = { website_conversion_rate: { value: 0.02, before: 0.02 }, website_visits: { value: 900, before: 500 } };
    expect(outcomeOf(readingsOf({ ...told, total_sales: { value: 9, before: 5 } }), 'visits_without_conversion')).toBe('sales_grow');
    expect(outcomeOf(readingsOf(told), 'visits_without_conversion')).toBe('sales_to_watch');
    expect(readingsOf(told).map(({ tone }) => tone)).not.toContain('bad');
  });

  test('6: a dearer interaction points to experience and knowledge', () => {
    expect(outcomeOf(readingsOf({ avg_interaction_cost: { value: 5, before: 4 } }), 'interaction_cost')).toBe('experience_gap');
    expect(outcomeOf(readingsOf({ avg_interaction_cost: { value: 4, before: 5 } }), 'interaction_cost')).toBeUndefined();
  });

  test('7: a lead’s price is judged by the value of an average customer', () => {
    // One lead in ten becomes a customer worth 500: a lead is worth 50.
    const customers = { lead_conversion_rate: { value: 0.1 }, avg_opportunity_value: { value: 500 } };
    const cheap = readingsOf({ cpl: { value: 20 }, ...customers }).find(({ rule }) => rule === 'lead_price');
    expect(cheap).toMatchObject({ outcome: 'within_value', params: { share: 0.4 } });
    expect(outcomeOf(readingsOf({ cpl: { value: 60 }, ...customers }), 'lead_price')).toBe('above_value');
  });

  test('7: a cost of acquisition says what it leaves out', () => {
    const [found] = readingsOf({ cac: { value: 300, cell: { detail: { missing: ['equipment', 'rent'] } } } });
    expect(found).toMatchObject({ rule: 'cost_categories', outcome: 'incomplete', params: { missing: ['equipment', 'rent'] } });
    expect(outcomeOf(readingsOf({ cac: { value: 300, cell: { detail: { missing: [] } } } }), 'cost_categories')).toBeUndefined();
  });

  test('8: low retention suggests a competitor or an offer', () => {
    expect(outcomeOf(readingsOf({ retention_rate: { value: 1, history: usual } }), 'low_retention')).toBe('competitor_or_offer');
    expect(outcomeOf(readingsOf({ retention_rate: { value: 5, history: usual } }), 'low_retention')).toBeUndefined();
  });

  test('9: a low acquisition rate suggests a wrong target group', () => {
    expect(outcomeOf(readingsOf({ acquisition_rate: { value: 1, history: usual } }), 'target_group')).toBe('wrong_group');
    expect(outcomeOf(readingsOf({ acquisition_rate: { value: 9, history: usual } }), 'target_group')).toBeUndefined();
  });

  test('10: first contact is read with self-service, times with satisfaction', () => {
    const fewer = { fcr: { value: 0.6, before: 0.8 } };
    expect(outcomeOf(readingsOf({ ...fewer, self_service_rate: { value: 0.5, before: 0.3 } }), 'first_contact')).toBe('harder_questions');
    expect(outcomeOf(readingsOf({ ...fewer, self_service_rate: { value: 0.3, before: 0.3 } }), 'first_contact')).toBe('knowledge');
    expect(outcomeOf(readingsOf(fewer), 'first_contact')).toBe('self_service_unknown');
    const faster = { avg_resolution_time: { value: 5, before: 9 } };
    expect(outcomeOf(readingsOf({ ...faster, csat: { value: 0.5, before: 0.8 } }), 'time_with_satisfaction')).toBe('too_fast');
    expect(outcomeOf(readingsOf(faster), 'time_with_satisfaction')).toBe('satisfaction_unknown');
  });

  test('11: the aim of customer effort is ease', () => {
    expect(kpis.get('ces')?.direction).toBe('up');
    expect(outcomeOf(readingsOf({ ces: { value: 50, before: 70 } }), 'effort')).toBe('too_much');
    expect(outcomeOf(readingsOf({ ces: { value: 70, before: 50 } }), 'effort')).toBe('ease');
  });

  test('12: a longer sales cycle is split by product and items', () => {
    expect(outcomeOf(readingsOf({ sales_cycle_length: { value: 60, before: 40 } }), 'longer_cycle')).toBe('split_it');
    expect(outcomeOf(readingsOf({ sales_cycle_length: { value: 40, before: 60 } }), 'longer_cycle')).toBeUndefined();
    expect(kpis.get('sales_cycle_length')?.drillBy).toContain('product.name');
  });

  test('13: return shows its time, a market share has no 100 %, promoters above zero, awareness with reputation', () => {
    expect(outcomeOf(readingsOf({ roi: { value: 0.4 } }), 'investment_horizon')).toBe('mind_the_time');
    expect(kpis.get('market_share')?.direction).toBe('band');
    expect(readingsOf({ market_share: { value: 0.3, before: 0.2 } }).map(({ tone }) => tone)).not.toContain('good');
    expect(outcomeOf(readingsOf({ market_share: { value: 0.3, before: 0.2 } }), 'market_share')).toBe('no_whole_market');
    expect(outcomeOf(readingsOf({ market_share: { value: 1.2 } }), 'market_share')).toBe('above_the_market');
    expect(outcomeOf(readingsOf({ nps: { value: 20, cell: { ci: [10, 30] } } }), 'promoters')).toBe('above_zero');
    expect(outcomeOf(readingsOf({ nps: { value: 4, cell: { ci: [-6, 14] } } }), 'promoters')).toBe('around_zero');
    expect(outcomeOf(readingsOf({ nps: { value: -20, cell: { ci: [-30, -10] } } }), 'promoters')).toBe('below_zero');
    expect(outcomeOf(readingsOf({ brand_awareness: { value: 0.6 } }), 'awareness_with_reputation')).toBe('reputation_unknown');
    expect(outcomeOf(readingsOf({ brand_awareness: { value: 0.6 }, nps: { value: -10 } }), 'awareness_with_reputation')).toBe(
      'bad_reputation',
    );
    expect(outcomeOf(readingsOf({ brand_awareness: { value: 0.6 }, nps: { value: 30 } }), 'awareness_with_reputation')).toBe(
      'with_reputation',
    );
  });

  test('14: much won of little worth: the strategy or the leads', () => {
    const told = { opportunity_conversion_rate: { value: 10, history: usual }, avg_opportunity_value: { value: 1, history: usual } };
    const [found] = readingsOf(told).filter(({ rule }) => rule === 'high_conversion_low_value');
    expect(found).toMatchObject({ outcome: 'strategy_or_leads', saw: ['opportunity_conversion_rate', 'avg_opportunity_value'] });
    expect(
      outcomeOf(readingsOf({ ...told, avg_opportunity_value: { value: 6, history: usual } }), 'high_conversion_low_value'),
    ).toBeUndefined();
  });

  test('15: the longest stage is flagged as the bottleneck', () => {
    const stage = (name: string, days: number) => cellOf('funnel_stage_duration', days, { group: { stage: name } });
    const [found] = readingsOf({ funnel_stage_duration: { value: 5 } }, [
      stage('Contacto', 4),
      stage('Propuesta', 30),
      stage('Cierre', 6),
    ]).filter(({ rule }) => rule === 'bottleneck');
    expect(found).toMatchObject({ outcome: 'found', params: { stage: 'Propuesta', days: 30, share: 0.75 } });
    expect(
      outcomeOf(readingsOf({ funnel_stage_duration: { value: 5 } }, [stage('Contacto', 9), stage('Propuesta', 11)]), 'bottleneck'),
    ).toBeUndefined();
  });

  test('17: activity is not progress', () => {
    expect(outcomeOf(readingsOf({ new_leads: { value: 90, before: 50 }, qualified_leads: { value: 10, before: 10 } }), 'progress')).toBe(
      'without_progress',
    );
    expect(outcomeOf(readingsOf({ new_leads: { value: 90, before: 50 }, qualified_leads: { value: 20, before: 10 } }), 'progress')).toBe(
      'with_progress',
    );
    expect(outcomeOf(readingsOf({ new_leads: { value: 90, before: 50 } }, [], ['qualified_leads']), 'progress')).toBe('unmeasured');
    expect(
      outcomeOf(readingsOf({ cpl: { value: 9, before: 5 }, cost_per_opportunity: { value: 50, before: 60 } }), 'progress'),
    ).toBeUndefined();
  });

  test('18, C-14: what improves while its guard worsens is told as such', () => {
    const readings = readingsOf({ avg_resolution_time: { value: 5, before: 9 }, csat: { value: 0.5, before: 0.8 } });
    expect(readings.find(({ rule }) => rule === 'guards')).toMatchObject({ outcome: 'at_their_cost', saw: ['csat'] });
  });

  test('20: lost is not dead', () => {
    expect(outcomeOf(readingsOf({ lost_opportunities: { value: 12 } }), 'lost_is_not_dead')).toBe('ask_and_return');
    expect(outcomeOf(readingsOf({ lost_opportunities: { value: 0 } }), 'lost_is_not_dead')).toBeUndefined();
  });

  test('24: worse deliveries are told to sales, a product below the others to quality', () => {
    expect(outcomeOf(readingsOf({ on_time_delivery: { value: 0.7, before: 0.9 }, total_sales: { value: 5 } }), 'delivery_and_sales')).toBe(
      'tell_sales',
    );
    const product = (name: string, low: number, high: number) =>
      cellOf('csat', (low + high) / 2, { group: { 'product.name': name }, ci: [low, high] });
    const [found] = readingsOf({ csat: { value: 0.8 } }, [product('Bomba', 0.4, 0.6), product('Filtro', 0.7, 0.95)]).filter(
      ({ rule }) => rule === 'quality_of_product',
    );
    expect(found).toMatchObject({ outcome: 'tell_quality', params: { products: ['Bomba'] } });
  });

  test('25: data that are missing are told on the metric they distort', () => {
    expect(readingsOf({ total_sales: { value: 5, cell: { coverage: 0.6 } } })).toMatchObject([
      { rule: 'coverage', outcome: 'partial_data', params: { coverage: 0.6 } },
    ]);
    expect(readingsOf({ total_sales: { value: 5 } })).toEqual([]);
  });

  test('27: every KPI is of one of three classes; perception is compared with operations', () => {
    for (const { id, band } of kpis.values())
      expect({ id, known: ['business', 'adoption', 'perception'].includes(band) }).toEqual({ id, known: true });
    const [found] = readingsOf({
      csat: { value: 0.5, before: 0.8 },
      first_response_time: { value: 9, before: 4 },
      fcr: { value: 0.7, before: 0.6 },
    }).filter(({ rule }) => rule === 'operations_and_perception');
    expect(found).toMatchObject({ outcome: 'worse', saw: ['first_response_time'] });
  });

  test('30: every KPI has a version with the day from which it holds', () => {
    for (const { id, version } of kpis.values()) {
      expect({ id, number: version.number >= 1, since: /^\d{4}-\d\d-\d\d$/.test(version.since) }).toEqual({
        id,
        number: true,
        since: true,
      });
    }
  });
});
