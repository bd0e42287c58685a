import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StoreUnderTest, storeContract } from '../../src/store/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { startPostgres } from '../services/postgres.ts';

storeContract('SQLite', async () => {
  const root = mkdtempSync(join(tmpdir(), 'cuadro-store-'));
  const at = (folder: string): StoreUnderTest => ({
    open: () => openStore(folder, null),
    elsewhere: async () => at(mkdtempSync(join(root, 'other-'))),
  });
  return { place: at(root), close: async () => rmSync(root, { recursive: true }) };
});

storeContract('PostgreSQL in Spanish order', async () => {
  const server = await startPostgres();
  const at = (url: string): StoreUnderTest => ({
    open: () => openStore(tmpdir(), url),
    elsewhere: async () => at(await server.newDatabase('es-ES')),
  });
  return { place: at(await server.newDatabase('es-ES')), close: server.stop };
});
