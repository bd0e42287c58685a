import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { warehouseContract } from './contract.ts';
import { openWarehouse } from './duckdb/database.ts';
import { duckdbDialect } from './duckdb/dialect.ts';
import { duckdbLayout } from './layout.ts';
import { engineNames, openEngine } from './testing/engine.ts';

for (const name of engineNames) {
  warehouseContract(`${name} in memory`, async () => {
    const engine = await openEngine(name);
    return { ...engine, cancellable: null, close: () => engine.close() };
  });
}

warehouseContract('duckdb of a workspace', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-contract-'));
  const database = await openWarehouse(folder);
  return {
    dialect: duckdbDialect,
    layout: duckdbLayout,
    run: database.session.run,
    cancellable: (sql, signal) => database.session.cancellable(signal, () => database.session.run(sql)),
    close: async () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
