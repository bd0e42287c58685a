import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, Kysely } from 'kysely';
import { CuadroError } from '../model/error.ts';
import { migrate } from './migrate.ts';
import { StorePostgresDialect } from './postgres/dialect.ts';
import { openPool } from './postgres/pool.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite/database.ts';
import { StoreSqliteDialect } from './sqlite/dialect.ts';

export type StoreDatabase = Kysely<Schema>;

export interface Store {
  readonly db: StoreDatabase;
  readonly engine: 'sqlite' | 'postgres';
  close(): Promise<void>;
}

/** Beside the warehouse, in the workspace's folder. */
export const storeFile = 'store.sqlite';

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : '';
    throw new CuadroError({ code: 'store_unopenable', blame: 'internal', where: folder, found, cause });
  }
}

function dialectFor(folder: string, url: string | null): Dialect {
  if (url !== null) return new StorePostgresDialect(openPool(url));
  makeFolder(folder);
  return new StoreSqliteDialect(openSqlite(join(folder, storeFile)));
}

/**
 * The app store: people, rights, jobs, the audit log. A file in the workspace, or PostgreSQL where several servers share it.
 * @param url of PostgreSQL; null: the file
 * @throws CuadroError `store_too_new`, `store_migration_failed`, `store_url_invalid`, and those of `openSqlite` and `openPool`
 */
export async function openStore(folder: string, url: string | null): Promise<Store> {
  const db = new Kysely<Schema>({ dialect: dialectFor(folder, url) });
  try {
    await migrate(db, url === null ? join(folder, storeFile) : 'DATABASE_URL');
    return { db, engine: url === null ? 'sqlite' : 'postgres', close: () => db.destroy() };
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw error;
  }
}

/** A store that is opened when it is first asked for, and closed if it was. */
export function storeOnDemand(folder: string, url: string | null): { open(): Promise<Store>; close(): Promise<void> } {
  let opened: Promise<Store> | null = null;
  return {
    open: () => {
      const opening = opened ?? openStore(folder, url);
      opened = opening;
      // What was wrong may be mended meanwhile: the next to ask tries anew.
      opening.catch(() => {
        if (opened === opening) opened = null;
      });
      return opening;
    },
    close: async () => (await opened?.catch(() => null))?.close(),
  };
}
