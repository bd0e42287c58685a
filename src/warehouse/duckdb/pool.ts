import type { DuckDBConnection } from '@duckdb/node-api';

/** Idle connections for the next who needs one. Opening one takes a millisecond, but each holds memory of its own. */
export class ConnectionPool {
  readonly #connect: () => Promise<DuckDBConnection>;
  readonly #idle: DuckDBConnection[] = [];
  readonly #all = new Set<DuckDBConnection>();

  constructor(connect: () => Promise<DuckDBConnection>) {
    this.#connect = connect;
  }

  async take(): Promise<DuckDBConnection> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const connection = await this.#connect();
    this.#all.add(connection);
    return connection;
  }

  give(connection: DuckDBConnection): void {
    if (this.#all.has(connection)) this.#idle.push(connection);
  }

  close(): void {
    for (const connection of this.#all) connection.closeSync();
    this.#all.clear();
    this.#idle.length = 0;
  }
}
