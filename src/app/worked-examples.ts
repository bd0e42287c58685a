import type { ExpectedCell, Kpi, WorkedExample } from '../kpis/kpi.ts';
import { datasetsOf } from '../kpis/reads.ts';
import { resolveKpi } from '../kpis/resolve.ts';
import type { Cell } from '../metrics/cell.ts';
import { answer } from '../metrics/engine.ts';
import { querySchema } from '../metrics/query.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import { type Company, loadCompany } from '../warehouse/testing/company.ts';
import type { EngineName } from '../warehouse/testing/engine.ts';

export interface ExampleResult {
  readonly name: string;
  /** Empty where all is as the example says. */
  readonly differences: readonly { readonly expected: string; readonly found: string }[];
}

/** Six places of a figure, three of an interval. */
const isClose = (found: unknown, expected: number, places: number): boolean =>
  typeof found === 'number' && Math.abs(found - expected) < 10 ** -places / 2;

function isAs(found: unknown, expected: unknown): boolean {
  if (typeof expected === 'number') return isClose(found, expected, 6);
  if (Array.isArray(expected)) return Array.isArray(found) && expected.every((bound, index) => isClose(found[index], bound, 3));
  return found === expected;
}

function differencesOf(expected: ExpectedCell, cells: readonly Cell[]): ExampleResult['differences'] {
  const { start, group, ...figures } = expected;
  const found = cells.filter(
    (cell) =>
      (start === undefined || cell.period.start === start) && (group === undefined || JSON.stringify(cell.group) === JSON.stringify(group)),
  );
  const [cell] = found;
  if (!cell || found.length > 1) {
    const there = cells.map(({ period, group: of, value }) => JSON.stringify({ start: period.start, group: of, value }));
    return [{ expected: JSON.stringify(expected), found: there.slice(0, 5).join(' ') || '–' }];
  }
  const told = (name: string, value: unknown): string => `${name} = ${JSON.stringify(value)}`;
  return Object.entries(figures)
    .filter(([name, due]) => !isAs(Reflect.get(cell, name), due))
    .map(([name, due]) => ({ expected: told(name, due), found: `${told(name, Reflect.get(cell, name))} (${cell.period.start})` }));
}

export interface ExampleCase {
  readonly kpi: Kpi;
  readonly example: WorkedExample;
}

/** Where examples are run: the engine, and the settings that hold where an example states none. */
export interface ExamplePlace {
  readonly engine: EngineName;
  readonly settings?: Partial<Settings>;
  /** Told of each statement, as `loadCompany` tells it. */
  readonly onStatement?: (sql: string) => void;
}

/** Cases that ask the same records, under the same settings. */
export const byCompany = (cases: readonly ExampleCase[]): readonly (readonly ExampleCase[])[] => [
  ...Map.groupBy(cases, ({ example: { given, settings, exportedAt } }) => JSON.stringify([given, settings, exportedAt])).values(),
];

/** The records of cases of one company (`byCompany`), in a database of their own, in memory. Close it. */
export async function openExamples(
  cases: readonly ExampleCase[],
  { engine, settings: usual = {}, onStatement }: ExamplePlace,
): Promise<Company> {
  const [first] = cases;
  if (!first) throw new Error('no example');
  const { given, exportedAt } = first.example;
  const settings = { ...usual, ...first.example.settings };
  const parsed = settingsSchema.parse(settings);
  return loadCompany(engine, given, {
    settings,
    ...(exportedAt ? { exportedAt } : {}),
    ...(onStatement ? { onStatement } : {}),
    reads: [...new Set(cases.flatMap(({ kpi }) => datasetsOf(kpi, parsed)))],
  });
}

/** @throws CuadroError for what the engine cannot ask */
export async function checkExample({ kpi, example }: ExampleCase, company: Company): Promise<ExampleResult> {
  const query = querySchema.parse({ kpis: [kpi.id], ...example.query });
  const { cells } = await answer(query, [resolveKpi(kpi, company.catalog, query)], {
    dialect: company.dialect,
    catalog: company.catalog,
    run: company.query,
  });
  return { name: example.name, differences: example.expect.flatMap((expected) => differencesOf(expected, cells)) };
}

/** The worked examples of a KPI under the workspace's settings. @throws CuadroError for what the engine cannot ask */
export async function runExamples(kpi: Kpi, settings: Settings): Promise<readonly ExampleResult[]> {
  const results = new Map<WorkedExample, ExampleResult>();
  for (const cases of byCompany(kpi.examples.map((example) => ({ kpi, example })))) {
    const company = await openExamples(cases, { engine: 'duckdb', settings });
    try {
      for (const one of cases) results.set(one.example, await checkExample(one, company));
    } finally {
      await company.close();
    }
  }
  return kpi.examples.flatMap((example) => results.get(example) ?? []);
}
