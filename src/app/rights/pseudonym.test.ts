import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pseudonymKey, pseudonymOf } from './pseudonym.ts';

test('a workspace has one key, for its owner only; without a place for it, one for as long as the process lives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-key-'));
  try {
    const [one, two] = await Promise.all([pseudonymKey(folder), pseudonymKey(folder)]);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await pseudonymKey(folder)).toBe(await pseudonymKey(folder));
    expect([one, two]).toContain(await pseudonymKey(folder));
    expect(statSync(join(folder, 'pseudonym.key')).mode & 0o077).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const nowhere = join(folder, 'gone');
  expect(await pseudonymKey(nowhere)).toBe(await pseudonymKey(nowhere));
});

test('a pseudonym is the same for the same value and key only', () => {
  const named = pseudonymOf('k', 'name', 'Ana Ruiz', 'es-ES');
  expect(named).toMatch(/^Persona [0-9a-f]{10}$/);
  expect(pseudonymOf('k', 'name', 'Ana Ruiz', 'es-ES')).toBe(named);
  expect(pseudonymOf('other', 'name', 'Ana Ruiz', 'es-ES')).not.toBe(named);
  expect(pseudonymOf('k', 'name', 'Ana Ruíz', 'es-ES')).not.toBe(named);
  expect(pseudonymOf('k', 'name', 'Ana Ruiz', 'en-GB')).toMatch(/^Person /);
  expect(pseudonymOf('k', 'email', 'ana@x.es', 'es-ES')).toMatch(/^••• /);
});
