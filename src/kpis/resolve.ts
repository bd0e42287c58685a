import type { Asked } from '../metrics/asked.ts';
import type { Catalog } from '../metrics/catalog.ts';
import type { Metric } from '../metrics/metric.ts';
import { grouped } from '../metrics/plan/dimensions-of.ts';
import { readingsOf } from '../metrics/plan/metrics-within.ts';
import type { Query } from '../metrics/query.ts';
import { reachableSegments } from '../metrics/segments.ts';
import { CuadroError } from '../model/error.ts';
import { chosenTerms, meanings } from '../model/glossary.ts';
import { own } from '../model/own.ts';
import { termsOf } from '../model/registry.ts';
import type { Segment } from '../model/segment.ts';
import type { Settings } from '../model/settings.ts';
import { neededUnder } from './glossary.ts';
import type { Kpi, Need, Parameter, ParameterValue, Variant } from './kpi.ts';

/** A KPI's parameters: the workspace's where it states them, else the defaults. @throws CuadroError for unknown or unfit ones */
export function parametersOf(kpi: Kpi, settings: Settings): Record<string, ParameterValue> {
  const stated = settings.kpis[kpi.id] ?? {};
  for (const name of Object.keys(stated)) {
    if (!own(kpi.parameters, name)) {
      throw new CuadroError({
        code: 'unknown_parameter',
        where: kpi.id,
        found: name,
        expected: Object.keys(kpi.parameters).join(', ') || '–',
      });
    }
  }
  return Object.fromEntries(
    Object.entries(kpi.parameters).map(([name, parameter]) => [
      name,
      checked(`kpis.${kpi.id}.${name}`, parameter, stated[name] ?? parameter.default),
    ]),
  );
}

function checked(where: string, parameter: Parameter, value: ParameterValue): ParameterValue {
  const fail = (expected: string) => new CuadroError({ code: 'invalid_parameter', where, found: String(value), expected });
  const kind = (one: ParameterValue) => (Array.isArray(one) ? 'list' : typeof one);
  if (kind(value) !== kind(parameter.default)) throw fail(kind(parameter.default));
  if (parameter.oneOf && typeof value === 'string' && !parameter.oneOf.includes(value)) throw fail(parameter.oneOf.join(', '));
  if (parameter.between && typeof value === 'number' && (value < parameter.between[0] || value > parameter.between[1])) {
    throw fail(`${parameter.between[0]} … ${parameter.between[1]}`);
  }
  return value;
}

/** What people of the company do or are taught, told one by one. */
export const aboutPeople: ReadonlySet<string> = new Set(['coaching_action', 'training', 'user_event']);

const isMet = (need: string, catalog: Catalog): boolean => {
  const dot = need.indexOf('.');
  return dot < 0 ? catalog.rows(need) > 0 : catalog.filled(need.slice(0, dot), need.slice(dot + 1)) > 0;
};

/** The needs that the workspace's data do not meet, as `entity.field`; of alternatives, the first stands for all. */
export function missingFields(needs: readonly Need[], catalog: Catalog): string[] {
  return needs.flatMap((need) => {
    if (typeof need === 'string') return isMet(need, catalog) ? [] : [need];
    return need.some((one) => isMet(one, catalog)) ? [] : [need.join('|')];
  });
}

/** What a variant of a KPI needs in a workspace that means what it says by contested words. */
export const needsOf = (
  kpi: Pick<Kpi, 'needs' | 'terms'>,
  variant: Pick<Variant<Record<string, Parameter>>, 'needs'> | undefined,
  settings: Settings,
): readonly Need[] => neededUnder(variant?.needs ?? kpi.needs, kpi.terms, settings);

/** The variant meant by `default`: the first of the KPI's defaults whose data are there, else the first. */
function defaultVariant(kpi: Kpi, catalog: Catalog): string {
  const computable = kpi.defaults.find((name) => {
    const variant = kpi.variants[name];
    return variant !== undefined && missingFields(needsOf(kpi, variant, catalog.settings), catalog).length === 0;
  });
  return computable ?? kpi.defaults[0] ?? 'default';
}

/** A variant's metric for what the query groups and filters by. */
function metricFor(
  variant: Variant<Record<string, Parameter>>,
  values: Record<string, ParameterValue>,
  settings: Settings,
  dimensions: readonly string[],
): Metric {
  for (const [reference, metric] of Object.entries(variant.when ?? {})) {
    if (dimensions.some((dimension) => dimension === reference || dimension.startsWith(`${reference}.`))) return metric(values, settings);
  }
  return variant.metric(values, settings);
}

/** Every variant name that a query may ask for, `default` among them. */
export const variantNames = (kpi: Kpi): readonly string[] => [...new Set(['default', ...Object.keys(kpi.variants)])];

/**
 * What a query for a KPI means on a workspace: its variant, metric, version and what is missing.
 * @throws CuadroError `unknown_variant`, `unknown_parameter`, `invalid_parameter`, `unknown_segment`, `segment_*`
 */
export function resolveKpi(kpi: Kpi, catalog: Catalog, query: Pick<Query, 'variant' | 'by' | 'where'>): Asked {
  const { settings } = catalog;
  const wanted = query.variant ?? 'default';
  const name = wanted === 'default' && !own(kpi.variants, wanted) ? defaultVariant(kpi, catalog) : wanted;
  const variant = own(kpi.variants, name);
  if (!variant) throw new CuadroError({ code: 'unknown_variant', where: kpi.id, found: wanted, expected: variantNames(kpi).join(', ') });
  const values = parametersOf(kpi, settings);
  const metric = metricFor(variant, values, settings, [...query.by, ...query.where.map(({ dimension }) => dimension)]);
  const segments = reachableSegments(
    query.where,
    grouped(metric).map(({ dataset }) => dataset),
    kpi.id,
    catalog,
  );
  return {
    kpi: kpi.id,
    variant: name,
    version: versionOf(kpi, metric, values, settings, segments),
    metric,
    missing: missingFields(needsOf(kpi, variant, settings), catalog),
    minimumSample: kpi.minimumSample,
    unit: variant.unit ?? kpi.unit,
    isOfPeople: kpi.area === 'people' || readingsOf(metric).some(({ dataset }) => aboutPeople.has(dataset)),
  };
}

/**
 * The definition's number and a mark of its formula, parameters, the segments it is asked for and the settings that it stands on: of the
 * glossary, the terms of the KPI and of the datasets that it reads, where they mean something else than by default.
 */
function versionOf(
  kpi: Kpi,
  metric: Metric,
  values: Record<string, ParameterValue>,
  settings: Settings,
  segments: readonly (readonly [string, Segment])[],
): string {
  const { name: _, kpis: __, segments: ___, glossary: ____, rfm, ...calendar } = settings;
  const asked = segments.length === 0 ? [] : [segments, segments.some(([, segment]) => segment.rfm) ? rfm : null];
  const words = new Set([...kpi.terms, ...readingsOf(metric).flatMap(({ dataset }) => termsOf(dataset))]);
  const meant = chosenTerms.filter((term) => words.has(term) && settings.glossary[term] !== meanings[term][0]);
  const glossary = meant.length === 0 ? [] : [meant.map((term) => [term, settings.glossary[term]])];
  return `${kpi.version.number}.${fingerprint(JSON.stringify([metric, values, calendar, ...asked, ...glossary]))}`;
}

/** 32-bit FNV-1a in base 36. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
