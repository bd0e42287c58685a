import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { walkChain } from '../../src/app/audit/chain.ts';
import { openAuditLog } from '../../src/app/audit/log.ts';
import { dumpStore, loadStore } from '../../src/app/backup/store-dump.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'cuadro-dump-'));
const at = '2026-07-15T10:00:00.000Z';
let postgres: PostgresServer;
let count = 0;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(root, { recursive: true });
});

const open = async (engine: 'sqlite' | 'postgres'): Promise<Store> =>
  openStore(join(root, String(count++)), engine === 'postgres' ? await postgres.newDatabase() : null);

async function fill(store: Store): Promise<void> {
  const user = {
    id: 'u1',
    name: 'Ana',
    email: 'ana@example.com',
    emailVerified: 1,
    image: null,
    createdAt: at,
    updatedAt: at,
    twoFactorEnabled: 0,
  };
  await store.db.insertInto('auth_user').values(user).execute();
  const session = {
    id: 's',
    userId: 'u1',
    token: 'session-token',
    expiresAt: at,
    ipAddress: null,
    userAgent: null,
    createdAt: at,
    updatedAt: at,
  };
  await store.db.insertInto('auth_session').values(session).execute();
  const key = {
    id: 'k',
    user_id: 'u1',
    name: 'k',
    start: 'cu',
    token_hash: 'key-hash',
    permissions: '[]',
    expires_at: null,
    created_at: at,
    last_used_at: null,
  };
  await store.db.insertInto('api_key').values(key).execute();
  const training = { id: 't', user_id: 'u1', kind: 'data', passed_at: at, expires_at: at, recorded_by: 'x' };
  await store.db.insertInto('training').values(training).execute();
  const log = openAuditLog(
    async () => store,
    () => Temporal.Instant.from(at),
  );
  const entry = {
    at,
    actor_kind: 'user',
    actor_id: 'u1',
    actor_name: 'ana',
    actor_role: 'owner',
    operation: 'o',
    permission: 'p',
    detail: '{}',
    outcome: 'ok',
    origin: 'cli',
  };
  await Promise.all(Array.from({ length: 250 }, () => log.record(entry)));
}

test.each([
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
] as const)('a dump of %s fills %s: accounts, keys, trainings and the audit chain, no sessions', async (from, to) => {
  const [source, target] = [await open(from), await open(to)];
  await fill(source);
  const file = join(root, `${from}.jsonl`);
  await dumpStore(source, file, true);
  expect(readFileSync(file, 'utf8')).not.toContain('session-token');
  await loadStore(target, file);
  expect(await walkChain(target.db)).toEqual(await walkChain(source.db));
  for (const table of ['auth_user', 'api_key', 'training'] as const)
    expect(await target.db.selectFrom(table).selectAll().execute()).toEqual(await source.db.selectFrom(table).selectAll().execute());
  await expect(loadStore(target, file)).rejects.toThrow(/restore_store_not_empty/);
  const bare = join(root, `${from}-bare.jsonl`);
  await dumpStore(source, bare, false);
  expect(readFileSync(bare, 'utf8')).not.toContain('key-hash');
  await source.close();
  await target.close();
});
