import type { Dialect } from '../../model/dialect.ts';
import { derivedDatasets, entities } from '../../model/registry.ts';
import { duckdbDialect } from '../duckdb/dialect.ts';
import { duckdbLayout, type Layout } from '../layout.ts';
import type { Run } from '../run.ts';

/** Where a warehouse keeps what, as SQL names that mean the same from everywhere. */
export interface Places {
  readonly dialect: Dialect;
  /** Entities and derived datasets that may have rows. */
  readonly datasets: readonly string[];
  /** The current version of each record, and the derived datasets; also of datasets that have no rows. */
  main(dataset: string): string;
  history(entity: string): string;
  bookkeeping(table: string): string;
  /** The plain names of the schemas of `main` and `history`. */
  readonly layout: Layout;
  /** A table (dataset, version, facts) in which the catalogue is kept from one process to the next; null: nowhere. */
  readonly facts: string | null;
  /** The schema of a world, and what makes and drops it. */
  world(name: string): WorldPlace;
  /** Whether a schema is a world's. */
  isWorld(schema: string): boolean;
  dropWorld(schema: string): string;
}

export interface WorldPlace {
  /** Its plain name. */
  readonly schema: string;
  readonly create: readonly string[];
  readonly drop: string;
  table(name: string): string;
}

/** The database beside a workspace's that holds worlds, in memory: nothing of them is written or left behind. */
const worldsDatabase = 'cuadro_worlds';

const attachWorlds = `attach if not exists ':memory:' as ${worldsDatabase}`;

/** Makes the place of worlds before transactions that make them begin. */
export const makeWorldsPlace = (run: Run): Promise<unknown> => run(attachWorlds);

/** Where a workspace's DuckDB keeps what. */
export const duckdbPlaces = async (run: Run): Promise<Places> => {
  const [row] = await run('select current_database() as name');
  const database = duckdbDialect.identifier(String(row?.name));
  const table = (schema: string) => (name: string) => `${database}.${schema}.${duckdbDialect.identifier(name)}`;
  return {
    dialect: duckdbDialect,
    datasets: [...entities.keys(), ...derivedDatasets.keys()],
    main: table(duckdbLayout.main),
    history: table(duckdbLayout.history),
    bookkeeping: table(duckdbLayout.bookkeeping),
    layout: duckdbLayout,
    facts: table(duckdbLayout.bookkeeping)('dataset_facts'),
    world: (name) => ({
      schema: name,
      create: [attachWorlds, `create schema if not exists ${worldsDatabase}.${name}`],
      drop: dropWorld(name),
      table: (dataset) => `${worldsDatabase}.${name}.${duckdbDialect.identifier(dataset)}`,
    }),
    isWorld: (schema) => schema.startsWith('world_'),
    dropWorld,
  };
};

const dropWorld = (schema: string): string => `drop schema if exists ${worldsDatabase}.${schema} cascade`;
