import type { Column } from '../../model/columns.ts';
import type { Dialect } from '../../model/dialect.ts';
import type { Layout } from '../layout.ts';
import type { Run, Value } from '../run.ts';
import type { Places } from '../world/places.ts';

export type EngineName = 'duckdb' | 'clickhouse';
export const engineNames: readonly EngineName[] = ['duckdb', 'clickhouse'];

/** A database in this process, for tests: the same statements, through its dialect, on either. */
export interface Engine {
  readonly dialect: Dialect;
  /** Its schemas exist and are empty. */
  readonly layout: Layout;
  readonly run: Run;
  /** Makes a table that is empty. */
  create(table: string, columns: readonly Column[]): Promise<void>;
  /** Adds rows; dates YYYY-MM-DD, instants ISO in UTC. */
  insert(table: string, columns: readonly Column[], rows: readonly (readonly Value[])[]): Promise<void>;
  /** The layout of the tables of a company that has nothing, shared by all: what has no rows need not be made again. */
  template(): Promise<Layout>;
  /** The places of worlds of this engine. */
  worlds: Pick<Places, 'world' | 'isWorld' | 'dropWorld'>;
  /** Frees what `openEngine` took. */
  close(): Promise<void>;
}

/** @returns an empty database of the kind asked for. */
export const openEngine = async (name: EngineName): Promise<Engine> => {
  if (name === 'duckdb') return (await import('./duckdb_engine.ts')).openDuckdb();
  return (await import('./clickhouse_engine.ts')).openClickhouse();
};

/** The body of a CREATE TABLE. */
export const columnList = (dialect: Dialect, columns: readonly Column[]): string =>
  columns.map(({ name, type }) => `${dialect.identifier(name)} ${dialect.columnType(type)}`).join(', ');
