import { expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { kpiLike } from '../advise/testing/kpi.ts';
import { factsOf } from './facts.ts';
import { readKpi, wantedFor } from './read.ts';
import { readingRules } from './rules.ts';

const kpiOf = (id: string) => {
  const kpi = kpis.get(id);
  if (!kpi) throw new Error(`the catalogue has no ${id}`);
  return kpi;
};

test('what some KPIs need to be read: themselves, then those that their rules look at, each once', () => {
  const wanted = wantedFor([kpiOf('market_share'), kpiOf('retention_rate')]);
  const companions = ['market_share', 'retention_rate'].flatMap((id) =>
    readingRules.filter((rule) => rule.of(kpiOf(id))).flatMap((rule) => rule.companions(kpiOf(id))),
  );
  expect(new Set(wanted.kpis)).toEqual(new Set(['market_share', 'retention_rate', ...companions]));
  expect(new Set(wanted.kpis).size).toBe(wanted.kpis.length);
  expect(wanted.kpis[0]).toBe('market_share');
  expect(wantedFor([])).toEqual({ kpis: [], parts: [] });
});

test('parts are of the subject unless the rule names another KPI', () => {
  const of = (one: (typeof readingRules)[number]) => [...kpis.values()].filter((kpi) => one.of(kpi));
  const rules = readingRules.filter(({ parts }) => parts);
  expect(rules.length).toBeGreaterThan(1);
  for (const rule of rules) {
    const [kpi] = of(rule);
    if (!kpi || !rule.parts) throw new Error(`${rule.id} reads nothing`);
    expect(wantedFor([kpi]).parts).toContainEqual({ kpi: rule.parts.kpi ?? kpi.id, by: rule.parts.by });
  }
  const some = rules.map(({ parts }) => parts?.kpi !== undefined);
  expect(new Set(some)).toEqual(new Set([true, false]));
  const without = [...kpis.values()].find((kpi) => rules.every((rule) => !rule.of(kpi)));
  if (without) expect(wantedFor([without]).parts).toEqual([]);
});

test('a KPI without a value is not read', () => {
  const known = { missing: new Set<string>(), parts: () => [] };
  expect(readKpi(kpiLike('market_share'), new Map(), known)).toEqual([]);
});

test('what presses most comes first', () => {
  const rank = { bad: 0, warning: 1, good: 2, neutral: 3 };
  const seen = new Set<string>();
  for (const kpi of kpis.values()) {
    const cells = [10, 11, 12, 13, 14, 15, 16, 99].map((value) => ({
      kpi: kpi.id,
      variant: 'default',
      version: '1',
      period: { start: '2026-01-01', end: '2026-01-31' },
      group: {},
      value,
      n: 500,
      state: 'ok' as const,
      coverage: 1,
      watermark: null,
      reasons: [],
      detail: null,
    }));
    for (const given of [cells, cells.toReversed()]) {
      const facts = new Map(
        [...kpis.values()].flatMap((one) => ((found) => (found ? [[one.id, found] as const] : []))(factsOf(one, given))),
      );
      const readings = readKpi(kpi, facts, { missing: new Set(['csat']), parts: () => [] });
      expect(readings.map(({ tone }) => rank[tone])).toEqual(readings.map(({ tone }) => rank[tone]).sort((a, b) => a - b));
      for (const reading of readings) expect(reading.kpi).toBe(kpi.id);
      if (new Set(readings.map(({ tone }) => tone)).size > 1) seen.add(kpi.id);
    }
  }
  // Else it would prove nothing.
  expect(seen.size).toBeGreaterThan(0);
});
