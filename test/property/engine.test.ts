import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Metric } from '../../src/metrics/metric.ts';
import { type EngineName, engineNames } from '../../src/warehouse/testing/engine.ts';
import { answer, type OracleQuery } from '../oracle/answer.ts';
import type { Company } from '../oracle/company.ts';
import { arbitraryCompany } from './company.ts';
import { differences } from './compare.ts';
import { ask, open } from './engines.ts';
import { arbitraryMetric, type Kind, kinds } from './metric.ts';
import { arbitraryDates, arbitraryQuery } from './query.ts';
import { describeQuestion, reduce } from './reduce.ts';
import { type Theme, themes } from './theme.ts';

/** More companies with `npm run test:long`; `CUADRO_SEED` repeats or varies a run. */
const isLong = process.env.CUADRO_TEST_LONG === '1';
const runs = isLong ? 60 : 2;
const seed = Number(process.env.CUADRO_SEED ?? (isLong ? Date.now() % 1_000_000 : 20_261_121));
const questionsEach = 2;

interface Asked {
  readonly kind: Kind;
  readonly metric: Metric;
  readonly query: OracleQuery;
}

/** A company of a theme with questions of every kind that the theme has. */
function arbitraryCase(theme: Theme): fc.Arbitrary<{ company: Company; asked: readonly Asked[] }> {
  const setting = arbitraryCompany(theme).chain((made) => arbitraryDates(made.center).map((dates) => ({ ...made, dates })));
  return setting.chain(({ company, center, dates }) => {
    const questions = kinds.flatMap((kind) => {
      const metric = arbitraryMetric(theme, kind);
      if (metric === null) return [];
      const question = metric.chain((one) => arbitraryQuery(theme, one, center, dates).map((query) => ({ kind, metric: one, query })));
      return Array.from({ length: questionsEach }, () => question);
    });
    return fc.tuple(...questions).map((asked) => ({ company, asked }));
  });
}

/** What an engine answers otherwise than the oracle; an error of the engine is a difference too. */
async function judge(name: EngineName, company: Company, asked: readonly Asked[]): Promise<{ one: Asked; found: string[] }[]> {
  const loaded = await open(name, company);
  try {
    const bad: { one: Asked; found: string[] }[] = [];
    for (const one of asked) {
      const expected = answer(company, one.metric, one.query);
      const found = await ask(loaded, one.metric, one.query).then(
        (given) => differences(given, expected),
        (error: unknown) => [`error: ${String(error)}`],
      );
      if (found.length > 0) bad.push({ one, found });
    }
    return bad;
  } finally {
    await loaded.close();
  }
}

/** The first difference with its company made small, as a worked example to paste. */
async function tell(name: EngineName, company: Company, { kind, metric, query }: Asked): Promise<string> {
  const failing = async (question: { company: Company; query: OracleQuery }): Promise<string[]> => {
    const [first] = await judge(name, question.company, [{ kind, metric, query: question.query }]);
    return first?.found ?? [];
  };
  const small = await reduce({ company, query }, async (question) => (await failing(question).catch(() => [])).length > 0);
  const found = await failing(small);
  return `${name} differs from the oracle on a ${kind}:\n${found.slice(0, 5).join('\n')}\n${describeQuestion(small, metric)}`;
}

describe('the engine answers as the oracle does', () => {
  for (const theme of themes) {
    test(
      `random companies: ${theme.name}`,
      async () => {
        let told = 0;
        await fc.assert(
          fc.asyncProperty(arbitraryCase(theme), async ({ company, asked }) => {
            told += asked
              .map((one) => answer(company, one.metric, one.query).cells.filter((cell) => cell.n > 0).length)
              .reduce((a, b) => a + b, 0);
            for (const name of engineNames) {
              const [bad] = await judge(name, company, asked);
              if (bad) throw new Error(await tell(name, company, bad.one));
            }
          }),
          // Our own `reduce` shrinks: fast-check's way needs too many companies.
          { numRuns: runs, seed: seed + themes.indexOf(theme), endOnFailure: true },
        );
        // A test of nothing passes too.
        expect(told).toBeGreaterThan(0);
      },
      isLong ? 3_600_000 : 180_000,
    );
  }
});
