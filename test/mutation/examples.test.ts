import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kpis } from '../../src/kpis/catalogue.ts';
import { resolveKpi } from '../../src/kpis/resolve.ts';
import { answer } from '../../src/metrics/engine.ts';
import { querySchema } from '../../src/metrics/query.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { duckdbDialect } from '../../src/warehouse/duckdb/dialect.ts';
import { recordedCatalog } from './catalog.ts';
import { examplesFile, type RecordedExample } from './examples.ts';
import { keyOf } from './recording.ts';

const lines = readFileSync(examplesFile, 'utf8').trim().split('\n');
const recordings: readonly RecordedExample[] = lines.map((line) => JSON.parse(line));
const nameOf = (kpi: string, example: string): string => `${kpi}: ${example}`;
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const all = [...kpis.values()].flatMap((kpi) => kpi.examples.map((example) => ({ kpi, example })));

/** The worked examples with the rows that DuckDB gave once, without it. */
describe('worked examples, recorded', () => {
  test('are those of the catalogue, in its order', () => {
    expect(recordings.map(({ kpi, example }) => nameOf(kpi, example))).toEqual(all.map(({ kpi, example }) => nameOf(kpi.id, example.name)));
  });

  test.each(recordings.map((one, index) => [nameOf(one.kpi, one.example), one, index] as const))('%s', async (_, recorded, index) => {
    const known = all[index];
    if (!known) throw new Error('no longer in the catalogue: npm run mutation -- --record');
    const { kpi, example } = known;
    const catalog = recordedCatalog(recorded.facts, settingsSchema.parse(example.settings ?? {}));
    const query = querySchema.parse({ kpis: [kpi.id], ...example.query });
    const run = async (sql: string) => {
      const rows = recorded.answers[keyOf(sql)];
      if (!rows) throw new Error(`not recorded; if the SELECT is meant: npm run mutation -- --record\n${sql}`);
      return rows;
    };
    const { cells } = await answer(query, [resolveKpi(kpi, catalog, query)], { dialect: duckdbDialect, catalog, run });
    expect(asJson(cells)).toEqual(recorded.cells);
  });
});
