import type { ExpectedCell, Kpi, WorkedExample } from '../kpis/kpi.ts';
import { datasetsOf } from '../kpis/reads.ts';
import { resolveKpi } from '../kpis/resolve.ts';
import type { Cell } from '../metrics/cell.ts';
import { answer } from '../metrics/engine.ts';
import { querySchema } from '../metrics/query.ts';
import { type Settings, settingsSchema } from '../model/settings.ts';
import { loadCompany } from '../warehouse/testing/company.ts';
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

/**
 * A worked example on a database of its own, in memory.
 * @param place where it is run: the engine, and the settings that hold where the example states none
 * @throws CuadroError for what the engine cannot ask
 */
export async function runExample(
  kpi: Kpi,
  example: WorkedExample,
  { engine, settings: usual = {} }: { readonly engine: EngineName; readonly settings?: Partial<Settings> },
): Promise<ExampleResult> {
  const settings = { ...usual, ...example.settings };
  const company = await loadCompany(engine, example.given, {
    settings,
    ...(example.exportedAt ? { exportedAt: example.exportedAt } : {}),
    reads: datasetsOf(kpi, settingsSchema.parse(settings)),
  });
  try {
    const query = querySchema.parse({ kpis: [kpi.id], ...example.query });
    const { cells } = await answer(query, [resolveKpi(kpi, company.catalog, query)], {
      dialect: company.dialect,
      catalog: company.catalog,
      run: company.query,
    });
    return { name: example.name, differences: example.expect.flatMap((expected) => differencesOf(expected, cells)) };
  } finally {
    await company.close();
  }
}
