import { afterAll, describe, expect, test } from 'vitest';
import { byCompany, checkExample, type ExampleCase, openExamples } from '../app/worked-examples.ts';
import { querySchema } from '../metrics/query.ts';
import type { Company } from '../warehouse/testing/company.ts';
import { type EngineName, engineNames } from '../warehouse/testing/engine.ts';
import { coverOf, wordsInARow } from '../warehouse/testing/sql-words.ts';
import { kpis } from './catalogue.ts';
import { resolveKpi } from './resolve.ts';

const only = process.env.CUADRO_ENGINE;
const isLong = process.env.CUADRO_TEST_LONG === '1';
const all = [...kpis.values()].flatMap((kpi) => kpi.examples.map((example) => ({ kpi, example })));
const companies = byCompany(all);

/** What SQL each company's examples took on DuckDB, with what it was made for: the kinds of their metrics, the datasets that were made. */
const taken = new Map<readonly ExampleCase[], Set<string>>();
/** So many words of SQL in a row: enough that a function stands there with what is within it. `npm run test:long` asks ClickHouse everything. */
const wordCount = 4;

const noteOf = (cases: readonly ExampleCase[]) => {
  const own = new Set<string>();
  taken.set(cases, own);
  return (sql: string): void => {
    const made = /^create or replace table \S+\."(\w+)"/.exec(sql);
    if (made) own.add(`made ${made[1]}`);
    for (const words of wordsInARow(sql, wordCount)) own.add(words);
  };
};

const kindOf = ({ kpi, example }: ExampleCase, { catalog }: Company): string =>
  `kind ${resolveKpi(kpi, catalog, querySchema.parse({ kpis: [kpi.id], ...example.query })).metric.kind}`;

const checkAll = (engine: EngineName): void => {
  describe.each(companies.map((cases) => ({ cases, of: cases[0]?.kpi.id })))('records of $of', ({ cases }) => {
    let opened: ReturnType<typeof openExamples> | null = null;
    afterAll(async () => (await opened)?.close());
    test.each(cases.map((one) => [`${one.kpi.id}: ${one.example.name}`, one] as const))('%s', async (_, one) => {
      opened ??= openExamples(cases, { engine, onStatement: noteOf(cases) });
      const company = await opened;
      taken.get(cases)?.add(kindOf(one, company));
      expect((await checkExample(one, company)).differences).toEqual([]);
    });
  });
};

/**
 * Every worked example of the catalogue, on every warehouse; those about the same records, of whichever KPI, on one company. `CUADRO_ENGINE=duckdb`
 * and `-t kpi_id` narrow it. ClickHouse takes five times as long to plan a statement, so that the short run asks it only what is new to it.
 */
describe.each(engineNames.filter((name) => (only ? name === only : isLong || name === 'duckdb')))('%s', checkAll);

if (only === undefined && !isLong)
  test('ClickHouse gives what DuckDB gives, on companies that take every kind of metric, every derived dataset and all SQL that any of them takes', {
    timeout: 600_000,
  }, async () => {
    const sets = [...taken.values()];
    const cover = new Set(coverOf(sets));
    const asked = [...taken.keys()].filter((_, place) => cover.has(place));
    const covered = new Set(asked.flatMap((cases) => [...(taken.get(cases) ?? [])]));
    expect(sets.flatMap((set) => [...set]).filter((one) => !covered.has(one))).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
    for (const cases of asked) {
      const company = await openExamples(cases, { engine: 'clickhouse' });
      for (const one of cases) expect((await checkExample(one, company)).differences, `${one.kpi.id}: ${one.example.name}`).toEqual([]);
      await company.close();
    }
  });
