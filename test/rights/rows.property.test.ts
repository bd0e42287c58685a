import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer as ask } from '../../src/metrics/engine.ts';
import { isBeyond } from '../../src/metrics/plan/limit.ts';
import { readingsOf } from '../../src/metrics/plan/metrics-within.ts';
import { querySchema } from '../../src/metrics/query.ts';
import type { Sight } from '../../src/metrics/sight.ts';
import { engineNames } from '../../src/warehouse/testing/engine.ts';
import { answer } from '../oracle/answer.ts';
import { onlySource } from '../oracle/company.ts';
import { rowsOf } from '../oracle/derive.ts';
import { World } from '../oracle/world.ts';
import { arbitraryCompany } from '../property/company.ts';
import { differences } from '../property/compare.ts';
import { open } from '../property/engines.ts';
import { arbitraryMetric, kinds } from '../property/metric.ts';
import { arbitraryDates, arbitraryQuery } from '../property/query.ts';
import { type Theme, themes } from '../property/theme.ts';
import { ownersOf, seenBy } from './owners.ts';

/** More companies with `npm run test:long`; `CUADRO_SEED` repeats or varies a run. */
const isLong = process.env.CUADRO_TEST_LONG === '1';
const runs = isLong ? 25 : 1;
const seed = Number(process.env.CUADRO_SEED ?? (isLong ? Date.now() % 1_000_000 : 4_001));

/** ClickHouse takes part in the long run; that it can be asked so at all is tried in `limit.test.ts`. */
const engines = isLong ? engineNames : (['duckdb'] as const);
const questionsEach = 3;

const sets = [['user1'], ['user1', 'user2'], ['user2', 'user3'], ['user3', 'user1', 'nobody'], []] as const;

const arbitraryCase = (theme: Theme) =>
  arbitraryCompany(theme)
    .chain((made) => arbitraryDates(made.center).map((dates) => ({ ...made, dates })))
    .chain(({ company, center, dates }) => {
      const questions = kinds.flatMap((kind) => {
        const metric = arbitraryMetric(theme, kind);
        if (metric === null) return [];
        const question = metric.chain((one) =>
          fc.tuple(fc.constant(one), arbitraryQuery(theme, one, center, dates), fc.constantFrom(...sets)),
        );
        return Array.from({ length: questionsEach }, () => question);
      });
      return fc.tuple(...questions).map((asked) => ({ company, asked }));
    });

const sightOf = (users: readonly string[]): Sight => ({
  rows: { kind: 'users', users: users.map((id) => ({ source: onlySource, id })), receivables: true },
  opensTotals: false,
  personal: null,
  amounts: 'shown',
  isSafe: () => false,
  smallest: () => null,
});

describe('who sees some rows is answered as if the others were not there', () => {
  for (const theme of themes) {
    test(
      `random companies: ${theme.name}`,
      async () => {
        let told = 0;
        let refused = 0;
        await fc.assert(
          fc.asyncProperty(arbitraryCase(theme), async ({ company, asked }) => {
            for (const name of engines) {
              const database = await open(name, company);
              try {
                for (const [metric, input, users] of asked) {
                  const query = querySchema.parse({ ...input, kpis: ['m'] });
                  const { catalog, dialect } = await database.loaded.world({ asOf: query.asOf ?? null, knownAt: query.knownAt ?? null });
                  const limited = { ...catalog, sight: sightOf(users) };
                  const one = { kpi: 'm', variant: 'default', version: '', metric, missing: [], minimumSample: 0 };
                  const given = await ask(query, [one], { dialect, catalog: limited, run: (sql) => database.loaded.query(sql) });
                  const beyond = readingsOf(metric).filter(({ dataset }) => isBeyond(dataset, limited));
                  if (beyond.length > 0) {
                    refused += 1;
                    expect(given.cells.every(({ state, reasons }) => state === 'unavailable' && reasons.join() === 'no_rights')).toBe(true);
                    // Nothing that belongs to somebody is kept from all.
                    const world = new World(company, { asOf: query.asOf, knownAt: query.knownAt });
                    for (const { dataset } of beyond) {
                      for (const row of rowsOf(world, dataset)) expect(ownersOf(world, dataset, row)).toEqual([]);
                    }
                    continue;
                  }
                  const expected = answer(company, metric, input, seenBy(new Set(users.map((id) => `${onlySource} ${id}`))));
                  told += expected.cells.filter((cell) => cell.n > 0).length;
                  const found = differences(given, expected);
                  if (found.length > 0) {
                    throw new Error(
                      `${name}, ${users.join('+') || 'nobody'}: ${found.slice(0, 4).join('\n')}\n${JSON.stringify({ metric, input })}`,
                    );
                  }
                }
              } finally {
                await database.close();
              }
            }
          }),
          { numRuns: runs, seed: seed + themes.indexOf(theme), endOnFailure: true },
        );
        // A test of nothing passes too.
        expect(told + refused).toBeGreaterThan(0);
      },
      isLong ? 3_600_000 : 180_000,
    );
  }
});
