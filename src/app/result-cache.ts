import { createHash } from 'node:crypto';
import type { Change } from '../metrics/plan/scan.ts';
import type { CacheEntry, ResultCache } from '../metrics/result-cache.ts';
import type { OpenWarehouse } from '../warehouse/duckdb/database.ts';
import type { Run } from '../warehouse/run.ts';
import { changesBetween } from '../warehouse/world/changes.ts';
import { hasUnwrittenQuestions, writeQuestions } from './asked-lately.ts';

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

/** What is known of one open warehouse: for as long as it is open. */
interface Kept {
  readonly memory: Map<string, CacheEntry>;
  readonly unwritten: Map<string, CacheEntry>;
  writes: number;
}

const kept = new WeakMap<object, Kept>();

const keptOf = (root: object): Kept => {
  const known = kept.get(root) ?? { memory: new Map(), unwritten: new Map(), writes: 0 };
  kept.set(root, known);
  return known;
};

/** Answers kept in the warehouse's own bookkeeping, so that the next process finds them, and in this process's memory. */
class WarehouseCache implements ResultCache {
  private readonly run: Run;
  private readonly kept: Kept;
  private readonly root: object;
  private readonly isLater: boolean;
  /** What changed between two versions never changes, and many scans read the same datasets. */
  private readonly between = new Map<string, Promise<Change | null>>();

  constructor(run: Run, root: object, isLater: boolean) {
    this.run = run;
    this.kept = keptOf(root);
    this.root = root;
    this.isLater = isLater;
  }

  async get(sql: string): Promise<CacheEntry | null> {
    const key = keyOf(sql);
    const known = this.kept.memory.get(key);
    if (known) return known;
    const [row] = await this.run(`select answer from ${table} where key = '${key}'`);
    if (!row) return null;
    const stored: Stored = JSON.parse(String(row.answer));
    this.kept.memory.set(key, stored);
    return stored;
  }

  async put(sql: string, entry: CacheEntry): Promise<void> {
    if (entry.rows.length > keptRows) return;
    const { memory, unwritten } = this.kept;
    const key = keyOf(sql);
    memory.delete(key);
    memory.set(key, entry);
    unwritten.set(key, entry);
    for (const oldest of memory.keys()) {
      if (memory.size <= keptEntries) break;
      memory.delete(oldest);
    }
  }

  async settle(): Promise<void> {
    if (!this.isLater) await writeNew(this.run, this.root);
  }

  changes(dataset: string, from: string, to: string): Promise<Change | null> {
    const key = JSON.stringify([dataset, from, to]);
    const known = this.between.get(key) ?? changesBetween(this.run, dataset, from, to);
    this.between.set(key, known);
    return known;
  }
}

async function writeAnswers(run: Run, of: Kept): Promise<void> {
  const { unwritten } = of;
  if (unwritten.size === 0) return;
  const entries = [...unwritten];
  unwritten.clear();
  const now = Date.now();
  const values = entries.map(([key, { versions, rows }]) => {
    const answer = JSON.stringify({ versions, rows } satisfies Stored).replaceAll("'", "''");
    return `('${key}', '${answer}', epoch_ms(${now}))`;
  });
  await run(`delete from ${table} where key in (${entries.map(([key]) => `'${key}'`).join(', ')})`);
  await run(`insert into ${table} (key, answer, kept_at) values ${values.join(', ')}`);
  of.writes += entries.length;
  if (of.writes < 500) return;
  of.writes = 0;
  await run(`delete from ${table} where key in (select key from ${table} order by kept_at desc offset ${keptEntries})`);
}

async function writeNew(run: Run, root: object): Promise<void> {
  await writeAnswers(run, keptOf(root));
  await writeQuestions(run, root);
}

/** Whether readers who may not write have answers, or were asked questions, that are not in the warehouse yet. */
export const hasUnwritten = ({ root }: OpenWarehouse): boolean => keptOf(root).unwritten.size > 0 || hasUnwrittenQuestions(root);

/** Writes the answers that readers found and the questions that they were asked. */
export const writeUnwritten = ({ root, session }: OpenWarehouse): Promise<void> => writeNew(session.run, root);

/** Forgets the answers that are in memory, written or not. Nobody may be reading meanwhile. */
export const forgetAnswers = ({ root }: OpenWarehouse): void => {
  kept.delete(root);
};

/** The cache of an open warehouse. @param isLater whoever reads may not write: what they found is written by `writeUnwritten` */
export const cacheOf = ({ root, session }: OpenWarehouse, isLater: boolean): ResultCache => new WarehouseCache(session.run, root, isLater);
