import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, type QueryResult, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { CuadroError } from '../../model/error.ts';
import type { OpenSqlite } from './database.ts';

/** How long to wait for others that write, and between two tries. */
const patienceMs = 10_000;
const pauseMs = 5;

/** Waits for whoever writes without holding up the process: SQLite's own waiting would stop all else that it does. */
class PatientConnection implements DatabaseConnection {
  private readonly connection: DatabaseConnection;
  private readonly database: OpenSqlite;

  constructor(connection: DatabaseConnection, database: OpenSqlite) {
    this.connection = connection;
    this.database = database;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        return await this.connection.executeQuery<R>(query);
      } catch (error) {
        const isBusy = error instanceof CuadroError && error.code === 'store_busy';
        if (!isBusy || this.database.inTransaction() || performance.now() > deadline) throw error;
      }
      await sleep(pauseMs);
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.connection.streamQuery<R>(query, chunkSize);
  }
}

/**
 * Takes the right to write at once: a transaction that reads first and then writes would be refused without waiting if another process
 * wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  private readonly database: OpenSqlite;
  private patient: PatientConnection | null = null;

  constructor(database: OpenSqlite) {
    super({ database });
    this.database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    this.patient ??= new PatientConnection(connection, this.database);
    return this.patient;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.database.inTransaction()) await super.rollbackTransaction(connection);
  }
}

/** SQLite does change tables within a transaction: a migration is done whole or not at all, and by one process at a time. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class StoreSqliteDialect extends SqliteDialect {
  private readonly database: OpenSqlite;

  constructor(database: OpenSqlite) {
    super({ database });
    this.database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}
