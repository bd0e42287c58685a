import { type Answer, answer } from '../../src/metrics/engine.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import { querySchema } from '../../src/metrics/query.ts';
import { type Company as Loaded, loadCompany } from '../../src/warehouse/testing/company.ts';
import type { EngineName } from '../../src/warehouse/testing/engine.ts';
import type { World } from '../../src/warehouse/world/open.ts';
import type { OracleQuery } from '../oracle/answer.ts';
import type { Company } from '../oracle/company.ts';
import { themes } from './theme.ts';

/** What questions on random companies are about. */
const asked: readonly string[] = [
  ...themes.flatMap(({ datasets, spans, brought, durations, conversions }) => [
    ...Object.keys(datasets),
    ...Object.keys(spans),
    ...(brought ? [brought[0]] : []),
    ...durations.map(([dataset]) => dataset),
    ...conversions.flatMap(({ base, converted }) => [base[0], ...(typeof converted === 'string' ? [] : [converted[0]])]),
  ]),
];

/** A random company in a database. @param reads the derived datasets to make; all where none are named */
export async function load(name: EngineName, company: Company, reads?: readonly string[]): Promise<Loaded> {
  const [first, ...others] = company.batches;
  return loadCompany(name, first?.tables ?? {}, {
    settings: company.settings,
    ...(reads ? { reads } : {}),
    ...(company.exportedAt === null ? {} : { exportedAt: company.exportedAt }),
    landedOn: first?.landedOn ?? '2000-01-01',
    batches: others.map((batch) => ({ landedOn: batch.landedOn, given: batch.tables })),
  });
}

/** A loaded company and the worlds that were asked of it: each is made once. */
export interface Database {
  readonly loaded: Loaded;
  readonly worlds: Map<string, Promise<World>>;
  close(): Promise<void>;
}

export async function open(name: EngineName, company: Company): Promise<Database> {
  const loaded = await load(name, company, asked);
  return { loaded, worlds: new Map(), close: () => loaded.close() };
}

/** The engine's answer to a question about several metrics at once, each a KPI named by its place. */
export async function askAll({ loaded, worlds }: Database, metrics: readonly Metric[], input: OracleQuery): Promise<Answer> {
  const kpis = metrics.map((_, index) => `m${index}`);
  const query = querySchema.parse({ ...input, kpis });
  const dates = { asOf: query.asOf ?? null, knownAt: query.knownAt ?? null };
  const key = JSON.stringify(dates);
  const opening = worlds.get(key) ?? loaded.world(dates);
  worlds.set(key, opening);
  const { catalog, dialect } = await opening;
  const asked = metrics.map((metric, index) => ({
    kpi: `m${index}`,
    variant: 'default',
    version: '',
    metric,
    missing: [],
    minimumSample: 0,
  }));
  return answer(query, asked, { dialect, catalog, run: (sql) => loaded.query(sql) });
}

export const ask = (database: Database, metric: Metric, input: OracleQuery): Promise<Answer> => askAll(database, [metric], input);
