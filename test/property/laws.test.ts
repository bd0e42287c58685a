import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { all, isKnown } from '../../src/metrics/expression.ts';
import type { ConversionMetric, Metric, SimpleMetric } from '../../src/metrics/metric.ts';
import type { OracleQuery } from '../oracle/answer.ts';
import { arbitraryCompany } from './company.ts';
import { ask, askAll, type Database, open } from './engines.ts';
import { arbitraryConversion, arbitraryMetric, arbitrarySimple, arbitraryStock, kinds } from './metric.ts';
import { arbitraryQuery, dimensionsOf } from './query.ts';
import { describeQuestion } from './reduce.ts';
import { type Theme, themes } from './theme.ts';

const isLong = process.env.CUADRO_TEST_LONG === '1';
const seed = Number(process.env.CUADRO_SEED ?? (isLong ? Date.now() % 1_000_000 : 11));
const numRuns = isLong ? 60 : 3;

const close = (a: number | null | undefined, b: number | null | undefined): boolean => {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
};

interface Asked<M extends Metric> {
  readonly metric: M;
  readonly query: OracleQuery;
}

/** What must hold of every answer to a question about a metric of some sort. */
interface Law {
  readonly name: string;
  /** Questions that the law is tried on; null where the theme has no such metrics. */
  readonly asked: (theme: Theme, center: string) => fc.Arbitrary<Asked<Metric>> | null;
  readonly holds: (database: Database, asked: Asked<Metric>, theme: Theme) => Promise<void>;
}

const laws: Law[] = [];

function law(name: string, metrics: (theme: Theme) => fc.Arbitrary<Metric> | null, holds: Law['holds']): void {
  const asked: Law['asked'] = (theme, center) => {
    const arbitrary = metrics(theme);
    return arbitrary === null
      ? null
      : arbitrary.chain((metric) => arbitraryQuery(theme, metric, center).map((query) => ({ metric, query })));
  };
  laws.push({ name, asked, holds });
}

const cellsOf = async (database: Database, metric: Metric, query: OracleQuery) => (await ask(database, metric, query)).cells;
const plain = (query: OracleQuery): OracleQuery => ({ ...query, by: [] });

law(
  'the segments of a count or a sum add up to the whole',
  (theme) => arbitrarySimple(theme, ['count', 'sum']),
  async (database, { metric, query }, theme) => {
    const [dimension] = dimensionsOf(theme, metric);
    const by = (query.by ?? []).length > 0 ? query.by : dimension === undefined ? [] : [dimension];
    const parts = await cellsOf(database, metric, { ...query, by });
    for (const whole of await cellsOf(database, metric, plain(query))) {
      const own = parts.filter((part) => part.period.start === whole.period.start);
      const sum = own.reduce((total, part) => total + (part.value ?? 0), 0);
      expect(close(sum, whole.value ?? 0), `${whole.period.start}: ${sum} and ${whole.value}`).toBe(true);
      expect(own.reduce((total, part) => total + part.n, 0)).toBe(whole.n);
    }
  },
);

law(
  'no more convert than entered',
  (theme) =>
    arbitraryConversion(theme).map((metric): ConversionMetric => ({ ...metric, count: 'entities', weighting: 'entity', dated_by: 'base' })),
  async (database, { metric, query }) => {
    for (const cell of await cellsOf(database, metric, query)) {
      expect(cell.value ?? 0).toBeLessThanOrEqual(1);
      expect(cell.value ?? 0).toBeGreaterThanOrEqual(0);
    }
  },
);

law(
  'closing is opening and what came less what went',
  (theme) =>
    Object.keys(theme.spans).length === 0
      ? null
      : arbitraryStock(theme)
          .filter(({ span }) => span === undefined)
          .map(({ kind, dataset }) => ({ kind, dataset, aggregate: 'count', at: 'closing' })),
  async (database, { metric, query }) => {
    if (metric.kind !== 'stock') return;
    // Groups may change over a span's life, so only wholes; and only what is known.
    const complete: OracleQuery = {
      ...plain(query),
      where: [],
      periods: 'complete',
      grain: query.grain === 'total' ? 'month' : (query.grain ?? 'month'),
    };
    const flow = (at: string): SimpleMetric => ({
      kind: 'simple',
      dataset: metric.dataset,
      aggregate: 'count',
      at,
      where: all(isKnown('valid_from')),
    });
    const { cells } = await askAll(database, [metric, { ...metric, at: 'opening' }, flow('valid_from'), flow('valid_to')], complete);
    const of = (kpi: string) => cells.filter((cell) => cell.kpi === kpi).map((cell) => cell.value ?? 0);
    const [closing, opening, came, went] = ['m0', 'm1', 'm2', 'm3'].map(of);
    expect(closing).toEqual(opening?.map((value, index) => value + (came?.[index] ?? 0) - (went?.[index] ?? 0)));
  },
);

law(
  'a ratio is the ratio of its sums',
  (theme) => arbitraryMetric(theme, 'ratio'),
  async (database, { metric, query }) => {
    if (metric.kind !== 'ratio') return;
    const { cells } = await askAll(database, [metric, metric.numerator, metric.denominator], query);
    const keyOf = (cell: (typeof cells)[number]): string => JSON.stringify([cell.period.start, Object.entries(cell.group).sort()]);
    const of = (kpi: string) => new Map(cells.filter((cell) => cell.kpi === kpi).map((cell) => [keyOf(cell), cell.value]));
    const [tops, bottoms] = [of('m1'), of('m2')];
    for (const cell of cells.filter((one) => one.kpi === 'm0')) {
      const [top, bottom] = [tops.get(keyOf(cell)) ?? cell.numerator ?? null, bottoms.get(keyOf(cell)) ?? cell.denominator ?? null];
      expect(close(cell.numerator, top) && close(cell.denominator, bottom), keyOf(cell)).toBe(true);
      expect(close(cell.value, top === null || bottom === null || bottom === 0 ? null : top / bottom), keyOf(cell)).toBe(true);
    }
  },
);

law(
  'those who stayed and those who left were all there',
  (theme) => (theme.spans.customer_span ? arbitraryMetric(theme, 'retention') : null),
  async (database, { metric, query }) => {
    if (metric.kind !== 'retention') return;
    const mode = (one: typeof metric.mode): Metric => ({
      kind: 'retention',
      dataset: metric.dataset,
      entity: metric.entity,
      mode: one,
      weighting: 'entity',
    });
    const { cells } = await askAll(database, [mode('kept'), mode('lost'), mode('rate'), mode('lost_rate')], plain(query));
    const of = (kpi: string) => cells.filter((cell) => cell.kpi === kpi);
    for (const [index, kept] of of('m0').entries()) {
      const [lost, rate, lostRate] = ['m1', 'm2', 'm3'].map((kpi) => of(kpi)[index]);
      expect((kept.value ?? 0) + (lost?.value ?? 0)).toBe(rate?.denominator);
      if (rate?.value !== null) expect(close((rate?.value ?? 0) + (lostRate?.value ?? 0), 1)).toBe(true);
    }
  },
);

law(
  'metrics asked together answer as each alone',
  (theme) => fc.constantFrom(...kinds.flatMap((kind) => arbitraryMetric(theme, kind) ?? [])).chain((arbitrary) => arbitrary),
  async (database, { metric, query }, theme) => {
    const others = fc
      .sample(arbitrarySimple(theme), { numRuns: 3, seed })
      .filter((other) => (query.by ?? []).every((dimension) => dimensionsOf(theme, other).includes(dimension)));
    const where = (query.where ?? []).filter((condition) =>
      others.every((other) => dimensionsOf(theme, other).includes(condition.dimension)),
    );
    // One KPI's watermark must not move another's periods.
    const { cells, omitted } = await askAll(database, [metric, ...others], { ...query, where });
    for (const [index, one] of [metric, ...others].entries()) {
      const alone = await ask(database, one, { ...query, where });
      const rename = <T extends { kpi: string }>(items: readonly T[], kpi: string): T[] =>
        items.filter((item) => item.kpi === kpi).map((item) => ({ ...item, kpi: 'm0' }));
      expect(rename(cells, `m${index}`)).toEqual(alone.cells);
      expect(rename(omitted, `m${index}`)).toEqual(alone.omitted);
    }
  },
);

describe('laws of the engine', () => {
  for (const theme of themes) {
    test(
      `random companies: ${theme.name}`,
      async () => {
        const own = laws.filter(({ asked }) => asked(theme, '2024-01-01') !== null);
        const cases = arbitraryCompany(theme).chain(({ company, center }) =>
          fc
            .tuple(...own.flatMap(({ asked }) => asked(theme, center) ?? []).map((one) => fc.array(one, { minLength: 2, maxLength: 2 })))
            .map((questions) => ({ company, questions })),
        );
        await fc.assert(
          fc.asyncProperty(cases, async ({ company, questions }) => {
            // The engines are compared elsewhere.
            const database = await open('duckdb', company);
            try {
              for (const [index, { name, holds }] of own.entries()) {
                for (const asked of questions[index] ?? []) {
                  await holds(database, asked, theme).catch((error: unknown) => {
                    throw new Error(`${name}\n${describeQuestion({ company, query: asked.query }, asked.metric)}`, { cause: error });
                  });
                }
              }
            } finally {
              await database.close();
            }
          }),
          { numRuns, seed, endOnFailure: true },
        );
      },
      isLong ? 3_600_000 : 120_000,
    );
  }
});
