import { describe, expect, test } from 'vitest';
import type { CuadroError } from '../model/error.ts';
import { duckdbDialect } from '../warehouse/duckdb/dialect.ts';
import type { Asked } from './asked.ts';
import { average, count, openCount, proportion } from './build.ts';
import type { Catalog } from './catalog.ts';
import { answer, type Engine, explainSql, rangeOf, watermarkOf } from './engine.ts';
import { is } from './expression.ts';
import type { Metric } from './metric.ts';
import type { SqlRow } from './plan/scan.ts';
import { type QueryInput, querySchema } from './query.ts';
import { testCatalog } from './testing/catalog.ts';

const leads = count('lead', { at: 'created_at' });
const asked = (metric: Metric, more: Partial<Asked> = {}): Asked => ({
  kpi: 'leads',
  variant: 'default',
  version: '1.a',
  metric,
  missing: [],
  minimumSample: 0,
  ...more,
});
const query = (more: Partial<QueryInput> = {}) => querySchema.parse({ kpis: ['leads'], from: '2024-01-01', to: '2024-03-31', ...more });

/** An engine that answers its statements in turn. */
function engineOf(answers: readonly (readonly SqlRow[])[], facts: Parameters<typeof testCatalog>[0] = {}, together = 1) {
  const statements: string[] = [];
  const engine: Engine = {
    dialect: duckdbDialect,
    catalog: testCatalog(facts),
    together,
    run: async (sql) => answers[statements.push(sql) - 1] ?? [],
  };
  return { engine, statements };
}

const through = (day: string): Partial<Catalog> => ({ watermark: () => ({ instant: `${day}T22:59:59Z`, lastCompleteDay: day }) });
const range = (start: string, end: string) => ({ start, end });

async function errorOf(promise: Promise<unknown>): Promise<CuadroError> {
  return promise.then(
    () => {
      throw new Error('no error');
    },
    (error) => error,
  );
}

describe('a cell for each KPI, period and group', () => {
  test('every period has one, whether or not a row was there', async () => {
    const { engine } = engineOf([[{ period: 1, a1: 3 }]]);
    const { cells, range: asking, omitted } = await answer(query(), [asked(leads)], engine);
    expect(cells.map(({ period, value, n, state }) => [period.start, period.end, value, n, state])).toEqual([
      ['2024-01-01', '2024-01-31', 0, 0, 'zero'],
      ['2024-02-01', '2024-02-29', 3, 3, 'ok'],
      ['2024-03-01', '2024-03-31', 0, 0, 'zero'],
    ]);
    expect(cells[0]).toMatchObject({ kpi: 'leads', variant: 'default', version: '1.a', group: {}, watermark: '2024-12-31T22:59:59Z' });
    expect(asking).toEqual(range('2024-01-01', '2024-03-31'));
    expect(omitted).toEqual([]);
  });

  test('groups in order of their names, the unknown one last, each in every period', async () => {
    const rows = [
      { period: 0, g1: null, a1: 1 },
      { period: 0, g1: 'Web', a1: 2 },
      { period: 1, g1: 'Feria', a1: 3 },
    ];
    const { engine } = engineOf([rows]);
    const { cells } = await answer(query({ by: ['source'], to: '2024-02-29' }), [asked(leads)], engine);
    expect(cells.map(({ period, group, value }) => [period.start, group.source, value])).toEqual([
      ['2024-01-01', 'Feria', 0],
      ['2024-01-01', 'Web', 2],
      ['2024-01-01', null, 1],
      ['2024-02-01', 'Feria', 3],
      ['2024-02-01', 'Web', 0],
      ['2024-02-01', null, 0],
    ]);
  });

  test('a period that is not over is left out and said, or given as partial', async () => {
    const march = [{ period: 2, a1: 4 }];
    const complete = await answer(query(), [asked(leads)], engineOf([march], through('2024-03-15')).engine);
    expect(complete.cells.map(({ period }) => period.start)).toEqual(['2024-01-01', '2024-02-01']);
    expect(complete.omitted).toEqual([
      { kpi: 'leads', period: range('2024-03-01', '2024-03-31'), reason: 'incomplete', watermark: '2024-03-15T22:59:59Z' },
    ]);
    const partial = await answer(query({ periods: 'partial' }), [asked(leads)], engineOf([march], through('2024-03-15')).engine);
    expect(partial.cells[2]).toMatchObject({ value: 4, state: 'partial', reasons: ['partial'] });
    expect(partial.cells[1]).toMatchObject({ value: 0, state: 'zero', reasons: [] });
    expect(partial.omitted).toEqual([]);
  });

  test('the last day known is over', async () => {
    const { cells } = await answer(query(), [asked(leads)], engineOf([[]], through('2024-03-31')).engine);
    expect(cells).toHaveLength(3);
  });

  test('without a watermark no period is known to be over', async () => {
    const { cells, omitted } = await answer(query(), [asked(leads)], engineOf([[]], { watermark: () => null }).engine);
    expect(cells).toEqual([]);
    expect(omitted.map(({ watermark }) => watermark)).toEqual([null, null, null]);
  });

  test('a stock over all of a range is that of the last day known, so it is never running', async () => {
    const stock = openCount('opportunity_span', { where: is('status', 'open') });
    const total = query({ grain: 'total', to: '2024-06-30' });
    const { cells } = await answer(total, [asked(stock)], engineOf([[]], through('2024-03-15')).engine);
    expect(cells).toHaveLength(1);
    const flow = await answer(total, [asked(leads)], engineOf([[]], through('2024-03-15')).engine);
    expect(flow.cells).toEqual([]);
    // Without a last day known there is none.
    const unknown = await answer(total, [asked(stock)], engineOf([[]], { watermark: () => null }).engine);
    expect(unknown.cells).toEqual([]);
    expect(unknown.omitted).toHaveLength(1);
  });

  test('a KPI whose data are not there is unavailable in each period, and nothing is asked for it', async () => {
    const { engine, statements } = engineOf([[]]);
    const given = query({ by: ['source'], to: '2024-02-29' });
    const { cells } = await answer(given, [asked(leads, { missing: ['lead.created_at'] })], engine);
    expect(cells).toHaveLength(2);
    expect(cells[1]).toEqual({
      kpi: 'leads',
      variant: 'default',
      version: '1.a',
      period: range('2024-02-01', '2024-02-29'),
      group: { source: null },
      value: null,
      n: 0,
      state: 'unavailable',
      coverage: 0,
      watermark: null,
      reasons: ['lead.created_at'],
      detail: null,
    });
    expect(statements).toEqual([]);
  });

  test('without a range, and nothing to tell one by, nothing is asked or answered', async () => {
    const { engine, statements } = engineOf([[]], { watermark: () => null });
    const open = query({ from: undefined, to: undefined, compare: 'previous' });
    expect(await answer(open, [asked(leads)], engine)).toEqual({ range: null, cells: [], omitted: [] });
    expect(explainSql(open, [asked(leads)], engine)).toEqual([]);
    expect(statements).toEqual([]);
  });

  test('a KPI without its data does not say how far those of others reach', async () => {
    const reach: Partial<Catalog> = {
      watermark: (entity) => {
        const day = entity === 'lead' ? '2023-03-15' : '2024-03-15';
        return { instant: `${day}T22:59:59Z`, lastCompleteDay: day };
      },
    };
    const both = [asked(leads, { missing: ['lead.created_at'] }), asked(count('ticket', { at: 'opened_at' }), { kpi: 'tickets' })];
    const open = query({ from: undefined, to: undefined });
    expect((await answer(open, both, engineOf([[]], reach).engine)).range).toEqual(range('2023-03-01', '2024-02-29'));
    expect((await answer(open, [asked(leads)], engineOf([[]], reach).engine)).range).toEqual(range('2022-03-01', '2023-02-28'));
  });

  test('few cases are said', async () => {
    const rows = [
      { period: 0, a1: 9 },
      { period: 1, a1: 10 },
    ];
    const { cells } = await answer(query(), [asked(leads, { minimumSample: 10 })], engineOf([rows]).engine);
    expect(cells.map(({ reasons }) => reasons)).toEqual([['small_sample'], [], []]);
  });

  test('a rate says its parts; a mean without rows has no value', async () => {
    const rate = proportion('opportunity', { at: 'closed_at', part: is('status', 'won') });
    const { engine, statements } = engineOf([[{ period: 0, a1: 2, a2: 4 }]]);
    const { cells } = await answer(query(), [asked(rate)], engine);
    expect(statements).toHaveLength(1);
    const [first, second] = cells;
    expect([first?.numerator, first?.denominator, first?.value, first?.n].sort()).toEqual([0.5, 2, 4, 4]);
    expect(first?.ci).toHaveLength(2);
    expect(second).toMatchObject({ value: null, numerator: 0, denominator: 0, state: 'no_data', reasons: ['denominator_zero'] });
    const mean = average('survey_response', { op: 'field', path: 'score' }, { at: 'responded_at' });
    const { cells: means } = await answer(query({ grain: 'total' }), [asked(mean)], engineOf([[]]).engine);
    expect(means[0]).toMatchObject({ value: null, n: 0, state: 'no_data' });
  });

  test('several statements at once give the same', async () => {
    const metrics = [asked(leads), asked(count('ticket', { at: 'opened_at' }), { kpi: 'tickets' })];
    const { engine } = engineOf([[{ period: 0, a1: 1 }], [{ period: 0, a1: 2 }]], {}, 2);
    const { cells } = await answer(query({ to: '2024-01-31' }), metrics, engine);
    expect(cells.map(({ kpi, value }) => [kpi, value])).toEqual([
      ['leads', 1],
      ['tickets', 2],
    ]);
  });

  test('a database that fails fails the question, and no further statement is run', async () => {
    const run: string[] = [];
    const engine: Engine = {
      dialect: duckdbDialect,
      catalog: testCatalog(),
      run: async (sql) => {
        run.push(sql);
        throw new Error('out of memory');
      },
    };
    const error = await errorOf(answer(query(), [asked(leads), asked(count('ticket', { at: 'opened_at' }))], engine));
    expect(error.message).toBe('out of memory');
    expect(run).toHaveLength(1);
  });
});

describe('comparison', () => {
  const compared = async (more: Partial<QueryInput>, answers: readonly (readonly SqlRow[])[], day = '2024-12-31') => {
    const { cells } = await answer(query(more), [asked(leads)], engineOf(answers, through(day)).engine);
    return cells.map(({ comparison }) => comparison);
  };

  test('with the period before', async () => {
    const rows = [[{ period: 0, a1: 6 }], [{ period: 0, a1: 4 }]];
    expect(await compared({ compare: 'previous', to: '2024-01-31' }, rows)).toEqual([
      { period: range('2023-12-01', '2023-12-31'), value: 4, change: 2, relative: 0.5 },
    ]);
  });

  test('with the year before; of nothing there is no share', async () => {
    expect(await compared({ compare: 'year', to: '2024-01-31' }, [[{ period: 0, a1: 6 }], []])).toEqual([
      { period: range('2023-01-01', '2023-01-31'), value: 0, change: 6, relative: null },
    ]);
  });

  test('with a range of one’s own, period by period; the last stands for those beyond it', async () => {
    const rows = [
      [],
      [
        { period: 0, a1: 1 },
        { period: 1, a1: 2 },
      ],
    ];
    const found = await compared({ compare: { from: '2022-01-01', to: '2022-02-28' } }, rows);
    expect(found.map((one) => one?.period.start)).toEqual(['2022-01-01', '2022-02-01', '2022-02-01']);
    expect(found.map((one) => one?.value)).toEqual([1, 2, 0]);
    expect(found[0]).toMatchObject({ change: -1, relative: -1 });
  });

  test('a running period with as many days of the one before, unless the full one is asked for', async () => {
    const running = { compare: 'previous', periods: 'partial', from: '2024-03-01' } as const;
    expect((await compared(running, [], '2024-03-10')).map((one) => one?.period)).toEqual([range('2024-02-01', '2024-02-10')]);
    expect((await compared({ ...running, align: 'full' }, [], '2024-03-10')).map((one) => one?.period)).toEqual([
      range('2024-02-01', '2024-02-29'),
    ]);
    // One that has not begun, and one that is over, are whole.
    expect((await compared(running, [], '2024-02-20')).map((one) => one?.period)).toEqual([range('2024-02-01', '2024-02-29')]);
    expect((await compared(running, [], '2024-03-31')).map((one) => one?.period)).toEqual([range('2024-02-01', '2024-02-29')]);
    expect((await compared(running, [], '2024-03-01')).map((one) => one?.period)).toEqual([range('2024-02-01', '2024-02-01')]);
  });

  test('a group that was only there before is told too', async () => {
    const rows = [[{ period: 0, g1: 'Web', a1: 1 }], [{ period: 0, g1: 'Feria', a1: 5 }]];
    const { cells } = await answer(query({ compare: 'previous', by: ['source'], to: '2024-01-31' }), [asked(leads)], engineOf(rows).engine);
    expect(cells.map(({ group, value, comparison }) => [group.source, value, comparison?.value])).toEqual([
      ['Feria', 0, 5],
      ['Web', 1, 0],
    ]);
  });

  test('a range of one’s own of one period stands for all', async () => {
    const found = await compared({ compare: { from: '2022-01-01', to: '2022-01-31' } }, [[], []]);
    expect(found.map((one) => one?.period.start)).toEqual(['2022-01-01', '2022-01-01', '2022-01-01']);
    const three = await compared({ compare: { from: '2022-01-01', to: '2022-03-31' }, from: '2023-09-01' }, [[], []]);
    expect(three.map((one) => one?.period.start)).toEqual(['01', '02', '03', '03', '03', '03', '03'].map((month) => `2022-${month}-01`));
  });

  test('none unless asked', async () => {
    expect(await compared({ to: '2024-01-31' }, [[]])).toEqual([undefined]);
  });
});

describe('what cannot be asked', () => {
  test('a dimension that the KPI does not reach, with those it does', async () => {
    const error = await errorOf(answer(query({ by: ['colour'] }), [asked(leads)], engineOf([]).engine));
    expect(error).toMatchObject({ code: 'unknown_dimension', where: 'leads', found: 'colour' });
    expect(error.expected?.split(', ')).toContain('source');
    const filter = await errorOf(
      answer(query({ where: [{ dimension: 'colour', op: '=', value: 'red' }] }), [asked(leads)], engineOf([]).engine),
    );
    expect(filter).toMatchObject({ code: 'unknown_dimension', where: 'leads' });
  });

  test('without its data a KPI may have any column of their own, and no other', async () => {
    const without = [asked(leads, { missing: ['lead.created_at'] })];
    expect((await answer(query({ by: ['custom.colour'] }), without, engineOf([]).engine)).cells).toHaveLength(3);
    expect(await errorOf(answer(query({ by: ['colour'] }), without, engineOf([]).engine))).toMatchObject({ code: 'unknown_dimension' });
    expect(await errorOf(answer(query({ by: ['custom.colour'] }), [asked(leads)], engineOf([]).engine))).toMatchObject({
      code: 'unknown_dimension',
      where: 'leads',
    });
  });

  test('nor of its panels, which have periods of their own', async () => {
    const ranked: Metric = {
      kind: 'computed',
      inputs: {},
      panels: { people: { metric: leads, by: ['owner'], grain: 'year', back: 1 } },
      compute: () => ({ value: 1 }),
    };
    const where = [{ dimension: 'colour', op: '=' as const, value: 'red' }];
    expect(await errorOf(answer(query({ where }), [asked(ranked)], engineOf([]).engine))).toMatchObject({
      code: 'unknown_dimension',
      where: 'leads',
    });
  });

  test('more days than anyone reads', async () => {
    // 4000 days from 2010-01-01 end on 2020-12-13.
    const days = (to: string) => answer(query({ grain: 'day', from: '2010-01-01', to }), [asked(leads)], engineOf([[]]).engine);
    expect((await days('2020-12-13')).cells).toHaveLength(4000);
    expect(await errorOf(days('2020-12-14'))).toMatchObject({
      code: 'too_many_periods',
      where: '--grain',
      found: '4001',
      params: { limit: 4000 },
    });
    const months = await answer(query({ from: '2000-01-01', to: '2020-12-31' }), [asked(leads)], engineOf([[]]).engine);
    expect(months.cells).toHaveLength(252);
  });
});

describe('rangeOf', () => {
  const known = (day: string) => ({ instant: `${day}T22:59:59Z`, lastCompleteDay: day });
  const of = (from: string | undefined, to: string | undefined, ...days: string[]) =>
    rangeOf({ ...query(), from, to }, [null, ...days.map(known)]);

  test('both ends as given; the other way round is an error', () => {
    expect(of('2024-01-05', '2024-02-06')).toEqual(range('2024-01-05', '2024-02-06'));
    expect(of('2024-01-05', '2024-01-05')).toEqual(range('2024-01-05', '2024-01-05'));
    expect(() => of('2024-02-06', '2024-01-05')).toThrowError(
      expect.objectContaining({ code: 'range_reversed', where: '--from', found: '2024-02-06 … 2024-01-05' }),
    );
  });

  test('without ends the twelve whole months before the earliest watermark', () => {
    expect(of(undefined, undefined, '2024-05-20', '2024-03-15')).toEqual(range('2023-03-01', '2024-02-29'));
    expect(of(undefined, undefined, '2024-03-15', '2024-05-20')).toEqual(range('2023-03-01', '2024-02-29'));
    expect(of(undefined, undefined)).toBeNull();
    expect(of('2024-01-01', undefined)).toBeNull();
  });

  test('with one end, the other is twelve months away or the watermark', () => {
    expect(of(undefined, '2023-08-31', '2024-03-15')).toEqual(range('2022-09-01', '2023-08-31'));
    expect(of('2023-10-01', undefined, '2024-03-15')).toEqual(range('2023-10-01', '2024-02-29'));
    expect(of('2024-03-05', undefined, '2024-03-15')).toEqual(range('2024-03-05', '2024-03-15'));
    expect(of('2024-04-01', undefined, '2024-03-15')).toEqual(range('2024-04-01', '2024-04-01'));
    // The last day of the last whole month is within it.
    expect(of('2024-02-29', undefined, '2024-03-15')).toEqual(range('2024-02-29', '2024-02-29'));
  });
});

test('the watermark is the earliest of the entities whose times are read', () => {
  const at = (instants: Readonly<Record<string, string>>) =>
    testCatalog({ watermark: (entity) => (instants[entity] ? { instant: instants[entity], lastCompleteDay: '2024-01-01' } : null) });
  const both: Metric = {
    kind: 'ratio',
    of: 'amounts',
    numerator: leads,
    denominator: count('ticket', { at: 'opened_at' }),
  };
  const [early, late] = ['2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z'];
  expect(watermarkOf(both, at({ lead: early, ticket: late }))?.instant).toBe(early);
  expect(watermarkOf(both, at({ lead: late, ticket: early }))?.instant).toBe(early);
  expect(watermarkOf(both, at({ lead: late, order: early }))?.instant).toBe(late);
  expect(watermarkOf(both, at({}))).toBeNull();
});
