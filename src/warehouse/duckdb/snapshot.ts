import type { DuckDBConnection } from '@duckdb/node-api';
import type { Run } from '../run.ts';
import { Session } from './database.ts';
import type { ConnectionPool } from './pool.ts';
import { Readers } from './readers.ts';

/** Between two connections of one snapshot somebody committed: whoever reads begins anew. */
export class Moved extends Error {
  constructor() {
    super('the warehouse changed while it was being opened for reading');
  }
}

/** Again and again until it is over: a statement that was about to begin when the first came would miss it. */
const interruptEveryMs = 50;

export interface SnapshotOptions {
  /** How many statements of it may run at once. */
  readonly width: number;
  /** When it fires, what runs is interrupted and nothing more is begun. */
  readonly signal: AbortSignal;
  readonly onStatement: (ms: number) => void;
}

/** What a commit, or making the derived datasets under other settings, changes. */
const stateSql = `select (select value from cuadro.meta where key = 'revision') as revision,
  (select max(version) from cuadro.dataset_facts where dataset = '(derived)') as made`;

/**
 * The warehouse as one commit left it, for one reader: each of its connections is in a transaction of its own that began at the same commit,
 * so whatever is written meanwhile, all its statements see the same.
 */
export class Snapshot {
  readonly session: Session;
  readonly readers: Readers;
  readonly #pool: ConnectionPool;
  readonly #options: SnapshotOptions;
  readonly #state: string;
  readonly #pinned: DuckDBConnection[];
  #timer: ReturnType<typeof setInterval> | null = null;

  private constructor(pool: ConnectionPool, options: SnapshotOptions, first: DuckDBConnection, state: string) {
    this.#pool = pool;
    this.#options = options;
    this.#state = state;
    this.#pinned = [first];
    this.session = this.#guarded(first);
    // The first of them is the session itself: it waits while others read.
    this.readers = this.#readersFrom([this.session]);
    options.signal.addEventListener('abort', this.#interrupt);
    if (options.signal.aborted) this.#interrupt();
  }

  static async open(pool: ConnectionPool, options: SnapshotOptions): Promise<Snapshot> {
    const connection = await pool.take();
    try {
      return new Snapshot(pool, options, connection, await pin(connection));
    } catch (error) {
      await release(pool, connection);
      throw error;
    }
  }

  /** Further connections at the same commit, begun now: they see what was made in memory since, and go on seeing it. @throws Moved */
  async fork(): Promise<Readers> {
    const begun: Session[] = [];
    while (begun.length < this.#options.width) begun.push(await this.#another());
    return this.#readersFrom(begun);
  }

  /**
   * Runs `work` in a transaction of another connection at the same commit, which may write into databases in memory; they are kept when
   * it ends well.
   * @throws Moved
   */
  async beside<T>(connection: DuckDBConnection, work: (run: Run) => Promise<T>): Promise<T> {
    if ((await pin(connection)) !== this.#state) {
      await connection.run('rollback');
      throw new Moved();
    }
    this.#pinned.push(connection);
    try {
      const made = await work(this.#guarded(connection).run);
      await connection.run('commit');
      return made;
    } catch (error) {
      await connection.run('rollback').catch(() => undefined);
      throw error;
    } finally {
      this.#pinned.splice(this.#pinned.indexOf(connection), 1);
    }
  }

  async end(): Promise<void> {
    this.#options.signal.removeEventListener('abort', this.#interrupt);
    if (this.#timer) clearInterval(this.#timer);
    await Promise.all(this.#pinned.splice(0).map((connection) => release(this.#pool, connection)));
  }

  #readersFrom(begun: readonly Session[]): Readers {
    const left = [...begun];
    return new Readers(this.#options.width, async () => left.pop() ?? (await this.#another()));
  }

  async #another(): Promise<Session> {
    this.#options.signal.throwIfAborted();
    const connection = await this.#pool.take();
    try {
      if ((await pin(connection)) !== this.#state) throw new Moved();
    } catch (error) {
      await release(this.#pool, connection);
      throw error;
    }
    this.#pinned.push(connection);
    return this.#guarded(connection);
  }

  #guarded(connection: DuckDBConnection): Session {
    const { signal, onStatement } = this.#options;
    return new Session(connection, async (work) => {
      signal.throwIfAborted();
      const began = performance.now();
      try {
        return await work();
      } finally {
        onStatement(performance.now() - began);
      }
    });
  }

  readonly #interrupt = (): void => {
    const all = (): void => {
      for (const connection of this.#pinned) connection.interrupt();
    };
    all();
    this.#timer ??= setInterval(all, interruptEveryMs);
  };
}

/** Begins a transaction and makes the database fix what it sees. @returns the state that it sees */
async function pin(connection: DuckDBConnection): Promise<string> {
  await connection.run('begin');
  try {
    const reader = await connection.runAndReadAll(stateSql);
    // A transaction begins in each attached database when it is first looked at: now, also in those of memory.
    await connection.run('select 1 from duckdb_schemas() limit 1');
    return JSON.stringify(reader.getRowsJson());
  } catch (error) {
    await connection.run('rollback').catch(() => undefined);
    throw error;
  }
}

async function release(pool: ConnectionPool, connection: DuckDBConnection): Promise<void> {
  await connection.run('rollback').catch(() => undefined);
  pool.give(connection);
}
