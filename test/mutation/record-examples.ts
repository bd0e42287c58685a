import { writeFileSync } from 'node:fs';
import { checkExample, openExamples } from '../../src/app/worked-examples.ts';
import { kpis } from '../../src/kpis/catalogue.ts';
import type { Kpi, WorkedExample } from '../../src/kpis/kpi.ts';
import { resolveKpi } from '../../src/kpis/resolve.ts';
import { answer } from '../../src/metrics/engine.ts';
import type { SqlRow } from '../../src/metrics/plan/scan.ts';
import { querySchema } from '../../src/metrics/query.ts';
import { type Facts, listeningCatalog } from './catalog.ts';
import { examplesFile, type RecordedExample } from './examples.ts';
import { keyOf } from './recording.ts';

async function recorded(kpi: Kpi, example: WorkedExample): Promise<RecordedExample | null> {
  const company = await openExamples([{ kpi, example }], { engine: 'duckdb' });
  try {
    const { differences } = await checkExample({ kpi, example }, company);
    if (differences.length > 0) {
      console.log(`${kpi.id}, ${example.name}: left out, not as it says\n${JSON.stringify(differences)}`);
      return null;
    }
    const facts: Facts = {};
    const catalog = listeningCatalog(company.catalog, facts);
    const answers: Record<string, readonly SqlRow[]> = {};
    const run = async (sql: string): Promise<readonly SqlRow[]> => {
      const rows = await company.query(sql.replace(/\bmain\."(\w+)"/g, (_, dataset) => company.catalog.relation(dataset)));
      answers[keyOf(sql)] = rows;
      return rows;
    };
    const query = querySchema.parse({ kpis: [kpi.id], ...example.query });
    const { cells } = await answer(query, [resolveKpi(kpi, catalog, query)], { dialect: company.dialect, catalog, run });
    return { kpi: kpi.id, example: example.name, facts, answers, cells };
  } finally {
    await company.close();
  }
}

/** Writes down what DuckDB answers to each worked example of the catalogue. */
export async function recordExamples(): Promise<void> {
  const lines: string[] = [];
  for (const kpi of kpis.values()) {
    for (const example of kpi.examples) {
      const one = await recorded(kpi, example);
      if (one) lines.push(JSON.stringify(one));
    }
  }
  writeFileSync(examplesFile, `${lines.join('\n')}\n`);
  console.log(`worked examples: ${lines.length}`);
}
