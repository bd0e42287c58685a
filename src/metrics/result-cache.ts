import type { Catalog } from './catalog.ts';
import type { Change, Scan, SqlRow } from './plan/scan.ts';

/** The rows of one statement and the versions of the datasets they were read from. */
export interface CacheEntry {
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly SqlRow[];
}

/** Where answers are kept, by the statement's own text: it holds the definition, the periods, the zone's days and the world. */
export interface ResultCache {
  get(sql: string): Promise<CacheEntry | null>;
  put(sql: string, entry: CacheEntry): Promise<void>;
  /** All answers of a question are in: what was put is kept for good. */
  settle(): Promise<void>;
  /** What changed in a dataset from one version to another; null when that is not on record. */
  changes(dataset: string, from: string, to: string): Promise<Change | null>;
}

interface Runner {
  readonly catalog: Catalog;
  readonly cache?: ResultCache;
  run(sql: string): Promise<readonly SqlRow[]>;
}

/** Above this share of its periods a scan is run whole. */
const worthwhile = 0.7;

/**
 * A scan's rows: from the cache when what it reads has not changed; when it has, only the periods that the changes touched
 * are read anew.
 */
export async function scanRows(scan: Scan, runner: Runner): Promise<readonly SqlRow[]> {
  const { sql, reads } = scan.print();
  const { cache, catalog } = runner;
  if (!cache) return runner.run(sql);
  const versions = Object.fromEntries(reads.map((dataset) => [dataset, catalog.dataVersion(dataset)]));
  const known = await cache.get(sql);
  const rows = known ? await brought(scan, known, versions, cache, runner) : await runner.run(sql);
  if (!known || rows !== known.rows) await cache.put(sql, { versions, rows });
  return rows;
}

/** A cached answer brought up to date. */
async function brought(
  scan: Scan,
  known: CacheEntry,
  versions: CacheEntry['versions'],
  cache: ResultCache,
  runner: Runner,
): Promise<readonly SqlRow[]> {
  const stale = new Set<number>();
  let changed = false;
  for (const [dataset, version] of Object.entries(versions)) {
    const before = known.versions[dataset];
    if (before === version) continue;
    changed = true;
    const change = before === undefined ? null : await cache.changes(dataset, before, version);
    const touched = change ? scan.touched(change) : 'all';
    if (touched === 'all') return runner.run(scan.print().sql);
    for (const period of touched) stale.add(period);
  }
  if (!changed) return known.rows;
  if (stale.size > scan.size * worthwhile) return runner.run(scan.print().sql);
  if (stale.size === 0) return [...known.rows];
  const periods = [...stale].sort((left, right) => left - right);
  const fresh = await runner.run(scan.restrict(periods).print().sql);
  return [
    ...known.rows.filter((row) => !stale.has(Number(row.period))),
    ...fresh.map((row) => ({ ...row, period: periods[Number(row.period)] ?? 0 })),
  ];
}
