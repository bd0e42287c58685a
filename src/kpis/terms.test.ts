import { describe, expect, test } from 'vitest';
import { readingsOf } from '../metrics/plan/metrics-within.ts';
import { testCatalog } from '../metrics/testing/catalog.ts';
import { chosenTerms, madeBy, meanings, type Term, terms, under } from '../model/glossary.ts';
import { derivedDatasets, termsOf } from '../model/registry.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import { type DerivedContext, isModelled } from '../warehouse/derived/context.ts';
import { derivedBuilders } from '../warehouse/derived/rebuild.ts';
import { duckdbDialect } from '../warehouse/duckdb/dialect.ts';
import { kpis } from './catalogue.ts';
import { glossary, shownTerm } from './glossary.ts';
import type { Kpi, ParameterValue } from './kpi.ts';
import { resolveKpi } from './resolve.ts';

const usual = settingsSchema.parse({});
/** Settings that give a term each of its other meanings. */
const otherwise = (term: Term): readonly Settings[] =>
  term === 'active'
    ? [{ ...usual, customer: { active_days: 30 } }]
    : meanings[term].slice(1).map((meaning) => ({ ...usual, ...under({ [term]: meaning }) }));

const sqlOf = (settings: Settings): ReadonlyMap<string, string> => {
  const context: DerivedContext = { dialect: duckdbDialect, settings, relation: (name) => `"${name}"`, watermarks: 'watermark' };
  return new Map(
    derivedBuilders.map((builder) => [
      builder.dataset.name,
      isModelled(builder) ? JSON.stringify(builder.reads(context)) : builder.sql(context),
    ]),
  );
};

/** The derived datasets that are made otherwise when a term means something else, or stand on one that is. */
const changedBy = (term: Term): ReadonlySet<string> => {
  const before = sqlOf(usual);
  const changed = new Set<string>();
  for (const settings of otherwise(term)) {
    const after = sqlOf(settings);
    for (const [name, dataset] of derivedDatasets)
      if (before.get(name) !== after.get(name) || dataset.from.some((input) => changed.has(input))) changed.add(name);
  }
  return changed;
};
const changes = new Map(terms.map((term) => [term, changedBy(term)]));

/** The defaults of a KPI's parameters, and with each choice of one of them. */
const parametersOf = ({ parameters }: Kpi): readonly Record<string, ParameterValue>[] => {
  const usualValues = Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]));
  return [
    usualValues,
    ...Object.entries(parameters).flatMap(([name, parameter]) =>
      typeof parameter.default === 'string' ? (parameter.oneOf ?? []).map((choice) => ({ ...usualValues, [name]: choice })) : [],
    ),
  ];
};

const metricsOf = (kpi: Kpi, settings: Settings) =>
  Object.values(kpi.variants).flatMap((variant) =>
    [variant.metric, ...Object.values(variant.when ?? {})].flatMap((metric) => parametersOf(kpi).map((values) => metric(values, settings))),
  );

const dependsOn = (kpi: Kpi, term: Term): boolean => {
  const metrics = metricsOf(kpi, usual);
  const formulas = JSON.stringify(metrics);
  return (
    metrics.flatMap(readingsOf).some(({ dataset }) => changes.get(term)?.has(dataset)) ||
    otherwise(term).some((settings) => JSON.stringify(metricsOf(kpi, settings)) !== formulas)
  );
};

test.each([...kpis.values()].map((kpi) => [kpi.id, kpi] as const))('%s names the contested words it uses, and no others', (_, kpi) => {
  expect([...kpi.terms].sort()).toEqual(terms.filter((term) => dependsOn(kpi, term)).sort());
});

describe.each(terms)('%s', (term) => {
  test('is named by the datasets that are made by it', () => {
    const named = [...derivedDatasets.keys()].filter((name) => termsOf(name).includes(term));
    expect(named).toEqual([...derivedDatasets.keys()].filter((name) => changes.get(term)?.has(name)));
  });

  test('is used by a KPI', () => {
    expect([...kpis.values()].filter((kpi) => kpi.terms.includes(term))).not.toEqual([]);
  });

  test('has its meanings told in both languages', () => {
    expect(Object.keys(glossary[term].meanings)).toEqual(term === 'active' ? ['days'] : meanings[term]);
    const [es, en] = [shownTerm(term, usual, 'es'), shownTerm(term, usual, 'en')];
    for (const [one, other] of [
      [es.means, en.means],
      ...es.others.map(({ means }, index) => [means, en.others[index]?.means]),
      [glossary[term].conflict.es, glossary[term].conflict.en],
    ]) {
      expect(one).toMatch(/\.$/);
      expect(other).toMatch(/\.$/);
      expect(one).not.toBe(other);
      expect(one).not.toContain('{');
    }
  });

  test('makes other versions of the KPIs that use it, and of no others', () => {
    const versionOf = (kpi: Kpi, settings: Settings) => resolveKpi(kpi, testCatalog({ settings }), { by: [], where: [] }).version;
    if (term === 'active') return;
    for (const settings of otherwise(term))
      for (const kpi of kpis.values()) expect(versionOf(kpi, settings) !== versionOf(kpi, usual), kpi.id).toBe(kpi.terms.includes(term));
  });
});

test('datasets are made anew for the terms they are made by, and for no others', () => {
  for (const term of chosenTerms)
    for (const settings of otherwise(term))
      expect(JSON.stringify(madeBy(settings)) !== JSON.stringify(madeBy(usual)), term).toBe(changes.get(term)?.size !== 0);
});
