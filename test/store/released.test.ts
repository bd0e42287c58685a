import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../src/store/migrations/list.ts';
import { openStore, type Store, storeFile } from '../../src/store/open.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';
import { fixtureFolder, type Rows, rowsOf, versionsOf } from './fixture.ts';

const migrated = 'kysely_migration';
const text = (version: string, engine: string): string => readFileSync(join(fixtureFolder, `${version}.${engine}.sql`), 'utf8');

/** Every row that was there is there still, with what its columns held. */
async function expectKept(store: Store, before: ReadonlyMap<string, Rows>): Promise<void> {
  const after = await rowsOf(store.db as unknown as Kysely<unknown>);
  expect(before.size).toBeGreaterThan(5);
  for (const [table, rows] of before) {
    expect(rows.length, table).toBeGreaterThan(0);
    const kept = after.get(table) ?? [];
    for (const row of rows) expect(kept, table).toContainEqual(expect.objectContaining(row));
  }
  const done = await (store.db as unknown as Kysely<{ [migrated]: { name: string } }>).selectFrom(migrated).select('name').execute();
  expect(done.map(({ name }) => name).toSorted()).toEqual(Object.keys(migrations).toSorted());
}

describe('a store that a released version left behind opens in this one, with all that was in it', () => {
  let folder: string;
  let server: PostgresServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cuadro-released-'));
    server = await startPostgres();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test.each(versionsOf('sqlite'))('SQLite, %s', async (version) => {
    const database = new DatabaseSync(join(folder, storeFile), { enableForeignKeyConstraints: false });
    database.exec(text(version, 'sqlite'));
    const names = database.prepare("select name from sqlite_master where type = 'table' and name not like 'kysely_%'").all();
    const before = new Map(
      names.map(({ name }) => [
        String(name),
        database
          .prepare(`select * from "${name}"`)
          .all()
          .map((row) => ({ ...row })),
      ]),
    );
    database.close();
    const store = await openStore(folder, null);
    await expectKept(store, before).finally(store.close);
    rmSync(join(folder, storeFile));
  });

  test.each(versionsOf('postgres'))('PostgreSQL, %s', async (version) => {
    const url = await server.newDatabase();
    const client = new pg.Client({
      connectionString: url,
      types: { getTypeParser: (id: number) => (id === 20 ? Number : pg.types.getTypeParser(id)) },
    });
    await client.connect();
    await client.query(text(version, 'postgres'));
    const names: { name: string }[] = (
      await client.query(
        "select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'kysely_%'",
      )
    ).rows;
    const before = new Map<string, Rows>();
    for (const { name } of names) before.set(name, (await client.query(`select * from public."${name}"`)).rows);
    await client.end();
    const store = await openStore(folder, url);
    await expectKept(store, before).finally(store.close);
  });

  test('there is one of each engine for each version', () => {
    expect(versionsOf('postgres')).toEqual(versionsOf('sqlite'));
    expect(versionsOf('sqlite').length).toBeGreaterThan(0);
  });
});
