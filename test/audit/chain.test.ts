import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { audited } from '../../src/app/audit/audited.ts';
import { walkChain } from '../../src/app/audit/chain.ts';
import type { NewEntry } from '../../src/app/audit/entry.ts';
import { openAuditLog } from '../../src/app/audit/log.ts';
import { archiveAudit } from '../../src/app/audit/retention.ts';
import { searchAudit } from '../../src/app/audit/search.ts';
import { csvLine } from '../../src/app/csv.ts';
import { defineOperation } from '../../src/app/operation.ts';
import { localActor } from '../../src/app/rights/actor.ts';
import { CuadroError } from '../../src/model/error.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';

const now = () => Temporal.Instant.from('2026-07-15T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'cuadro-audit-'));
let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

const entry = (more: Partial<NewEntry> = {}): NewEntry => ({
  at: '2026-07-15T10:00:00.000Z',
  actor_kind: 'user',
  actor_id: 'u1',
  actor_name: 'ana@example.com',
  actor_role: 'analyst',
  operation: 'records',
  permission: 'records.read',
  detail: '{}',
  outcome: 'ok',
  origin: '127.0.0.1',
  ...more,
});

const operation = (permission: 'kpi.read' | 'export', run: () => Promise<{ rows: number }>) =>
  defineOperation({
    id: 'probe',
    words: { es: 'prueba', en: 'probe' },
    input: z.strictObject({ kpi: z.string(), where: z.string() }),
    output: z.strictObject({ rows: z.int() }),
    rest: { method: 'POST', path: '/probe' },
    effect: 'read',
    on: 'store',
    permission,
    audit: (_, { rows }) => ({ rows }),
    run,
  });

describe.each(['sqlite', 'postgres'] as const)('the audit log on %s', (engine) => {
  let count = 0;
  const open = async (): Promise<Store> =>
    openStore(join(folder, `${engine}-${count++}`), engine === 'sqlite' ? null : await postgres.newDatabase());
  const filled = async (entries: number): Promise<Store> => {
    const store = await open();
    const log = openAuditLog(async () => store, now);
    await Promise.all(Array.from({ length: entries }, (_, index) => log.record(entry({ detail: `{"n":${index}}` }))));
    return store;
  };

  test('holds together when many write at once, from several logs', async () => {
    const store = await open();
    const logs = [1, 2, 3].map(() => openAuditLog(async () => store, now));
    await Promise.all(Array.from({ length: 60 }, (_, index) => logs[index % 3]?.record(entry({ detail: `{"n":${index}}` }))));
    expect(await walkChain(store.db)).toMatchObject({ whole: true, entries: 60, first: 1, last: 60, broken: null });
    await store.close();
  });

  test('refuses to be changed, and tells where it was changed all the same', async () => {
    const store = await filled(5);
    await expect(sql`update audit_entry set outcome = 'ok'`.execute(store.db)).rejects.toThrow(/audit_append_only/);
    await expect(sql`delete from audit_entry`.execute(store.db)).rejects.toThrow(/audit_append_only/);
    await expect(sql`delete from audit_entry where sequence = 5`.execute(store.db)).rejects.toThrow(/audit_append_only/);
    // Whoever owns the database takes the guards away.
    const drop = (trigger: string) => sql.raw(`drop trigger ${trigger}${engine === 'postgres' ? ' on audit_entry' : ''}`).execute(store.db);
    for (const trigger of engine === 'postgres' ? ['audit_entry_guard'] : ['audit_entry_no_update', 'audit_entry_no_delete'])
      await drop(trigger);
    await sql`update audit_entry set actor_name = 'eve@example.com' where sequence = 3`.execute(store.db);
    expect((await walkChain(store.db)).broken).toMatchObject({ sequence: 3, how: 'changed' });
    await sql`update audit_entry set actor_name = 'ana@example.com' where sequence = 3`.execute(store.db);
    expect((await walkChain(store.db)).whole).toBe(true);
    await sql`delete from audit_entry where sequence = 5`.execute(store.db);
    expect((await walkChain(store.db)).broken).toMatchObject({ sequence: 5, how: 'cut' });
    await sql`delete from audit_entry where sequence = 2`.execute(store.db);
    expect((await walkChain(store.db)).broken).toMatchObject({ sequence: 2, how: 'missing' });
    await store.close();
  });

  test('lets old entries go to an archive, and the chain goes on from there', async () => {
    const store = await open();
    const log = openAuditLog(async () => store, now);
    for (const day of ['2023-01-01', '2023-01-02', '2026-07-01']) await log.record(entry({ at: `${day}T00:00:00.000Z` }));
    const place = join(folder, `${engine}-archive`);
    const archived = await archiveAudit(store.db, place, { before: Temporal.Instant.from('2026-01-01T00:00Z'), now: now() });
    expect(archived.entries).toBe(2);
    const lines = gunzipSync(readFileSync(join(place, 'audit', archived.file ?? '')))
      .toString()
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).sequence)).toEqual([1, 2]);
    await log.record(entry());
    expect(await walkChain(store.db)).toMatchObject({ whole: true, entries: 2, first: 3, last: 4 });
    await expect(sql`delete from audit_entry`.execute(store.db)).rejects.toThrow(/audit_append_only/);
    await store.close();
  });

  test('finds by actor, operation, outcome and time, page by page', async () => {
    const store = await open();
    const log = openAuditLog(async () => store, now);
    await log.record(entry({ actor_name: 'Luis_1@example.com', outcome: 'forbidden' }));
    await log.record(entry({ actor_name: 'luis11@example.com', operation: 'export', at: '2026-07-16T23:59:59.999Z' }));
    const found = async (filter: Parameters<typeof searchAudit>[1]) =>
      (await searchAudit(store.db, filter, { before: null, limit: 10 })).map(({ sequence }) => sequence);
    expect(await found({ actor: 'LUIS_' })).toEqual([1]);
    expect(await found({ outcome: 'failed' })).toEqual([1]);
    expect(await found({ operation: 'export' })).toEqual([2]);
    expect(await found({ from: '2026-07-16', to: '2026-07-16' })).toEqual([2]);
    expect((await searchAudit(store.db, {}, { before: 2, limit: 1 })).map(({ sequence }) => sequence)).toEqual([1]);
    await store.close();
  });

  test('tells of a call who, what about and how it ended, and not what was asked for', async () => {
    const store = await open();
    const log = openAuditLog(async () => store, now);
    const call = { log, actor: localActor, now, input: { kpi: 'new_leads', where: 'email=ana@example.com' } };
    const good = operation('export', async () => ({ rows: 7 }));
    await audited(good, call, async () => ({ rows: 7 }));
    await expect(audited(good, call, () => Promise.reject(new CuadroError({ code: 'forbidden' })))).rejects.toThrow(/forbidden/);
    await audited(
      operation('kpi.read', async () => ({ rows: 1 })),
      call,
      async () => ({ rows: 1 }),
    );
    await log.flush();
    const rows = await store.db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute();
    expect(rows.map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['ok', '{"kpis":["new_leads"],"rows":7}'],
      ['forbidden', '{"kpis":["new_leads"]}'],
      ['ok', '{"kpis":["new_leads"],"rows":1}'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('ana@');
    await store.close();
  });
});

describe('where the audit log cannot be written', () => {
  const failing = openAuditLog(() => Promise.reject(new CuadroError({ code: 'store_unopenable' })), now);
  const call = { log: failing, actor: localActor, now, input: { kpi: 'x', where: '' } };

  test('what must be written down is not begun', async () => {
    let ran = false;
    const run = async () => {
      ran = true;
      return { rows: 1 };
    };
    await expect(audited(operation('export', run), call, run)).rejects.toThrow(/store_unopenable/);
    expect(ran).toBe(false);
  });

  test('a result that could not be written down is not given', async () => {
    const log = { ...failing, ready: async () => undefined };
    await expect(
      audited(
        operation('export', async () => ({ rows: 1 })),
        { ...call, log },
        async () => ({ rows: 1 }),
      ),
    ).rejects.toThrow();
  });

  test('aggregates can still be looked at; what was lost is told once the log can be written again', async () => {
    const store = await openStore(join(folder, 'later'), null);
    let isUp = false;
    const log = openAuditLog(() => (isUp ? Promise.resolve(store) : Promise.reject(new Error('disk full'))), now);
    const look = operation('kpi.read', async () => ({ rows: 1 }));
    for (let index = 0; index < 2_003; index++) await audited(look, { ...call, log }, async () => ({ rows: 1 }));
    await log.flush();
    isUp = true;
    await log.flush();
    expect((await searchAudit(store.db, { operation: 'audit_gap' }, { before: null, limit: 2 })).map(({ detail }) => detail)).toEqual([
      '{"entries":3}',
    ]);
    expect(await walkChain(store.db)).toMatchObject({ whole: true, entries: 2_001 });
    await store.close();
  });
});

test('a line of CSV is no formula', () => {
  expect(csvLine(['=1+1', '-5', '-x', 'a,"b"\n'])).toBe(`'=1+1,-5,'-x,"a,""b""\n"\r\n`);
});
