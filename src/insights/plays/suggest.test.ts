import { describe, expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { readingRules } from '../reading/rules.ts';
import { plays } from './book.ts';
import { type PlaysFor, suggestPlays } from './suggest.ts';

const nothing: PlaysFor = { kpi: null, readings: [], rfm: [], stages: [], signals: [] };
const ids = (wanted: Partial<PlaysFor>): readonly string[] =>
  suggestPlays(plays.values(), { ...nothing, ...wanted }).map(({ play }) => play.id);

describe('the play book', () => {
  test.each([...plays.values()].map((play) => [play.id, play] as const))('%s names what there is, in both languages', (_, play) => {
    expect(play.kpis.filter((id) => !kpis.has(id))).toEqual([]);
    expect(play.readings.filter((id) => !readingRules.some((rule) => rule.id === id))).toEqual([]);
    expect(play.source).toMatch(/^S[0-4] L\d+$/);
    expect(play.es.steps).toHaveLength(play.en.steps.length);
    expect(play.es.steps.length).toBeGreaterThanOrEqual(3);
    for (const { name, idea, measure } of [play.es, play.en])
      for (const words of [name, idea, measure]) expect(words.length).toBeGreaterThan(10);
    expect(play.es.name).not.toBe(play.en.name);
  });

  test('has the strategies of the source texts', () => {
    expect([...plays.keys()]).toEqual(
      expect.arrayContaining([
        'directed_campaign',
        'coaching',
        'better_service',
        'save_call',
        'save_promotion',
        'save_gift',
        'save_escalation',
      ]),
    );
  });

  test('has something for every KPI that can be worse or better', () => {
    const without = [...kpis.values()].filter(
      ({ id, direction }) => (direction === 'up' || direction === 'down') && ids({ kpi: id }).length === 0,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe('what is suggested', () => {
  test('for a KPI: first what it measures, or what its reading leads to', () => {
    expect(ids({ kpi: 'first_response_time' })[0]).toBe('better_service');
    expect(ids({ kpi: 'lead_reactivation_rate' })[0]).toBe('take_up_lost');
    expect(ids({ kpi: 'opportunity_lost_reasons', readings: ['unmet_demand'] }).slice(0, 2)).toEqual([
      'take_up_lost',
      'product_they_ask_for',
    ]);
  });

  test('for a customer: what answers to the signs that it gives', () => {
    expect(ids({ signals: ['closing_calls', 'complaint', 'unpaid_invoice'] })[0]).toBe('save_escalation');
    expect(ids({ signals: ['overdue_order'] })).toContain('before_the_order');
    expect(ids({ signals: ['overdue_order'] })).not.toContain('coaching');
  });

  test('for a segment, by its classes and stages', () => {
    expect(ids({ rfm: ['at_risk', 'cannot_lose'] })).toEqual(expect.arrayContaining(['save_call', 'save_promotion', 'save_escalation']));
    expect(ids({ stages: ['lapsed'] })).toEqual(['take_up_lost']);
  });

  test('with nothing known, the whole book', () => expect(ids({})).toEqual([...plays.keys()]));
});
