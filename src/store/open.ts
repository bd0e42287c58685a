import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { CuadroError } from '../model/error.ts';
import { migrations } from './migrations/list.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite/database.ts';

export type StoreDatabase = Kysely<Schema>;

export interface Store {
  readonly db: StoreDatabase;
  readonly engine: 'sqlite' | 'postgres';
  close(): Promise<void>;
}

/** Beside the warehouse, in the workspace's folder. */
export const storeFile = 'store.sqlite';

const dialectFor = (folder: string, url: string | null) => {
  if (url !== null) return new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return new SqliteDialect({ database: openSqlite(join(folder, storeFile)) });
};

/**
 * The app store: people, rights, jobs, the audit log. A file in the workspace, or PostgreSQL where several servers share it.
 * @param url of PostgreSQL; null: the file
 * @throws CuadroError `store_unreadable`, `store_too_new`
 */
export async function openStore(folder: string, url: string | null): Promise<Store> {
  const unreadable = (cause: unknown): CuadroError =>
    new CuadroError({
      code: 'store_unreadable',
      blame: 'internal',
      where: url === null ? join(folder, storeFile) : 'DATABASE_URL',
      found: cause instanceof Error && url === null ? cause.message : '',
      cause,
    });
  let db: StoreDatabase;
  try {
    db = new Kysely<Schema>({ dialect: dialectFor(folder, url) });
  } catch (cause) {
    throw unreadable(cause);
  }
  try {
    await migrate(db);
    return { db, engine: url === null ? 'sqlite' : 'postgres', close: () => db.destroy() };
  } catch (cause) {
    await db.destroy().catch(() => undefined);
    throw cause instanceof CuadroError ? cause : unreadable(cause);
  }
}

/** A store that is opened when it is first asked for, and closed if it was. */
export function storeOnDemand(folder: string, url: string | null): { open(): Promise<Store>; close(): Promise<void> } {
  let opened: Promise<Store> | null = null;
  return {
    open: () => {
      opened ??= openStore(folder, url);
      return opened;
    },
    close: async () => (await opened?.catch(() => null))?.close(),
  };
}

/** Forward only: a store that a newer Cuadro has written is left as it is. */
async function migrate(db: StoreDatabase): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /missing|corrupted migrations/i.test(error.message)) {
    throw new CuadroError({ code: 'store_too_new', where: storeFile, found: error.message, cause: error });
  }
  throw new Error(results?.find(({ status }) => status === 'Error')?.migrationName ?? 'migration', { cause: error });
}
