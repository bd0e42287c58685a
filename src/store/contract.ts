import { type Kysely, type Migration, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CuadroError } from '../model/error.ts';
import { isUniqueConflict } from './conflict.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import type { Store } from './open.ts';

/** A place for stores: each `open` of the same one is another connection to the same data. */
export interface StoreUnderTest {
  /** Opens the place's own store, as a server does. */
  open(): Promise<Store>;
  /** Another, empty place. */
  elsewhere(): Promise<StoreUnderTest>;
}

/** A table with each kind of column that the store uses. */
interface Probe {
  probe: { id: string; name: string; count: number; flag: number; document: string | null };
}

const createProbe: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('probe')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('count', 'bigint', (column) => column.notNull())
      .addColumn('flag', 'integer', (column) => column.notNull())
      .addColumn('document', 'text')
      .execute();
  },
};

const refused = async (work: Promise<unknown>): Promise<CuadroError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CuadroError)) throw new Error('refused by nobody', { cause: error });
  return error;
};

/** What the store needs of a database, whichever it is: both engines must pass. */
export function storeContract(name: string, make: () => Promise<{ place: StoreUnderTest; close(): Promise<void> }>): void {
  describe(`store contract: ${name}`, () => {
    let place: StoreUnderTest;
    let close: () => Promise<void>;
    let store: Store;
    let db: Kysely<Probe>;
    const row = (id: string, more: Partial<Probe['probe']> = {}) => ({ id, name: id, count: 0, flag: 0, document: null, ...more });

    beforeAll(async () => {
      ({ place, close } = await make());
      store = await place.open();
      db = store.db as unknown as Kysely<Probe>;
      await createProbe.up(db);
    });
    afterAll(async () => {
      await store.close();
      await close();
    });

    test('keeps whole numbers as numbers up to 2^53, and counts and sums too', async () => {
      const greatest = Number.MAX_SAFE_INTEGER;
      await db
        .insertInto('probe')
        .values([row('big', { count: greatest }), row('low', { count: -5 })])
        .execute();
      expect(await db.selectFrom('probe').select('count').where('id', '=', 'big').executeTakeFirst()).toEqual({ count: greatest });
      const counted = await db
        .selectFrom('probe')
        .select(({ fn }) => [fn.countAll<number>().as('rows'), fn.sum<number>('count').as('sum'), fn.max('count').as('most')])
        .where('count', '!=', 0)
        .executeTakeFirstOrThrow();
      expect(counted).toEqual({ rows: 2, sum: greatest - 5, most: greatest });
    });

    test('refuses a whole number that it could only tell rounded', async () => {
      await sql`insert into probe (id, name, count, flag) values ('over', 'over', 9007199254740993, 0)`.execute(db);
      await expect(db.selectFrom('probe').select('count').where('id', '=', 'over').execute()).rejects.toThrow(RangeError);
      await db.deleteFrom('probe').where('id', '=', 'over').execute();
      expect(await db.selectFrom('probe').select('id').where('id', '=', 'over').execute()).toEqual([]);
    });

    test('keeps documents as the text they were', async () => {
      const document = JSON.stringify({ b: 1, a: ['ñ', '漢', '😀', ''], 'quo"te': "it's", n: null });
      await db.insertInto('probe').values(row('json', { document })).execute();
      expect(await db.selectFrom('probe').select('document').where('id', '=', 'json').executeTakeFirst()).toEqual({ document });
    });

    test('orders and compares text byte by byte, whatever the language', async () => {
      const names = ['a', 'A', 'Z', 'á', 'ñ', 'n', 'o', 'z', 'é-1', '10', '9', '2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00Z'];
      await db
        .insertInto('probe')
        .values(names.map((one, index) => row(`order-${index}`, { name: one })))
        .execute();
      const found = await db.selectFrom('probe').select('name').where('id', 'like', 'order-%').orderBy('name').execute();
      const inBytes = names.toSorted((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
      expect(found.map((one) => one.name)).toEqual(inBytes);
      const after = await db
        .selectFrom('probe')
        .select('name')
        .where('id', 'like', 'order-%')
        .where('name', '>', 'Z')
        .orderBy('name')
        .execute();
      expect(after.map((one) => one.name)).toEqual(inBytes.filter((one) => Buffer.compare(Buffer.from(one), Buffer.from('Z')) > 0));
    });

    test('takes a thing once, and says when it is there already', async () => {
      await db.insertInto('probe').values(row('once')).execute();
      const error = await db
        .insertInto('probe')
        .values(row('twice', { name: 'once' }))
        .execute()
        .catch((thrown: unknown) => thrown);
      expect(isUniqueConflict(error)).toBe(true);
      expect(isUniqueConflict(await sql`select nonsense from probe`.execute(db).catch((thrown: unknown) => thrown))).toBe(false);
      const again = await db
        .insertInto('probe')
        .values(row('thrice', { name: 'once' }))
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      expect(Number(again.numInsertedOrUpdatedRows)).toBe(0);
    });

    test('counts the rows that an update and a delete have met', async () => {
      await db
        .insertInto('probe')
        .values([row('u1'), row('u2')])
        .execute();
      const updated = await db.updateTable('probe').set({ flag: 1 }).where('id', 'in', ['u1', 'u2', 'u3']).executeTakeFirst();
      expect(Number(updated.numUpdatedRows)).toBe(2);
      const deleted = await db.deleteFrom('probe').where('id', 'in', ['u1', 'u3']).executeTakeFirst();
      expect(Number(deleted.numDeletedRows)).toBe(1);
    });

    test('does all of a transaction or nothing', async () => {
      const half = db.transaction().execute(async (transaction) => {
        await transaction.insertInto('probe').values(row('half')).execute();
        throw new Error('no');
      });
      await expect(half).rejects.toThrow('no');
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('probe').values(row('whole')).execute();
        await transaction.updateTable('probe').set({ flag: 1 }).where('id', '=', 'whole').execute();
      });
      expect(await db.selectFrom('probe').select(['id', 'flag']).where('id', 'in', ['half', 'whole']).execute()).toEqual([
        { id: 'whole', flag: 1 },
      ]);
    });

    test('another connection sees what was committed, and nothing else', async () => {
      const other = await place.open();
      try {
        const seen = () => sql<{ id: string }>`select id from probe where id like 'commit-%'`.execute(other.db);
        await db.transaction().execute(async (transaction) => {
          await transaction.insertInto('probe').values(row('commit-1')).execute();
          expect((await seen()).rows).toEqual([]);
        });
        expect((await seen()).rows).toEqual([{ id: 'commit-1' }]);
      } finally {
        await other.close();
      }
    });

    test('two that wish to take the same thing at once: one does', async () => {
      const other = await place.open();
      try {
        await db.insertInto('probe').values(row('taken')).execute();
        const take = async (by: Kysely<Probe>) => {
          const { numUpdatedRows } = await by
            .updateTable('probe')
            .set({ flag: 1 })
            .where('id', '=', 'taken')
            .where('flag', '=', 0)
            .executeTakeFirst();
          return Number(numUpdatedRows);
        };
        const taken = await Promise.all([take(db), take(other.db as unknown as Kysely<Probe>), take(db)]);
        expect(taken.toSorted()).toEqual([0, 0, 1]);
      } finally {
        await other.close();
      }
    });

    test('several that open an empty store at once make its tables once', async () => {
      const fresh = await place.elsewhere();
      const opened = await Promise.all([fresh.open(), fresh.open(), fresh.open()]);
      try {
        const names = await sql<{ name: string }>`select name from kysely_migration order by name`.execute((opened[0] as Store).db);
        expect(names.rows.map((one) => one.name)).toEqual(Object.keys(migrations).toSorted());
      } finally {
        for (const one of opened) await one.close();
      }
    });

    test('a migration that fails leaves the store as it was', async () => {
      const fresh = await place.elsewhere();
      const opened = await fresh.open();
      try {
        const failing: Migration = {
          up: async (half: Kysely<unknown>) => {
            await createProbe.up(half);
            throw new Error('halfway');
          },
        };
        const error = await refused(migrate(opened.db, 'here', { ...migrations, '9001_failing': failing }));
        expect(error).toMatchObject({ code: 'store_migration_failed', params: { migration: '9001_failing' } });
        const tables = await opened.db.introspection.getTables();
        expect(tables.map((table) => table.name)).not.toContain('probe');
        await migrate(opened.db, 'here', { ...migrations, '9001_failing': createProbe });
        expect((await opened.db.introspection.getTables()).map((table) => table.name)).toContain('probe');
      } finally {
        await opened.close();
      }
    });

    test('a store of a newer version is refused and left as it is', async () => {
      const fresh = await place.elsewhere();
      const opened = await fresh.open();
      await migrate(opened.db, 'here', { ...migrations, '9002_later': createProbe });
      await opened.close();
      const error = await refused(fresh.open());
      expect(error).toMatchObject({ code: 'store_too_new', found: '9002_later' });
    });
  });
}
