import type { Dialect } from '../../model/dialect.ts';
import type { Run } from '../run.ts';

export type EngineName = 'duckdb' | 'clickhouse';
export const engineNames: readonly EngineName[] = ['duckdb', 'clickhouse'];

/** A database in this process, for tests: the same statements, through its dialect, on either. */
export interface Engine {
  readonly dialect: Dialect;
  /** The schema (DuckDB) or database (ClickHouse) that is this engine's own and stands for `main`. */
  readonly schema: string;
  readonly run: Run;
  /** Frees what `openEngine` took. */
  close(): Promise<void>;
}

/** @returns an empty database of the kind asked for. */
export const openEngine = async (name: EngineName): Promise<Engine> => {
  if (name === 'duckdb') return (await import('./duckdb_engine.ts')).openDuckdb();
  return (await import('./clickhouse_engine.ts')).openClickhouse();
};
