import { createHash } from 'node:crypto';
import type { Change } from '../metrics/plan/scan.ts';
import type { CacheEntry, ResultCache } from '../metrics/result-cache.ts';
import type { Database } from '../warehouse/duckdb/database.ts';
import { changesBetween } from '../warehouse/world/changes.ts';

const table = 'cuadro.result_cache';

/** Answers older than the newest this many are dropped. */
const keptEntries = 2000;
/** An answer of more rows is not kept: it takes as long to read as to ask again. */
const keptRows = 20_000;

const keyOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 32);

interface Stored {
  readonly versions: CacheEntry['versions'];
  readonly rows: CacheEntry['rows'];
}

/** Answers kept in the warehouse's own bookkeeping, so that the next process finds them, and in this process's memory. */
export class WarehouseCache implements ResultCache {
  private readonly database: Database;
  private readonly memory = new Map<string, CacheEntry>();
  private readonly unwritten = new Map<string, CacheEntry>();
  private writes = 0;

  constructor(database: Database) {
    this.database = database;
  }

  async get(sql: string): Promise<CacheEntry | null> {
    const key = keyOf(sql);
    const known = this.memory.get(key);
    if (known) return known;
    const [row] = await this.database.session.run(`select answer from ${table} where key = '${key}'`);
    if (!row) return null;
    const stored: Stored = JSON.parse(String(row.answer));
    this.memory.set(key, stored);
    return stored;
  }

  async put(sql: string, entry: CacheEntry): Promise<void> {
    if (entry.rows.length > keptRows) return;
    const key = keyOf(sql);
    this.memory.delete(key);
    this.memory.set(key, entry);
    this.unwritten.set(key, entry);
    for (const oldest of this.memory.keys()) {
      if (this.memory.size <= keptEntries) break;
      this.memory.delete(oldest);
    }
  }

  async settle(): Promise<void> {
    if (this.unwritten.size === 0) return;
    const entries = [...this.unwritten];
    this.unwritten.clear();
    const now = Date.now();
    const { run } = this.database.session;
    const values = entries.map(([key, { versions, rows }]) => {
      const answer = JSON.stringify({ versions, rows } satisfies Stored).replaceAll("'", "''");
      return `('${key}', '${answer}', epoch_ms(${now}))`;
    });
    await run(`delete from ${table} where key in (${entries.map(([key]) => `'${key}'`).join(', ')})`);
    await run(`insert into ${table} (key, answer, kept_at) values ${values.join(', ')}`);
    this.writes += entries.length;
    if (this.writes < 500) return;
    this.writes = 0;
    await run(`delete from ${table} where key in (select key from ${table} order by kept_at desc offset ${keptEntries})`);
  }

  changes(dataset: string, from: string, to: string): Promise<Change | null> {
    return changesBetween(this.database.session.run, dataset, from, to);
  }
}

const caches = new WeakMap<Database, WarehouseCache>();

/** The cache of an open warehouse: one for as long as it is open. */
export function cacheOf(database: Database): WarehouseCache {
  const known = caches.get(database) ?? new WarehouseCache(database);
  caches.set(database, known);
  return known;
}
