import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivedDatasets, entities, findDataset } from '../../src/model/registry.ts';
import type { Company as Loaded } from '../../src/warehouse/testing/company.ts';
import { type EngineName, engineNames } from '../../src/warehouse/testing/engine.ts';
import type { Company, Row } from '../oracle/company.ts';
import { rowsOf } from '../oracle/derive.ts';
import { momentOf } from '../oracle/time.ts';
import { World } from '../oracle/world.ts';
import { arbitraryCompany } from './company.ts';
import { load } from './engines.ts';
import { arbitraryDay } from './random.ts';
import { type Theme, themes } from './theme.ts';

/** Datasets that the oracle does not make: their own tests are by hand. What models learn shows in what is made with it. */
const unmade = new Set(['attribution', 'rate_day', 'business_day', 'deal_model', 'interval_model', 'buyer_model']);
const isLong = process.env.CUADRO_TEST_LONG === '1';
const runs = Number(process.env.CUADRO_RUNS ?? (isLong ? 30 : 3));
/** The short run asks the same every time, so that it says something of a change; others come with `npm run test:long`. */
const seed = Number(process.env.CUADRO_SEED ?? 20_261_121);

interface Dates {
  readonly asOf: string | null;
  readonly knownAt: string | null;
}

/** A row as text: moments by instant, day and whether only the day is known; numbers to six places. */
const asText = (dataset: string, cell: (field: string) => unknown, moment: (field: string) => unknown): string =>
  JSON.stringify(
    Object.entries(findDataset(dataset)?.fields ?? {}).map(([field, { type }]) => {
      if (type === 'instant') return moment(field);
      const value = cell(field) ?? null;
      return typeof value === 'number' ? Number(value.toFixed(6)) + 0 : value;
    }),
  );

const ofOracle = (company: Company, dataset: string, rows: readonly Row[]): string[] =>
  rows
    .map((row) =>
      asText(
        dataset,
        (field) => (field === '_source' ? (row._source ?? 'src') : row[field]),
        (field) => {
          const moment = momentOf(row[field], company.settings.timezone);
          return moment && [moment.at, moment.day, moment.dateOnly];
        },
      ),
    )
    .sort();

const ofEngine = async (loaded: Loaded, relation: string, dataset: string): Promise<string[]> =>
  (await loaded.query(`select * from ${relation}`))
    .map((row) =>
      asText(
        dataset,
        (field) => row[field],
        (field) =>
          typeof row[field] === 'string'
            ? [Date.parse(String(row[field])), row[`${field}_day`], String(row._date_only ?? '').includes(`,${field},`)]
            : null,
      ),
    )
    .sort();

const check = async (engine: EngineName, theme: Theme, company: Company, dates: Dates): Promise<void> => {
  const loaded = await load(engine, company);
  try {
    for (const asked of [{ asOf: null, knownAt: null }, dates]) {
      const oracle = new World(company, { asOf: asked.asOf ?? undefined, knownAt: asked.knownAt ?? undefined });
      const world = await loaded.world(asked);
      for (const name of Object.keys(theme.entities)) {
        if (!entities.has(name)) continue;
        expect(await ofEngine(loaded, world.relation(name), name), `${name} ${JSON.stringify(asked)}`).toEqual(
          ofOracle(company, name, oracle.records(name)),
        );
      }
      for (const name of derivedDatasets.keys()) {
        if (unmade.has(name)) continue;
        expect(await ofEngine(loaded, world.relation(name), name), `${name} ${JSON.stringify(asked)}`).toEqual(
          ofOracle(company, name, rowsOf(oracle, name)),
        );
      }
    }
  } finally {
    await loaded.close();
  }
};

/** Every entity and derived dataset of random companies, now and in other worlds, row by row as the oracle has them. */
describe.each(engineNames)('%s', (engine) => {
  test.each(themes.map((theme) => [theme.name, theme] as const))('%s: records and derived datasets are the oracle’s', async (_, theme) => {
    const asked = arbitraryCompany(theme).chain(({ company, center }) =>
      fc.record({
        company: fc.constant(company),
        asOf: fc.option(arbitraryDay(center)),
        knownAt: fc.option(arbitraryDay(center)),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, ({ company, ...dates }) => check(engine, theme, company, dates)),
      {
        numRuns: engine === 'duckdb' ? runs : Math.ceil(runs / 5),
        endOnFailure: true,
        ...(isLong ? { interruptAfterTimeLimit: 300_000 } : { seed }),
      },
    );
  });
});
