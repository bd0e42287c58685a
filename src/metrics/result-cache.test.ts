import { describe, expect, test } from 'vitest';
import type { Change, Scan, SqlRow } from './plan/scan.ts';
import { type CacheEntry, type ResultCache, scanRows } from './result-cache.ts';
import { testCatalog } from './testing/catalog.ts';

/** A scan of ten periods that reads leads and users; its statement names the periods it reads. */
const scanOf = (touched: readonly number[] | 'all', periods: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]): Scan => ({
  key: 'scan',
  size: periods.length,
  print: () => ({ sql: periods.join(), masked: new Map(), reads: ['lead', 'user'] }),
  restrict: (some) => scanOf(touched, some),
  touched: () => touched,
  collect: () => ({ groups: new Map(), row: () => null }),
});

/** Rows of what is asked now; `old` ones are those of the cache. */
const rowsOf = (sql: string, value: string): SqlRow[] => sql.split(',').map((name, period) => ({ period, name, value }));
const whole = '0,1,2,3,4,5,6,7,8,9';

async function ask(
  scan: Scan,
  { entry, change, versions = {} }: { entry?: CacheEntry; change?: Change | null; versions?: Record<string, string> },
) {
  const put: CacheEntry[] = [];
  const run: string[] = [];
  const asked: string[] = [];
  const cache: ResultCache = {
    get: async (sql) => (sql === whole && entry ? entry : null),
    put: async (_, one) => void put.push(one),
    settle: async () => {},
    changes: async (dataset, from, to) => {
      asked.push(`${dataset} ${from}→${to}`);
      return change ?? null;
    },
  };
  const rows = await scanRows(scan, {
    catalog: testCatalog({ dataVersion: (dataset) => versions[dataset] ?? '1' }),
    cache,
    run: async (sql) => {
      run.push(sql);
      return rowsOf(sql, 'new');
    },
  });
  return { rows, put, run, asked };
}

const kept: CacheEntry = { versions: { lead: '1', user: '1' }, rows: rowsOf(whole, 'old') };
const change: Change = { dataset: 'lead', days: new Map() };
const later = { lead: '2' };

describe('scanRows', () => {
  test('without a cache it asks the database', async () => {
    const rows = await scanRows(scanOf([]), { catalog: testCatalog(), run: async (sql) => rowsOf(sql, 'new') });
    expect(rows).toHaveLength(10);
  });

  test('what is not there is asked for and put, with the versions it was read from', async () => {
    const { rows, put, run } = await ask(scanOf([]), {});
    expect(run).toEqual([whole]);
    expect(put).toEqual([{ versions: { lead: '1', user: '1' }, rows }]);
  });

  test('nothing changed: the rows as they are, and nothing to put', async () => {
    const { rows, put, run, asked } = await ask(scanOf('all'), { entry: kept });
    expect(rows).toEqual(kept.rows);
    expect([put, run, asked]).toEqual([[], [], []]);
  });

  test('only the periods that a change touched are read anew, in their own places', async () => {
    const { rows, put, run, asked } = await ask(scanOf([7, 2, 7]), { entry: kept, change, versions: later });
    expect(asked).toEqual(['lead 1→2']);
    expect(run).toEqual(['2,7']);
    const sorted = [...rows].sort((a, b) => Number(a.period) - Number(b.period));
    expect(sorted.map(({ period }) => period)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(sorted.filter(({ value }) => value === 'new')).toEqual([
      { period: 2, name: '2', value: 'new' },
      { period: 7, name: '7', value: 'new' },
    ]);
    expect(put).toEqual([{ versions: { lead: '2', user: '1' }, rows }]);
  });

  test('a change that touched no period: the rows stand, put under their new versions', async () => {
    const { rows, put, run } = await ask(scanOf([]), { entry: kept, change, versions: later });
    expect(rows).toEqual(kept.rows);
    expect(run).toEqual([]);
    expect(put).toEqual([{ versions: { lead: '2', user: '1' }, rows: kept.rows }]);
  });

  test('beyond seven of ten periods all are read', async () => {
    expect((await ask(scanOf([0, 1, 2, 3, 4, 5, 6]), { entry: kept, change, versions: later })).run).toEqual(['0,1,2,3,4,5,6']);
    expect((await ask(scanOf([0, 1, 2, 3, 4, 5, 6, 7]), { entry: kept, change, versions: later })).run).toEqual([whole]);
  });

  test('a change of which too little is known: all are read', async () => {
    expect((await ask(scanOf('all'), { entry: kept, change, versions: later })).run).toEqual([whole]);
    expect((await ask(scanOf([1]), { entry: kept, change: null, versions: later })).run).toEqual([whole]);
    // It was not among what the kept rows were read from.
    const { run, asked } = await ask(scanOf([1]), { entry: { ...kept, versions: { user: '1' } }, change });
    expect([run, asked]).toEqual([[whole], []]);
  });
});
