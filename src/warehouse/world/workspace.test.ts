import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingsSchema } from '../../model/settings.ts';
import { refreshDerived } from '../derived/refresh.ts';
import { type Database, openWarehouse } from '../duckdb/database.ts';
import { openWorld } from './open.ts';
import { duckdbPlaces } from './places.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuadro-world-'));
const settings = settingsSchema.parse({});
let database: Database;

beforeAll(async () => {
  database = await openWarehouse(folder);
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const rebuild = async (changed: ReadonlySet<string>) => {
  const places = await duckdbPlaces(database.session.run);
  return refreshDerived(database.session.run, places, settings, changed);
};

test('derived datasets are made in the transaction of the load, and undone with it', async () => {
  const { run } = database.session;
  expect((await rebuild(new Set())).length).toBeGreaterThan(14);
  const load = (keep: boolean) =>
    database.session.transaction(async () => {
      await run(
        `insert into main."order" (_source, id, account_id, ordered_at, ordered_at_day, _batch) values ('s', 'o1', 'a', timestamp '2024-01-10 10:00:00', date '2024-01-10', 1)`,
      );
      return { result: await rebuild(new Set(['order'])), keep };
    });
  const count = async () => (await run('select count(*) as n from order_sequence'))[0]?.n;
  const made = await load(false);
  // What stands on orders, each after what it is made from; nothing that stands on other records alone.
  expect(made.slice(0, 4)).toEqual(['customer_span', 'account_stage_span', 'order_sequence', 'product_order_sequence']);
  expect(made).not.toContain('renewal');
  expect(await count()).toBe(0);
  await load(true);
  expect(await count()).toBe(1);
});

test('a world is made beside the warehouse, kept while the data stay the same, and leaves nothing in it', async () => {
  const { run } = database.session;
  const statements: string[] = [];
  const noted = (sql: string) => {
    statements.push(sql);
    return run(sql);
  };
  const ask = (asOf: string) => openWorld(noted, { settings, asOf, knownAt: null });
  const tablesMade = () => statements.filter((sql) => sql.startsWith('create or replace table')).length;
  const world = await ask('2024-01-31');
  expect(world.catalog.rows('order_sequence')).toBe(1);
  expect(await run(`select order_id from ${world.relation('order_sequence')}`)).toEqual([{ order_id: 'o1' }]);
  expect(tablesMade()).toBeGreaterThan(14);
  statements.length = 0;
  await ask('2024-01-31');
  expect(tablesMade()).toBe(0);
  await ask('2024-01-01');
  expect(tablesMade()).toBeGreaterThan(14);
  expect((await ask('2024-01-01')).catalog.rows('order')).toBe(0);
  statements.length = 0;
  await run(
    `insert into main."order" (_source, id, account_id, ordered_at, ordered_at_day, _batch) values ('s', 'o2', 'a', timestamp '2024-01-12 10:00:00', date '2024-01-12', 2)`,
  );
  expect((await ask('2024-01-31')).catalog.rows('order_sequence')).toBe(2);
  expect(tablesMade()).toBeGreaterThan(14);
  const kept = await run(`select table_schema as s from information_schema.tables where table_name like 'ready_%'`);
  expect(kept).toHaveLength(1);
  expect(await run(`select 1 from duckdb_schemas() where schema_name like 'world_%' and database_name = current_database()`)).toEqual([]);
});

test('of another day’s world only what is read is made, with what that stands on', async () => {
  const { run } = database.session;
  const made: string[] = [];
  const noted = (sql: string) => {
    const table = /^create or replace table \S+?"(\w+)"/.exec(sql)?.[1];
    if (table !== undefined) made.push(table);
    return run(sql);
  };
  const world = await openWorld(noted, { settings, asOf: '2024-02-29', knownAt: null, reads: ['lead_payment'] });
  expect(made).toContain('lead_payment');
  expect(made).toContain('customer_span');
  expect(made).not.toContain('order_sequence');
  expect(world.catalog.rows('order')).toBe(2);
  expect(world.catalog.rows('order_sequence')).toBe(0);
  made.length = 0;
  const other = await openWorld(noted, { settings, asOf: '2024-02-29', knownAt: null, reads: ['order_sequence'] });
  expect(other.catalog.rows('order_sequence')).toBe(2);
});

test('the catalogue of an unchanged warehouse is read without looking at the rows', async () => {
  const { run } = database.session;
  const statements: string[] = [];
  const ask = () =>
    openWorld(
      (sql) => {
        statements.push(sql);
        return run(sql);
      },
      { settings, asOf: null, knownAt: null },
    );
  expect((await ask()).catalog.filled('order', 'account_id')).toBe(2);
  statements.length = 0;
  expect((await ask()).catalog.filled('order', 'account_id')).toBe(2);
  expect(statements.filter((sql) => sql.includes('count("account_id")') || sql.includes('count("id")'))).toEqual([]);
  await run(`update main."order" set account_id = null, _batch = 3 where id = 'o2'`);
  expect((await ask()).catalog.filled('order', 'account_id')).toBe(1);
});

test('other settings make the derived datasets anew', async () => {
  const { run } = database.session;
  const until = async (days: number) => {
    await openWorld(run, { settings: { ...settings, customer: { active_days: days } }, asOf: null, knownAt: null });
    return (await run('select valid_to_day as day from customer_span'))[0]?.day;
  };
  expect(await until(365)).toBe('2025-01-10');
  expect(await until(10)).toBe('2024-01-21');
});

test('another time zone moves instants to other days, and dates to other instants', async () => {
  const { run } = database.session;
  await run(`insert into main."lead" (_source, id, created_at, created_at_day, converted_at, converted_at_day, _date_only, _batch) values
    ('s', 'l', timestamp '2024-01-31 23:30:00', date '2024-02-01', timestamp '2024-02-09 23:00:00', date '2024-02-10', ',converted_at,', 4)`);
  await run(`insert into cuadro.watermark_log (source, entity, batch, instant, day, date_only, declared) values
    ('s', 'lead', 4, timestamp '2024-02-29 22:59:59', date '2024-02-29', true, true)`);
  const read = async (timezone: string) => {
    const { catalog } = await openWorld(run, { settings: { ...settings, timezone }, asOf: null, knownAt: null });
    const [row] = await run(`select created_at as c, created_at_day as cd, converted_at as v, converted_at_day as vd from main."lead"`);
    return [row?.c, row?.cd, row?.v, row?.vd, catalog.watermark('lead')?.instant];
  };
  const madrid = ['2024-01-31T23:30:00Z', '2024-02-01', '2024-02-09T23:00:00Z', '2024-02-10', '2024-02-29T22:59:59Z'];
  expect(await read('Europe/Madrid')).toEqual(madrid);
  expect(await read('America/Mexico_City')).toEqual([
    '2024-01-31T23:30:00Z',
    '2024-01-31',
    '2024-02-10T06:00:00Z',
    '2024-02-10',
    '2024-03-01T05:59:59Z',
  ]);
  expect(await read('Europe/Madrid')).toEqual(madrid);
});
