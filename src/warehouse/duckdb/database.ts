import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { CuadroError } from '../../model/error.ts';
import type { Row, Run } from '../run.ts';
import { acquireLock, type Lock } from './lock.ts';
import { ConnectionPool } from './pool.ts';
import { Readers } from './readers.ts';
import { prepareSchema } from './schema.ts';
import { plainValue } from './values.ts';

export interface DatabaseOptions {
  /** DuckDB's own share, e.g. `1200MB`; the process needs some 500 MB besides. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** How long to queue for a workspace that another process has. Default 30,000. */
  readonly busyTimeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** DuckDB spreads a statement over all cores where its tables are large; small ones leave cores free for another. */
const readerCount = 2;

/** A database of that name in the workspace's folder, beside `lock`, `landing/`, `rejected/` and `tmp/`. */
export const warehouseFile = 'warehouse.duckdb';

/** What runs around each statement. */
type Around = <T>(work: () => Promise<T>) => Promise<T>;

/** One connection: statements run one after another. */
export class Session {
  readonly connection: DuckDBConnection;
  readonly #around: Around;

  constructor(connection: DuckDBConnection, around: Around = (work) => work()) {
    this.connection = connection;
    this.#around = around;
  }

  /** Runs SQL and reads all its rows (as `plainValue`). Fits `Run`, detached too. */
  readonly run = async (sql: string): Promise<readonly Row[]> => {
    const reader = await this.#around(() => this.connection.runAndReadAll(sql));
    const names = reader.deduplicatedColumnNames();
    return reader.getRows().map((row) => Object.fromEntries(row.map((value, index) => [names[index] ?? '', plainValue(value)])));
  };

  /** The first row's first column; null when there is none. */
  readonly one = async (sql: string): Promise<Row[string]> => {
    const reader = await this.#around(() => this.connection.runAndReadUntil(sql, 1));
    const value = reader.currentRowCount > 0 ? reader.value(0, 0) : null;
    return plainValue(value);
  };

  /** Runs `work` in one transaction; rolled back when it throws or answers `rollback`. */
  async transaction<T>(work: () => Promise<{ readonly result: T; readonly keep: boolean }>): Promise<T> {
    await this.connection.run('begin');
    try {
      const { result, keep } = await work();
      await this.connection.run(keep ? 'commit' : 'rollback');
      return result;
    } catch (error) {
      await this.connection.run('rollback').catch(() => undefined); // A fatal error has ended it already.
      throw error;
    }
  }

  /** Runs `work`; when `signal` fires, what runs on this connection is interrupted and `cancelled` is thrown. */
  async cancellable<T>(signal: AbortSignal | null, work: () => Promise<T>): Promise<T> {
    if (!signal) return work();
    signal.throwIfAborted();
    const interrupt = (): void => this.connection.interrupt();
    signal.addEventListener('abort', interrupt);
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) throw new CuadroError({ code: 'cancelled', blame: 'internal', cause: error });
      throw error;
    } finally {
      signal.removeEventListener('abort', interrupt);
    }
  }

  close(): void {
    this.connection.closeSync();
  }
}

/** A warehouse as whoever works on it has it: all of it, or (`snapshot`) as one commit left it, for reading only. */
export interface OpenWarehouse {
  readonly folder: string;
  readonly session: Session;
  /** Connections that read beside it. */
  readonly readers: Pick<Readers, 'run' | 'count'>;
  /** The same object for every view of one warehouse: what is kept in memory is kept by it. */
  readonly root: object;
  readonly snapshot: WarehouseSnapshot | null;
}

/** What a reader can do beside reading. */
export interface WarehouseSnapshot {
  /**
   * Makes a world in memory, or finds it made, on the connection that makes worlds (one at a time), and answers with connections that see it
   * for as long as the reader reads.
   */
  world<T>(make: (run: Run) => Promise<T>): Promise<{ readonly made: T; readonly readers: Pick<Readers, 'run' | 'count'> }>;
}

/** The open warehouse of one workspace; no other process has it until `close`. */
export class Database implements OpenWarehouse {
  readonly folder: string;
  /** The connection that writes. */
  readonly session: Session;
  /** Connections that read beside it. */
  readonly readers: Readers;
  readonly root = this;
  readonly snapshot = null;
  /** Connections for snapshots. */
  readonly pool: ConnectionPool;
  readonly #instance: DuckDBInstance;
  readonly #lock: Lock;

  constructor(folder: string, instance: DuckDBInstance, session: Session, lock: Lock) {
    this.folder = folder;
    this.session = session;
    this.#instance = instance;
    this.#lock = lock;
    this.readers = new Readers(readerCount, () => this.connect());
    this.pool = new ConnectionPool(async () => (await this.connect()).connection);
  }

  /** A further connection, for reading beside the writer. Close it yourself. */
  async connect(): Promise<Session> {
    return prepared(await this.#instance.connect());
  }

  close(): void {
    this.readers.close();
    this.pool.close();
    this.session.close();
    this.#instance.closeSync();
    this.#lock.release();
  }
}

const prepared = async (connection: DuckDBConnection): Promise<Session> => {
  await connection.run("set timezone = 'UTC'");
  return new Session(connection);
};

const isLocked = (error: unknown): boolean =>
  error instanceof Error && /could not set lock|being used by another process/i.test(error.message);

/** DuckDB's own file lock has the last word: whoever opened the file without us (its own shell) is waited for too. */
const openInstance = async (folder: string, settings: Record<string, string>, deadline: number): Promise<DuckDBInstance> => {
  for (;;) {
    try {
      return await DuckDBInstance.create(join(folder, warehouseFile), settings);
    } catch (error) {
      if (!isLocked(error)) {
        throw new CuadroError({
          code: 'warehouse_unreadable',
          blame: 'internal',
          where: join(folder, warehouseFile),
          found: error instanceof Error ? error.message : '',
          cause: error,
        });
      }
      if (performance.now() >= deadline)
        throw new CuadroError({ code: 'workspace_busy', blame: 'internal', where: folder, found: 'DuckDB', cause: error });
      await sleep(100);
    }
  }
};

/** What a batch, a backup or a large sort writes meanwhile into `tmp`, by how its name begins. Uploads lie there too, and stay. */
const temporaryNames = ['stage-', 'backup-', 'duckdb_temp_'];

/** Removes what a killed process left in `tmp`. Only for whoever has the workspace's lock. */
const sweepTemporary = (folder: string): void => {
  const temporary = join(folder, 'tmp');
  for (const name of readdirSync(temporary))
    if (temporaryNames.some((prefix) => name.startsWith(prefix))) rmSync(join(temporary, name), { recursive: true, force: true });
};

/**
 * Opens the warehouse of a workspace folder, clearing what a killed process left and making the folder's parts and all tables when they are missing.
 * @throws CuadroError `workspace_busy`, `workspace_too_new`, `warehouse_unreadable`.
 */
export const openWarehouse = async (folder: string, options: DatabaseOptions = {}): Promise<Database> => {
  const timeoutMs = options.busyTimeoutMs ?? 30_000;
  const deadline = performance.now() + timeoutMs;
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  const lock = await acquireLock(folder, { timeoutMs, ...(options.signal ? { signal: options.signal } : {}) });
  let instance: DuckDBInstance | null = null;
  try {
    sweepTemporary(folder);
    instance = await openInstance(
      folder,
      {
        memory_limit: options.memoryLimit ?? '1200MB',
        temp_directory: join(folder, 'tmp'),
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
        ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
      },
      deadline,
    );
    const session = await prepared(await instance.connect());
    await prepareSchema(session.run, folder);
    return new Database(folder, instance, session, lock);
  } catch (error) {
    instance?.closeSync();
    lock.release();
    throw error;
  }
};
