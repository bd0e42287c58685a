import { readingsOf } from '../metrics/plan/metrics-within.ts';
import type { Settings } from '../model/settings.ts';
import type { Kpi } from './kpi.ts';
import { aboutPeople, parametersOf } from './resolve.ts';

/** The datasets that a KPI reads or needs in any of its variants. */
export const datasetsOf = (kpi: Kpi, settings: Settings): readonly string[] => {
  const values = parametersOf(kpi, settings);
  const variants = Object.values(kpi.variants);
  const metrics = variants.flatMap((variant) =>
    [variant.metric, ...Object.values(variant.when ?? {})].map((metric) => metric(values, settings)),
  );
  const needs = [kpi.needs, ...variants.map((variant) => variant.needs ?? [])].flat(2).map((need) => need.split('.')[0] ?? need);
  return [...new Set([...metrics.flatMap(readingsOf).map(({ dataset }) => dataset), ...needs])];
};

/** Whether any variant of a KPI is about the company's own people. */
export const isOfPeople = (kpi: Kpi, settings: Settings): boolean =>
  kpi.area === 'people' || datasetsOf(kpi, settings).some((dataset) => aboutPeople.has(dataset));
