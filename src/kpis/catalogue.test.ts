import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Catalog } from '../metrics/catalog.ts';
import type { Metric } from '../metrics/metric.ts';
import { resolvePath } from '../metrics/plan/path.ts';
import { settingsSchema } from '../model/settings.ts';
import { kpis } from './catalogue.ts';
import { parametersOf } from './resolve.ts';

const listed = z.array(
  z.object({ id: z.string(), slug: z.string(), es: z.string(), en: z.string(), dir: z.string(), band: z.string(), group: z.string() }),
);
const file = new URL('../../../shared/spec/kpis.json', import.meta.url);
const requirements = existsSync(file) ? listed.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
const bySlug = new Map(requirements?.map((requirement) => [requirement.slug, requirement]));
if (!requirements) console.warn('shared/spec/kpis.json is not here: the catalogue is not checked against the requirements.');

const directions: Readonly<Record<string, string>> = { up: 'up', down: 'down', info: 'none', band: 'band' };
const bands: Readonly<Record<string, string>> = { BP: 'business', UA: 'adoption', CP: 'perception' };
const areas: Readonly<Record<string, string>> = {
  A: 'marketing',
  B: 'leads',
  C: 'pipeline',
  D: 'customers',
  E: 'service',
  F: 'perception',
  G: 'receivables',
  H: 'people',
  I: 'adoption',
  J: 'data',
};

const all = [...kpis.values()];

/** A workspace without data: enough to follow paths through the model. */
const catalog: Catalog = {
  settings: settingsSchema.parse({}),
  relation: (dataset) => dataset,
  rows: () => 0,
  filled: () => 0,
  custom: () => new Map(),
  hasHistory: () => false,
  hasForeignMoney: () => false,
  onlySource: () => null,
  watermark: () => null,
  dataVersion: () => '',
};

/** The datasets that a metric groups, each with the paths it reads dimensions under. */
function inputsOf(metric: Metric): readonly { readonly dataset: string; readonly dimensions: Readonly<Record<string, string>> }[] {
  switch (metric.kind) {
    case 'simple':
      return [{ dataset: metric.dataset, dimensions: metric.dimensions ?? {} }];
    case 'ratio':
      return [...inputsOf(metric.numerator), ...inputsOf(metric.denominator)];
    case 'derived':
      return Object.values(metric.metrics).flatMap((input) => inputsOf(input.metric));
    case 'cumulative':
      return inputsOf(metric.of);
    case 'conversion':
      return [{ dataset: metric.base.dataset, dimensions: metric.base.dimensions ?? {} }];
    case 'stock':
      return [{ dataset: metric.dataset, dimensions: metric.dimensions ?? {} }];
    case 'retention':
    case 'duration':
      return [{ dataset: metric.dataset, dimensions: {} }];
    case 'computed':
      return [...Object.values(metric.inputs), ...Object.values(metric.panels ?? {}).map((panel) => panel.metric)].flatMap(inputsOf);
    case 'built_in':
      return [];
  }
}

describe.each(all.map((kpi) => [kpi.id, kpi] as const))('%s', (id, kpi) => {
  test('is named after its file and listed once', () => {
    expect(existsSync(new URL(`./${kpi.area}/${id}.ts`, import.meta.url))).toBe(true);
    expect(all.filter((other) => other.id === id || (kpi.ref !== null && other.ref === kpi.ref))).toHaveLength(1);
  });

  test('says in both languages what its readers need', () => {
    for (const [key, es] of Object.entries(kpi.texts.es)) {
      const en: unknown = Reflect.get(kpi.texts.en, key);
      expect(es.trim(), `es.${key}`).not.toBe('');
      expect(typeof en === 'string' && en.trim(), `en.${key}`).toBeTruthy();
      // A proper name may be the same in both.
      if (key !== 'name') expect(es, key).not.toBe(en);
    }
    for (const [name, { label }] of Object.entries(kpi.variants)) {
      expect(label.es.trim() && label.en.trim(), name).toBeTruthy();
    }
    for (const [name, parameter] of Object.entries(kpi.parameters)) {
      expect(parameter.name.es.trim() && parameter.name.en.trim(), name).toBeTruthy();
    }
  });

  test('has defaults among its variants, and examples with the arithmetic', () => {
    expect(kpi.defaults.length).toBeGreaterThan(0);
    for (const name of kpi.defaults) expect(Object.keys(kpi.variants)).toContain(name);
    // A variant called `default` is always the one asked for by that name: no other could stand in for it.
    if (kpi.defaults.length > 1) expect(Object.keys(kpi.variants)).not.toContain('default');
    for (const example of kpi.examples) {
      expect(example.because.trim()).not.toBe('');
      expect(example.expect.length).toBeGreaterThan(0);
      const { variant } = example.query;
      if (variant !== undefined && variant !== 'default') expect(Object.keys(kpi.variants)).toContain(variant);
    }
  });

  test('needs fields that there are, and drills by what its default reaches', () => {
    const values = parametersOf(kpi, catalog.settings);
    for (const [name, variant] of Object.entries(kpi.variants)) {
      for (const need of (variant.needs ?? kpi.needs).flat()) {
        const [dataset = '', ...path] = need.split('.');
        if (path.length > 0) expect(resolvePath(dataset, path.join('.'), catalog), need).not.toBeNull();
      }
      if (!kpi.defaults.includes(name)) continue;
      for (const dimension of kpi.drillBy) {
        const instead = Object.entries(variant.when ?? {}).find(([reference]) => dimension.split('.')[0] === reference);
        const metric = (instead?.[1] ?? variant.metric)(values, catalog.settings);
        for (const { dataset, dimensions } of inputsOf(metric)) {
          expect(
            resolvePath(dataset, dimensions[dimension] ?? dimension, catalog),
            `${name} by ${dimension} from ${dataset}`,
          ).not.toBeNull();
        }
      }
    }
  });

  test.skipIf(!requirements)('agrees with the requirements', () => {
    const requirement = bySlug.get(id);
    if (!requirement) {
      expect(kpi.ref, 'a KPI that the requirements do not list has no reference').toBeNull();
      return;
    }
    expect(kpi.ref).toBe(requirement.id);
    expect(kpi.direction).toBe(directions[requirement.dir]);
    expect(kpi.band).toBe(bands[requirement.band]);
    expect(kpi.area).toBe(areas[requirement.group.slice(0, 1)]);
    expect(kpi.texts.es.name).toBe(requirement.es);
    expect(kpi.texts.en.name).toBe(requirement.en);
  });

  test.skipIf(!requirements)('names KPIs that exist or will', () => {
    for (const other of [...kpi.guards, ...(kpi.partner ? [kpi.partner] : []), ...(kpi.decomposition?.of ?? [])]) {
      expect(kpis.has(other) || bySlug.has(other), other).toBe(true);
      expect(other).not.toBe(id);
    }
  });
});

/** Swaps of activity for progress that the source texts ask for (requirements, section 5, rule 17). */
test.each([
  ['new_leads', 'qualified_leads'],
  ['pipeline_growth', 'opportunity_conversion_rate'],
  ['cpl', 'cost_per_opportunity'],
  ['leads_by_campaign', 'campaign_effectiveness_rank'],
  ['outstanding_quotes', 'quote_to_order_rate'],
  ['customer_touches', 'cycle_acceleration_effect'],
])('%s is swapped for %s', (activity, progress) => {
  const [from, to] = [kpis.get(activity), kpis.get(progress)];
  if (from) expect(from.partner).toBe(progress);
  if (to) expect(to.partner).toBe(activity);
});
