import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { renderError } from '../../src/i18n/errors.ts';
import { CuadroError } from '../../src/model/error.ts';
import { openStore, storeFile } from '../../src/store/open.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';

const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-trouble-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const refusal = async (work: Promise<unknown>): Promise<CuadroError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CuadroError)) throw new Error('no CuadroError', { cause: error });
  return error;
};

const child = (script: string, ...args: readonly string[]) => [join(import.meta.dirname, script), ...args];

describe('a SQLite store in trouble', () => {
  test('is for its owner’s eyes only', async () => {
    const folder = temporary();
    const { close } = await openStore(folder, null);
    expect(statSync(join(folder, storeFile)).mode & 0o777).toBe(0o600);
    await close();
  });

  test('a damaged file is refused and left as it is', async () => {
    const folder = temporary();
    const { db, close } = await openStore(folder, null);
    await sql`create table padding (text text)`.execute(db);
    await close();
    const file = join(folder, storeFile);
    const whole = readFileSync(file);
    const damaged = Buffer.concat([whole.subarray(0, 100), Buffer.alloc(whole.length - 100, 0x5a)]);
    writeFileSync(file, damaged);
    expect(await refusal(openStore(folder, null))).toMatchObject({ code: 'store_corrupt', where: file });
    expect(readFileSync(file).equals(damaged)).toBe(true);
    writeFileSync(file, 'This is no database, but long enough to be looked at as one. '.repeat(100));
    expect(await refusal(openStore(folder, null))).toMatchObject({ code: 'store_corrupt' });
  });

  test('what is in the way of the file is said', async () => {
    const folder = temporary();
    mkdirSync(join(folder, storeFile));
    expect(await refusal(openStore(folder, null))).toMatchObject({ code: 'store_unopenable' });
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal(openStore(join(folder, 'file'), null))).toMatchObject({ code: 'store_unopenable' });
  });

  test('a folder or a file that may only be read is said to be so', async () => {
    const folder = temporary();
    await (await openStore(folder, null)).close();
    chmodSync(join(folder, storeFile), 0o444);
    chmodSync(folder, 0o555);
    const empty = temporary();
    chmodSync(empty, 0o555);
    // To root no permission says no: then as nobody.
    const user = process.getuid?.() === 0 ? '65534' : '';
    const outcome = async (of: string) => (await promisify(execFile)(process.execPath, child('open_child.ts', of, user))).stdout;
    expect(await outcome(empty)).toBe('store_unopenable');
    expect(await outcome(folder)).toBe('store_read_only');
    chmodSync(folder, 0o700);
  });

  test('a full disk is said, nothing stored is lost, and room makes it well again', async () => {
    const folder = temporary();
    const { db, close } = await openStore(folder, null);
    onTestFinished(close);
    await sql`create table filler (id integer primary key, text text)`.execute(db);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 20)}`.execute(db);
    let stored = 0;
    const fill = async (): Promise<never> => {
      for (;;) {
        await db.transaction().execute((transaction) => sql`insert into filler (text) values (${'x'.repeat(3000)})`.execute(transaction));
        stored += 1;
      }
    };
    const error = await refusal(fill());
    expect(error).toMatchObject({ code: 'store_full', blame: 'internal', where: join(folder, storeFile) });
    expect(stored).toBeGreaterThan(5);
    const count = async () => (await sql<{ n: number }>`select count(*) as n from filler`.execute(db)).rows[0]?.n;
    expect(await count()).toBe(stored);
    await sql`pragma max_page_count = 1000000`.execute(db);
    await sql`insert into filler (text) values ('again')`.execute(db);
    expect(await count()).toBe(stored + 1);
  });

  test('two processes that write at once lose nothing', async () => {
    const folder = temporary();
    await (await openStore(folder, null)).close();
    const names = ['one', 'two'];
    const written = await Promise.all(
      names.map(async (name) => (await promisify(execFile)(process.execPath, child('writer_child.ts', folder, name, '60'))).stdout),
    );
    expect(written.map((text) => text.trim().split('\n').length)).toEqual([60, 60]);
    const { db, close } = await openStore(folder, null);
    onTestFinished(close);
    expect((await sql<{ n: number }>`select count(*) as n from written`.execute(db)).rows).toEqual([{ n: 120 }]);
  });

  test('what was said to be stored is there after the writer was killed', async () => {
    const folder = temporary();
    const writer = spawn(process.execPath, child('writer_child.ts', folder, 'killed', '1000000'), { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    for await (const text of writer.stdout) {
      said += String(text);
      if (said.split('\n').length > 40) writer.kill('SIGKILL');
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    const { db, close } = await openStore(folder, null);
    onTestFinished(close);
    const stored = new Set((await sql<{ id: string }>`select id from written`.execute(db)).rows.map(({ id }) => id));
    // The last line may be half a line.
    for (const id of said.split('\n').slice(0, -1)) expect(stored).toContain(id);
  });
});

describe('a PostgreSQL store in trouble', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  /** Wherever an error may be shown or logged, the password is not. */
  const expectSecret = (error: CuadroError, secret: string): void => {
    const shown = [
      inspect(error, { depth: 10, showHidden: true }),
      JSON.stringify(renderError(error, 'es')),
      JSON.stringify(renderError(error, 'en')),
    ];
    for (const text of shown) expect(text).not.toContain(secret);
  };

  test('a wrong password is said, and not shown', async () => {
    const url = (await server.newDatabase()).replace(server.password, 'wrong-secret');
    const error = await refusal(openStore('/nowhere', url));
    expect(error).toMatchObject({ code: 'store_login_refused', blame: 'internal' });
    expectSecret(error, 'wrong-secret');
  });

  test('a database that is not there is said', async () => {
    const error = await refusal(openStore('/nowhere', server.url('no_such_database')));
    expect(error.code).toBe('store_database_missing');
    expectSecret(error, server.password);
  });

  test('a server that nobody answers at is said, with where but not with whom', async () => {
    // A port that was free a moment ago.
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => probe.close(resolve));
    const error = await refusal(openStore('/nowhere', `postgresql://cuadro:topsecret@127.0.0.1:${port}/cuadro`));
    expect(error).toMatchObject({ code: 'store_unreachable', where: `127.0.0.1:${port}/cuadro` });
    expectSecret(error, 'topsecret');
  });

  test.each([
    'mysql://cuadro:topsecret@localhost/cuadro',
    'topsecret',
    'postgresql://cuadro:top%secret@localhost/cuadro',
    'postgresql://cuadro:topsecret@localhost:99x/cuadro',
  ])('what is no address is said without repeating it: %s', async (url) => {
    const error = await refusal(openStore('/nowhere', url));
    expect(['store_url_invalid', 'store_unreachable']).toContain(error.code);
    expectSecret(error, 'topsecret');
    expectSecret(error, 'top%secret');
  });

  test('a user who may not make tables is told so', async () => {
    const url = new URL((await server.newDatabase()).replace('@/', '@socket/'));
    const database = url.pathname.slice(1);
    await server.run(`create role reader login password 'readersecret'`, database);
    await server.run(`revoke create on schema public from public`, database);
    const asReader = server.url(database).replace(`cuadro:${server.password}`, 'reader:readersecret');
    const error = await refusal(openStore('/nowhere', asReader));
    expect(error.code).toBe('store_read_only');
    expectSecret(error, 'readersecret');
  });

  test('outlives connections that the server ends', async () => {
    const url = await server.newDatabase();
    const { db, close } = await openStore('/nowhere', url);
    onTestFinished(close);
    const ask = async () => (await sql<{ n: number }>`select count(*) as n from lease`.execute(db)).rows[0]?.n;
    expect(await ask()).toBe(0);
    await server.run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cuadro'`);
    // One question may meet the connection that has just died; the next has another.
    await ask().catch((error: unknown) => expect(error).toMatchObject({ code: 'store_unreachable' }));
    expect(await ask()).toBe(0);
  });
});
