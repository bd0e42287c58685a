import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { CuadroError } from '../model/error.ts';
import { migrations } from './migrations/list.ts';

const bookkeeping = 'kysely_migration';

/** The migrations that a store has seen; null: it has never seen any. */
async function seen<Shape>(db: Kysely<Shape>): Promise<readonly string[] | null> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === bookkeeping)) return null;
  return (await sql<{ name: string }>`select name from ${sql.table(bookkeeping)}`.execute(db)).rows.map(({ name }) => name);
}

/**
 * Brings a store up to date, each migration whole or not at all, one process at a time. Forward only: a store that a newer Cuadro has
 * written is left as it is.
 * @throws CuadroError `store_too_new`; as the database
 */
export async function migrate<Shape>(
  db: Kysely<Shape>,
  where: string,
  list: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const known = await seen(db);
  const newer = (known ?? []).filter((name) => !(name in list));
  if (newer.length > 0) throw new CuadroError({ code: 'store_too_new', where, found: newer.join(', ') });
  if (known?.length === Object.keys(list).length) return;
  // Numbers are handed out ahead: a release may bring 0007 after one that brought 0010.
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...list }) }, allowUnorderedMigrations: true });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof CuadroError) throw error;
  const name = results?.find(({ status }) => status === 'Error')?.migrationName ?? '';
  throw new CuadroError({ code: 'store_migration_failed', blame: 'internal', where, params: { migration: name }, cause: error });
}
