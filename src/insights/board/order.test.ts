import { expect, test } from 'vitest';
import nps from '../../kpis/perception/nps.ts';
import { average, count, ratio } from '../../metrics/build.ts';
import { field } from '../../metrics/expression.ts';
import { impactOf, leading, movedBy } from './order.ts';

const kpi = { band: 'business', nature: 'progress', direction: 'up', minimumSample: 30 } as const;
const change = { moved: 0.5, chance: 0.2, n: 90 };

test('impact: how much it moved, times how sure that is, times how much it matters', () => {
  // 0.5 moved, 0.8 sure, 90 of 120 of the sample.
  expect(impactOf(kpi, change)).toBeCloseTo(0.5 * 0.8 * 0.75, 12);
  expect(impactOf({ ...kpi, band: 'perception' }, change)).toBeCloseTo(0.27, 12);
  expect(impactOf({ ...kpi, band: 'adoption' }, change)).toBeCloseTo(0.18, 12);
  expect(impactOf({ ...kpi, nature: 'activity' }, change)).toBeCloseTo(0.15, 12);
  expect(impactOf({ ...kpi, nature: 'failure' }, change)).toBeCloseTo(0.3, 12);
  expect(impactOf({ ...kpi, direction: 'none' }, change)).toBeCloseTo(0.09, 12);
  expect(impactOf({ ...kpi, direction: 'band' }, change)).toBeCloseTo(0.18, 12);
  expect(impactOf({ ...kpi, minimumSample: 0 }, change)).toBeCloseTo(0.4, 12);
});

test('a tripling counts as a doubling; what is not known does not count', () => {
  expect(impactOf(kpi, { ...change, moved: 2 })).toBe(impactOf(kpi, { ...change, moved: 1 }));
  expect(impactOf(kpi, { ...change, moved: 0 })).toBe(0);
  expect(impactOf(kpi, { ...change, chance: null })).toBe(0);
  expect(impactOf(kpi, { ...change, n: 0 })).toBe(0);
});

test('how much of itself: of what was, whatever its sign; of half its scale what is a score', () => {
  const leads = count('lead', { at: 'created_at' });
  expect(movedBy({ value: 200, change: -50 }, 'money', leads)).toBe(0.25);
  expect(movedBy({ value: -100, change: 150 }, 'money', leads)).toBe(1.5);
  expect(movedBy({ value: 0.2, change: 0.1 }, 'rate', leads)).toBe(0.5);
  // No customer lost in May and two in June: more than any share of what was, and so as much as a doubling.
  expect(movedBy({ value: 0, change: 2 }, 'count', leads)).toBe(Number.POSITIVE_INFINITY);
  expect(impactOf(kpi, { ...change, moved: movedBy({ value: 0, change: 2 }, 'count', leads) })).toBe(
    impactOf(kpi, { ...change, moved: 1 }),
  );
  expect(movedBy({ value: 0, change: 0 }, 'count', leads)).toBe(0);
  expect(movedBy({ value: null, change: null }, 'count', leads)).toBe(0);
  const npsMetric = nps.variants.default?.metric({}, {} as never) ?? leads;
  // From 2 to 14 and from −6 to 6 are the same 12 points of an NPS; a zero before hides nothing.
  for (const value of [2, -6, 0]) expect(movedBy({ value, change: 12 }, 'score', npsMetric)).toBe(0.12);
  const csat = average('survey_response', field('score'), { at: 'responded_at' }, [1, 5]);
  expect(movedBy({ value: 4, change: -0.5 }, 'score', csat)).toBe(0.25);
  expect(movedBy({ value: 0.1, change: 0.2 }, 'correlation', leads)).toBe(0.2);
  // A score of a company's own says no scale.
  expect(movedBy({ value: 4, change: -0.5 }, 'score', ratio(leads, leads))).toBe(0.125);
});

test('the board is led by what weighs most, but no area fills it', () => {
  const card = (id: string, area: string, impact: number) => ({ id, area, impact });
  const cards = [card('a1', 'a', 1), card('a3', 'a', 5), card('b1', 'b', 2), card('a2', 'a', 4), card('c1', 'c', 0)];
  expect(leading(cards, 3, 2)).toEqual(['a3', 'a2', 'b1']);
  expect(leading(cards, 5, 1)).toEqual(['a3', 'b1', 'c1']);
  expect(leading(cards, 2, 9)).toEqual(['a3', 'a2']);
  expect(leading(cards, 9, 9)).toEqual(['a3', 'a2', 'b1', 'a1', 'c1']);
  expect(leading([], 3, 2)).toEqual([]);
});
