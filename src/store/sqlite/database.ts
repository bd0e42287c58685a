import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { sqliteError } from './error.ts';

/** What SQLite can hold: Kysely passes on what callers gave it. */
const bound = (parameters: readonly unknown[]): SQLInputValue[] =>
  parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
    if (value instanceof Uint8Array) return value;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value instanceof Date) return value.toISOString();
    if (value === undefined) return null;
    throw new TypeError(`SQLite holds no ${typeof value}`);
  });

/** A database that says whether a transaction is under way: SQLite itself ends one when the disk is full. */
export interface OpenSqlite extends SqliteDatabase {
  readonly inTransaction: () => boolean;
}

/** A new file is its owner's alone: it holds what passwords and keys are checked by. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // There already, or nobody may make it, which SQLite will say better.
  }
}

/** How long opening waits for another process that writes; later the dialect waits, without stopping all else. */
const busyTimeoutMs = 10_000;

/**
 * Node's own SQLite in the shape that Kysely's dialect drives. Write-ahead log; a commit is on the disk when it returns.
 * @throws CuadroError `store_unopenable`, `store_read_only`, `store_corrupt`, `store_full`, `store_busy`, `store_disk_failed`; so do its statements
 */
export function openSqlite(file: string): OpenSqlite {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw sqliteError(error, file);
    }
  };
  makePrivate(file);
  const database = guarded(() => new DatabaseSync(file, { timeout: busyTimeoutMs }));
  try {
    guarded(() =>
      database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 0;'),
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    close: () => database.close(),
    inTransaction: () => database.isTransaction,
    prepare: (sql): SqliteStatement => {
      const statement = guarded(() => database.prepare(sql));
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => guarded(() => statement.all(...bound(parameters))),
        run: (parameters) => guarded(() => statement.run(...bound(parameters))),
        iterate: (parameters) => statement.iterate(...bound(parameters)),
      };
    },
  };
}
