import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { version } from '../../src/app/version.ts';
import { openStore, storeFile } from '../../src/store/open.ts';
import { startPostgres } from '../services/postgres.ts';
import { fill, fixtureFolder } from './fixture.ts';

// `node test/store/make-fixture.ts` before a release: a store with data as this version leaves it behind, for later versions to open.

const literal = (value: SQLOutputValue): string =>
  value === null ? 'null' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

async function fromSqlite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-fixture-'));
  const store = await openStore(folder, null);
  await fill(store.db as unknown as Kysely<unknown>);
  await store.close();
  const database = new DatabaseSync(join(folder, storeFile), { readOnly: true });
  const things = database
    .prepare(
      "select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by type = 'table' desc, name",
    )
    .all();
  const lines = things.map((thing) => `${thing.sql};`);
  for (const { name } of things.filter(({ type }) => type === 'table')) {
    for (const row of database.prepare(`select * from "${name}"`).all())
      lines.push(`insert into "${name}" values (${Object.values(row).map(literal).join(', ')});`);
  }
  database.close();
  rmSync(folder, { recursive: true });
  return `${lines.join('\n')}\n`;
}

async function fromPostgres(): Promise<string> {
  const server = await startPostgres();
  try {
    const url = await server.newDatabase();
    const store = await openStore(tmpdir(), url);
    await fill(store.db as unknown as Kysely<unknown>);
    await store.close();
    const database = /\/(test_\d+)\?/.exec(url)?.[1] ?? '';
    const dump = await server.program('pg_dump', database, '--inserts', '--no-owner', '--no-privileges', '--schema=public');
    // What is for psql alone, and for people.
    return `${dump
      .split('\n')
      .filter((line) => line !== '' && !/^(--|\\|CREATE SCHEMA|COMMENT ON SCHEMA|SET transaction_timeout)/.test(line))
      .join('\n')}\n`;
  } finally {
    await server.stop();
  }
}

writeFileSync(join(fixtureFolder, `${version}.sqlite.sql`), await fromSqlite());
writeFileSync(join(fixtureFolder, `${version}.postgres.sql`), await fromPostgres());
