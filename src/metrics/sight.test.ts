import { describe, expect, test } from 'vitest';
import { duckdbDialect } from '../warehouse/duckdb/dialect.ts';
import type { Asked } from './asked.ts';
import { count, ratio, sumMoney } from './build.ts';
import { answer, type Engine } from './engine.ts';
import type { Metric } from './metric.ts';
import type { SqlRow } from './plan/scan.ts';
import { type QueryInput, querySchema } from './query.ts';
import { reasons } from './result/reasons.ts';
import type { Sight } from './sight.ts';
import { openSight, testCatalog } from './testing/catalog.ts';

const leads = count('lead', { at: 'created_at' });
const worth = sumMoney('opportunity', 'amount', { at: 'closed_at' });

async function told(
  sight: Partial<Sight>,
  rows: readonly SqlRow[][],
  metric: Metric = leads,
  more: Partial<QueryInput> = {},
  unit?: string,
) {
  const asked: Asked = { kpi: 'k', variant: 'default', version: '1.a', metric, missing: [], minimumSample: 0, ...(unit ? { unit } : {}) };
  let next = 0;
  const engine: Engine = {
    dialect: duckdbDialect,
    catalog: testCatalog({ sight: { ...openSight, ...sight } }),
    run: async () => rows[next++] ?? [],
  };
  const query = querySchema.parse({ kpis: ['k'], from: '2024-01-01', to: '2024-01-31', ...more });
  return { cells: (await answer(query, [asked], engine)).cells, asked: next };
}

describe('small groups', () => {
  const bySource = (...sizes: readonly (readonly [string, number])[]): SqlRow[] => sizes.map(([g1, a1]) => ({ period: 0, g1, a1 }));
  const north = bySource(['este', 3], ['norte', 40], ['sur', 12]);

  test('are left out, with the next smallest, where the KPI has a least size', async () => {
    const { cells } = await told({ smallest: () => 5 }, [north], leads, { by: ['source'] });
    expect(cells.map(({ group, value, reasons: why, detail }) => [group.source, value, why, detail])).toEqual([
      ['este', null, [reasons.smallGroup], null],
      ['norte', 40, [], null],
      ['sur', null, [reasons.smallGroup], null],
    ]);
  });

  test('are shown where it has none, or where all are large enough', async () => {
    for (const smallest of [null, 3]) {
      const { cells } = await told({ smallest: () => smallest }, [north], leads, { by: ['source'] });
      expect(cells.map(({ value }) => value)).toEqual([3, 40, 12]);
    }
  });

  test('of the period before are not told by the change since', async () => {
    const compare = { compare: 'previous' as const, by: ['source'] };
    const before = (size: number) => [north, bySource(['este', size], ['norte', 20], ['sur', 15])];
    const east = async (size: number, below: number | null) =>
      (await told({ smallest: () => below }, before(size), leads, compare)).cells.find(({ group }) => group.source === 'norte')?.comparison;
    expect(await east(9, 5)).toMatchObject({ value: 20, change: 20, relative: 1 });
    const changes = async (size: number, below: number | null) =>
      (await told({ smallest: () => below }, [bySource(['este', 8]), bySource(['este', size])], leads, compare)).cells[0]?.comparison;
    expect(await changes(4, 5)).toMatchObject({ value: null, change: null, relative: null });
    expect(await changes(5, 5)).toMatchObject({ value: 5, change: 3 });
    expect(await changes(4, null)).toMatchObject({ value: 4, change: 4 });
    // Nobody was there: that is nobody's figure.
    expect(await changes(0, 5)).toMatchObject({ value: 0, change: 8 });
  });
});

describe('what a function of figures tells beside its value', () => {
  const split = (metric: Metric): Metric => ({
    kind: 'computed',
    inputs: { of: metric },
    compute: ({ cells }) => ({
      value: cells.of?.value ?? null,
      numerator: 1,
      denominator: 2,
      n: cells.of?.n ?? 0,
      detail: { best: 'Ana' },
    }),
  });

  test('goes for all groups as soon as one is too small: it might be told by it', async () => {
    const rows: SqlRow[] = [
      { period: 0, g1: 'este', a1: 3 },
      { period: 0, g1: 'norte', a1: 40 },
      { period: 0, g1: 'oeste', a1: 30 },
      { period: 0, g1: 'sur', a1: 12 },
    ];
    const details = async (below: number) =>
      (await told({ smallest: () => below }, [rows], split(leads), { by: ['source'] })).cells.map(({ detail }) => detail);
    expect(await details(3)).toEqual(new Array(4).fill({ best: 'Ana' }));
    expect(await details(5)).toEqual(new Array(4).fill(null));
  });

  test('and with its parts, where it is worked out of amounts that are hidden', async () => {
    const of = async (amounts: 'hidden' | 'shown', unit?: string) => {
      const rows = [[{ period: 0, a1: 50, a2: 2, a3: 2, a4: 2 }]];
      const [cell] = (await told({ amounts }, rows, split(worth), {}, unit)).cells;
      return cell && [cell.state, cell.detail, cell.numerator];
    };
    expect(await of('shown', 'ratio')).toEqual(['ok', { best: 'Ana' }, 1]);
    expect(await of('hidden', 'ratio')).toEqual(['ok', null, undefined]);
    expect((await of('hidden'))?.[0]).toBe('unavailable');
  });
});

describe('amounts that are hidden', () => {
  const rows: SqlRow[][] = [[{ period: 0, a1: 50, a2: 2, a3: 2, a4: 2 }], [{ period: 0, a1: 100, a2: 4, a3: 4, a4: 4 }]];

  test('a KPI of amounts is not asked for, for lack of rights', async () => {
    const { cells, asked } = await told({ amounts: 'hidden' }, rows, worth);
    expect(cells).toMatchObject([{ value: null, state: 'unavailable', reasons: [reasons.noRights] }]);
    expect(asked).toBe(0);
    expect((await told({ amounts: 'shown' }, rows, worth)).cells[0]?.state).not.toBe('unavailable');
  });

  test('a KPI that may not be seen says nothing of its dimensions either', async () => {
    const { cells } = await told({ amounts: 'hidden' }, rows, worth, { by: ['colour'] });
    expect(cells).toMatchObject([{ state: 'unavailable', reasons: [reasons.noRights], group: { colour: null } }]);
  });

  test('nobody filters or groups by them', async () => {
    const asking = async (more: Partial<QueryInput>, sight: Partial<Sight> = { amounts: 'hidden' }) =>
      told(sight, [[]], count('opportunity', { at: 'closed_at' }), more).then(
        () => 'answered',
        ({ code, where, found }) => [code, where, found],
      );
    const dear = { where: [{ dimension: 'amount', op: '>=' as const, value: '1000' }] };
    expect(await asking(dear)).toEqual(['field_hidden', '--where', 'amount']);
    expect(await asking({ by: ['amount'] })).toEqual(['field_hidden', '--by', 'amount']);
    expect(await asking({ by: ['account.credit_limit'] })).toEqual(['field_hidden', '--by', 'account.credit_limit']);
    expect(await asking(dear, {})).toBe('answered');
    expect(await asking({ by: ['amount'] }, {})).toBe('answered');
    expect(await asking({ where: [{ dimension: 'stage', op: '=', value: 'demo' }] })).toBe('answered');
  });

  test('what is not there is said before what may not be seen', async () => {
    const asked: Asked = { kpi: 'k', variant: 'default', version: '1.a', metric: worth, missing: ['opportunity.amount'], minimumSample: 0 };
    const engine: Engine = {
      dialect: duckdbDialect,
      catalog: testCatalog({ sight: { ...openSight, amounts: 'hidden' } }),
      run: async () => [],
    };
    const { cells } = await answer(querySchema.parse({ kpis: ['k'], from: '2024-01-01', to: '2024-01-31' }), [asked], engine);
    expect(cells).toMatchObject([{ state: 'unavailable', reasons: ['opportunity.amount'] }]);
  });

  test('a share of amounts is told without its parts, a share of counts with them', async () => {
    const parts = async (metric: Metric, amounts: 'hidden' | 'shown') => {
      const [cell] = (await told({ amounts }, rows, metric)).cells;
      return cell && [cell.state !== 'unavailable', 'numerator' in cell, 'denominator' in cell];
    };
    const share = ratio(worth, sumMoney('opportunity', 'amount', { at: 'created_at' }));
    expect(await parts(share, 'hidden')).toEqual([true, false, false]);
    expect(await parts(share, 'shown')).toEqual([true, true, true]);
    const counts = ratio(count('opportunity', { at: 'closed_at' }), leads);
    expect(await parts(counts, 'hidden')).toEqual([true, true, true]);
  });
});

describe('personal data', () => {
  const personal = {
    isHidden: (dataset: string, column: string) => dataset === 'user' && column === 'name',
    pseudonym: (column: string, value: string) => `${column}-${value.length}`,
  };
  const rows = (): SqlRow[][] => [
    [
      { period: 0, g1: 'Ana', a1: 3 },
      { period: 0, g1: null, a1: 1 },
    ],
  ];

  test('stand as pseudonyms, and who is unknown stays so', async () => {
    const { cells } = await told({ personal }, rows(), leads, { by: ['owner.name'] });
    expect(cells.map(({ group, value }) => [group['owner.name'], value])).toEqual([
      [expect.stringMatching(/-3$/), 3],
      [null, 1],
    ]);
  });

  test('what is not personal stays, and so does all for whoever may see it', async () => {
    expect((await told({ personal }, rows(), leads, { by: ['source'] })).cells[0]?.group).toEqual({ source: 'Ana' });
    expect((await told({}, rows(), leads, { by: ['owner.name'] })).cells[0]?.group).toEqual({ 'owner.name': 'Ana' });
  });
});
