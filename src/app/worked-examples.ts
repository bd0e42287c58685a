import type { ExpectedCell, Kpi, WorkedExample } from '../kpis/kpi.ts';
import { resolveKpi } from '../kpis/resolve.ts';
import type { Cell } from '../metrics/cell.ts';
import { answer } from '../metrics/engine.ts';
import { querySchema } from '../metrics/query.ts';
import { loadCompany } from '../warehouse/testing/company.ts';

export interface ExampleResult {
  readonly name: string;
  /** Empty where all is as the example says. */
  readonly differences: readonly { readonly expected: string; readonly found: string }[];
}

const isClose = (found: unknown, expected: number): boolean =>
  typeof found === 'number' && Math.abs(found - expected) <= 1e-6 * Math.max(1, Math.abs(expected));

function differenceOf(expected: ExpectedCell, cells: readonly Cell[]): ExampleResult['differences'] {
  const found = cells.filter(
    (cell) =>
      (expected.start === undefined || cell.period.start === expected.start) &&
      (expected.group === undefined || JSON.stringify(cell.group) === JSON.stringify(expected.group)),
  );
  const [cell] = found;
  const told = JSON.stringify(expected);
  if (!cell || found.length > 1) {
    const there = cells.map(({ period, group, value }) => JSON.stringify({ start: period.start, group, value }));
    return [{ expected: told, found: there.slice(0, 5).join(' ') || '–' }];
  }
  const wrong = (['value', 'numerator', 'denominator', 'n'] as const).filter((name) => {
    const due = expected[name];
    return due !== undefined && (due === null ? (cell[name] ?? null) !== null : !isClose(cell[name], due));
  });
  return wrong.map((name) => ({
    expected: `${name} = ${expected[name]}`,
    found: `${name} = ${cell[name] ?? null} (${cell.period.start})`,
  }));
}

async function runExample(kpi: Kpi, example: WorkedExample): Promise<ExampleResult> {
  const company = await loadCompany('duckdb', example.given, {
    ...(example.settings ? { settings: example.settings } : {}),
    ...(example.exportedAt ? { exportedAt: example.exportedAt } : {}),
  });
  try {
    const query = querySchema.parse({ kpis: [kpi.id], ...example.query });
    const { cells } = await answer(query, [resolveKpi(kpi, company.catalog, query)], {
      dialect: company.dialect,
      catalog: company.catalog,
      run: company.query,
    });
    return { name: example.name, differences: example.expect.flatMap((expected) => differenceOf(expected, cells)) };
  } finally {
    await company.close();
  }
}

/** A KPI's worked examples on a database of their own, in memory. @throws CuadroError for what the engine cannot ask */
export async function runExamples(kpi: Kpi): Promise<readonly ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const example of kpi.examples) results.push(await runExample(kpi, example));
  return results;
}
