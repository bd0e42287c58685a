import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import type { Store } from '../../store/open.ts';

/** In the archive: the store's tables as JSON lines, the same of SQLite and of PostgreSQL, so that either can be restored into either. */
export const storeDump = 'store.jsonl';

/** In this order: what others refer to comes first. What is not here is of the moment: sessions, tokens that are under way, leases. */
const first = ['auth_user', 'member', 'job'];
const ofTheMoment: ReadonlySet<string> = new Set(['auth_session', 'auth_verification', 'kysely_migration', 'kysely_migration_lock']);
/** By which somebody signs in. */
const secretTables: ReadonlySet<string> = new Set(['auth_account', 'auth_two_factor', 'auth_passkey', 'api_key', 'invitation']);

const line = z.union([
  z.strictObject({ store: z.literal(1), migrations: z.array(z.string()) }),
  z.strictObject({ table: z.string().regex(/^[a-z_]+$/), row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
]);

// biome-ignore lint/suspicious/noExplicitAny: tables are named by what is there
type AnyDatabase = Kysely<any>;

const page = 2_000;

async function tablesOf(db: AnyDatabase): Promise<readonly string[]> {
  const names = (await db.introspection.getTables()).filter(({ isView }) => !isView).map(({ name }) => name);
  return [...first.filter((name) => names.includes(name)), ...names.filter((name) => !first.includes(name)).toSorted()];
}

/**
 * Writes the store as it is at one moment, while others read and write.
 * @param secrets false: without what people and programs sign in by; whoever restores it invites anew
 * @returns rows written
 */
export async function dumpStore({ db: typed, engine }: Store, file: string, secrets: boolean): Promise<number> {
  const db: AnyDatabase = typed;
  const handle = await open(file, 'wx', 0o600);
  let rows = 0;
  const dump = async (transaction: AnyDatabase): Promise<void> => {
    const migrations = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(transaction);
    await handle.write(`${JSON.stringify({ store: 1, migrations: migrations.rows.map(({ name }) => name) })}\n`);
    for (const table of await tablesOf(transaction)) {
      if (ofTheMoment.has(table) || (!secrets && secretTables.has(table))) continue;
      const key = engine === 'sqlite' ? sql`rowid` : sql`ctid`;
      for (let offset = 0; ; offset += page) {
        const found = await sql<
          Record<string, unknown>
        >`select * from ${sql.table(table)} order by ${key} limit ${page} offset ${offset}`.execute(transaction);
        if (found.rows.length > 0) await handle.write(found.rows.map((row) => `${JSON.stringify({ table, row })}\n`).join(''));
        rows += found.rows.length;
        if (found.rows.length < page) break;
      }
    }
  };
  try {
    if (engine === 'sqlite') await db.transaction().execute(dump);
    else await db.transaction().setIsolationLevel('repeatable read').execute(dump);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return rows;
}

/**
 * Fills a new store from a dump, wholly or not at all. A table that this version does not know was dropped since; its rows are left out.
 * @throws CuadroError `restore_store_not_empty`, `backup_invalid`
 */
export async function loadStore({ db: typed }: Store, file: string): Promise<number> {
  const db: AnyDatabase = typed;
  const [{ n } = { n: 0 }] = (
    await sql<{ n: number }>`select (select count(*) from auth_user) + (select count(*) from audit_entry) as n`.execute(db)
  ).rows;
  if (Number(n) > 0) throw new CuadroError({ code: 'restore_store_not_empty', where: 'DATABASE_URL' });
  const known = new Set(await tablesOf(db));
  let rows = 0;
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('audit_head').execute();
    let table = '';
    let waiting: Record<string, string | number | null>[] = [];
    const flush = async (): Promise<void> => {
      if (waiting.length > 0 && known.has(table)) await transaction.insertInto(table).values(waiting).execute();
      rows += waiting.length;
      waiting = [];
    };
    for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
      const parsed = line.safeParse(JSON.parse(text));
      if (!parsed.success) throw new CuadroError({ code: 'backup_invalid', where: file, found: storeDump });
      if ('store' in parsed.data) continue;
      if (parsed.data.table !== table || waiting.length >= 100) await flush();
      table = parsed.data.table;
      waiting.push(parsed.data.row);
    }
    await flush();
    const head = await transaction.selectFrom('audit_head').select('id').executeTakeFirst();
    if (!head) await transaction.insertInto('audit_head').values({ id: 1, sequence: 0, hash: '' }).execute();
  });
  return rows;
}
