import type { Kpi, Need, ParameterValue, WorkedExample } from '../../src/kpis/kpi.ts';
import { needsOf as neededBy } from '../../src/kpis/resolve.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import { derivedDatasets, entities } from '../../src/model/registry.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import type { Company, Row } from './company.ts';
import { rowsOf } from './derive.ts';
import { read } from './dimension.ts';
import { leavesOf } from './leaves.ts';
import { datasetOf } from './scope.ts';
import { addDays, momentOf, startOfDay } from './time.ts';
import { World } from './world.ts';

/** The company of a worked example: its rows in one import, numbered where they have no id, complete up to the latest event in them. */
export function companyOf(example: WorkedExample): Company {
  const settings = settingsSchema.parse(example.settings ?? {});
  const tables: Record<string, Row[]> = {};
  let last: { at: number; written: string } | null = null;
  for (const [name, rows] of Object.entries(example.given)) {
    tables[name] = rows.map((row, index) => ({ ...row, id: row.id === undefined ? String(index + 1) : String(row.id) }));
    for (const [key, field] of Object.entries(entities.get(name)?.fields ?? {})) {
      if ((field.type !== 'instant' && field.type !== 'date') || field.planned) continue;
      for (const row of rows) {
        const moment = momentOf(row[key], settings.timezone);
        if (moment === null) continue;
        const end = moment.dateOnly ? startOfDay(addDays(moment.day, 1), settings.timezone) - 1000 : moment.at;
        if (last === null || end > last.at) last = { at: end, written: String(row[key]) };
      }
    }
  }
  return { settings, batches: [{ landedOn: '2000-01-01', tables }], exportedAt: example.exportedAt ?? last?.written ?? null };
}

/** The needs of which the company has no data. */
export function missing(world: World, needs: readonly Need[]): string[] {
  const has = (path: string): boolean => {
    const [dataset = '', name = ''] = path.split('.');
    const rows = derivedDatasets.has(dataset) ? rowsOf(world, dataset) : world.records(dataset);
    return rows.some((row) => (row[name] ?? null) !== null);
  };
  return needs.flatMap((need) => (typeof need === 'string' ? (has(need) ? [] : [need]) : need.some(has) ? [] : [need.join(' | ')]));
}

/** The metric of the variant that an example asks for: `default` is the first of the defaults whose data are there. */
export function metricOf(kpi: Kpi, example: WorkedExample): { metric: Metric; missing: readonly string[] } {
  const company = companyOf(example);
  const world = new World(company);
  const needsOf = (name: string): readonly Need[] => neededBy(kpi, kpi.variants[name], company.settings);
  const asked = example.query.variant ?? 'default';
  const first = kpi.defaults.find((name) => missing(world, needsOf(name)).length === 0) ?? kpi.defaults[0] ?? 'default';
  const name = asked === 'default' ? first : asked;
  const variant = kpi.variants[name];
  if (!variant) throw new Error(`${kpi.id} has no variant ${name}`);
  const parameters: Record<string, ParameterValue> = {};
  for (const [key, parameter] of Object.entries(kpi.parameters)) {
    parameters[key] = company.settings.kpis[kpi.id]?.[key] ?? parameter.default;
  }
  const usual = variant.metric(parameters, company.settings);
  const asksFor = [...(example.query.by ?? []), ...(example.query.where ?? []).map((condition) => condition.dimension)];
  const beyond = asksFor.filter((dimension) => !reaches(world, usual, dimension));
  const other = Object.entries(variant.when ?? {}).find(([reference]) => beyond.some((dimension) => dimension.split('.')[0] === reference));
  return { metric: other ? other[1](parameters, company.settings) : usual, missing: missing(world, needsOf(name)) };
}

/** Whether every dataset of a metric has a dimension. */
const reaches = (world: World, metric: Metric, dimension: string): boolean =>
  leavesOf(metric).every(
    (leaf) => !leaf.grouped || read(world, datasetOf(leaf.dataset), {}, leaf.names[dimension] ?? dimension, null) !== undefined,
  );
