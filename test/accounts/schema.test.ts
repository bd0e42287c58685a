import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getAuthTables } from 'better-auth/db';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/app/config/schema.ts';
import { scryptPasswords } from '../../src/app/people/passwords.ts';
import { makeAuth, newAttempts } from '../../src/app/people/sign-in/auth.ts';
import { openStore } from '../../src/store/open.ts';

it('has every table and column that this version of better-auth writes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuadro-schema-'));
  const store = await openStore(folder, null);
  try {
    const { options } = makeAuth({
      db: store.db,
      secret: 'x'.repeat(43),
      url: 'http://localhost:1',
      name: 'Prueba',
      accounts: defaultConfig.accounts,
      sso: { ...defaultConfig.sso, issuer: 'http://127.0.0.1:1', client_id: 'x' },
      provider: null,
      passwords: scryptPasswords,
      attempts: newAttempts(),
      now: () => Temporal.Now.instant(),
      sendReset: async () => undefined,
      later: () => undefined,
      complain: () => undefined,
    });
    const tables = new Map((await store.db.introspection.getTables()).map((table) => [table.name, table.columns]));
    for (const { modelName, fields } of Object.values(getAuthTables(options))) {
      const columns = tables.get(modelName);
      const names = columns?.map(({ name }) => name) ?? [];
      const wanted = ['id', ...Object.entries(fields).map(([name, field]) => field.fieldName ?? name)];
      expect([...names].sort(), modelName).toEqual([...wanted].sort());
      // What it leaves empty must be allowed to be.
      for (const [name, field] of Object.entries(fields)) {
        const column = columns?.find((one) => one.name === (field.fieldName ?? name));
        if (field.required === false) expect(column?.isNullable, `${modelName}.${name}`).toBe(true);
      }
    }
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
});
