import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derivedDatasets, entities } from '../../model/registry.ts';
import { openWarehouse, warehouseFile } from './database.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuadro-warehouse-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('openWarehouse', () => {
  it('makes every table of the model, once', async () => {
    for (const _ of [1, 2]) {
      const database = await openWarehouse(folder);
      const tables = await database.session.run(
        "select schema_name as s, count(*) as n from duckdb_tables() where not temporary and schema_name <> 'cuadro' group by 1 order by 1",
      );
      expect(tables).toEqual([
        { s: 'history', n: entities.size },
        { s: 'main', n: entities.size + derivedDatasets.size },
      ]);
      database.close();
    }
  });

  it('adds the columns that a newer model has', async () => {
    const before = await openWarehouse(folder);
    await before.session.run('alter table main.account drop column segment');
    await before.session.run("update cuadro.meta set value = 'older' where key = 'model'");
    before.close();
    const after = await openWarehouse(folder);
    expect(await after.session.run('select segment from account')).toEqual([]);
    after.close();
  });

  it('refuses a workspace of a newer Cuadro', async () => {
    const database = await openWarehouse(folder);
    await database.session.run("update cuadro.meta set value = '99' where key = 'format'");
    database.close();
    await expect(openWarehouse(folder)).rejects.toMatchObject({ code: 'workspace_too_new', found: '99' });
  });

  it('queues for a workspace that is open, and gives up', async () => {
    const first = await openWarehouse(folder);
    await expect(openWarehouse(folder, { busyTimeoutMs: 200 })).rejects.toMatchObject({
      code: 'workspace_busy',
      blame: 'internal',
      found: `PID ${process.pid}`,
    });
    const second = openWarehouse(folder, { busyTimeoutMs: 10_000 });
    setTimeout(() => first.close(), 200);
    (await second).close();
  });

  it('says that a file is no warehouse', async () => {
    writeFileSync(join(folder, warehouseFile), 'this is no database, but long enough to be taken for one '.repeat(100));
    await expect(openWarehouse(folder)).rejects.toMatchObject({ code: 'warehouse_unreadable', blame: 'internal' });
  });

  it('answers in plain values', async () => {
    const database = await openWarehouse(folder);
    expect(
      await database.session.run(
        "select 1.5::decimal(18,4) as money, 9007199254740991 as large, DATE '2024-02-29' as day, TIMESTAMP '2024-02-29 10:00:00' as instant, TIMESTAMPTZ '2024-02-29 10:00:00+01' as zoned, [1, 2] as list, null as nothing",
      ),
    ).toEqual([
      {
        money: 1.5,
        large: 9007199254740991,
        day: '2024-02-29',
        instant: '2024-02-29T10:00:00Z',
        zoned: '2024-02-29T09:00:00Z',
        list: [1, 2],
        nothing: null,
      },
    ]);
    database.close();
  });

  it('interrupts what runs when it is told to', async () => {
    const database = await openWarehouse(folder);
    const signal = AbortSignal.timeout(200);
    await expect(
      database.session.cancellable(signal, () =>
        database.session.run('select count(*) from range(100000000000) a(i), range(1000) b(j) where hash(i) = hash(j)'),
      ),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(await database.session.one('select 7')).toBe(7);
    database.close();
  });
});
