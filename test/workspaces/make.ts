import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHost } from '../../src/app/host.ts';
import { version } from '../../src/app/version.ts';

// `node test/workspaces/make.ts` before a release: a tiny workspace as this version leaves it behind, for later versions to open.

const now = () => Temporal.Instant.from('2026-03-10T09:00:00Z');

const folder = mkdtempSync(join(tmpdir(), 'cuadro-workspace-'));
const workspace = join(folder, 'workspace');
mkdirSync(workspace);
writeFileSync(
  join(workspace, 'cuadro.yaml'),
  'name: Ejemplo\nlocale: es-ES\ntimezone: Europe/Madrid\ncurrency: EUR\nkpis: { lead_conversion_rate: { window_days: 30 } }\n',
);
const mapping = `source: tienda
exported_at: 2026-02-28
files:
  - file: pedidos.csv
    entity: order
    columns: { id: id, account_id: cliente, ordered_at: fecha, amount: importe, status: { value: completed } }
  - file: clientes.csv
    entity: account
    columns: { id: id, name: nombre, created_at: alta, country: pais }
`;
const orders = (amount: number): string => `id,cliente,fecha,importe\n1,a,2026-01-10,100.10\n2,b,2026-01-20,${amount}\n3,a,2026-02-05,70\n`;
writeFileSync(
  join(folder, 'clientes.csv'),
  'id,nombre,alta,pais,sector\na,Peña e hijos,2025-12-01,España,Comercio\nb,Über GmbH,2026-01-02,Alemania,\n',
);
const host = await openHost(workspace, now);
try {
  // Two batches, the second of which corrects the first: history is part of what must last.
  for (const amount of [50, 80]) {
    writeFileSync(join(folder, 'pedidos.csv'), orders(amount));
    const paths = ['pedidos.csv', 'clientes.csv'].map((name) => join(folder, name));
    await host.run('import', { paths, mapping: { text: mapping, file: 'mapping.yaml' } });
  }
  await host.run('remember', {});
  const file = join(import.meta.dirname, `${version}.cuadro`);
  rmSync(file, { force: true });
  await host.run('backup', { file });
} finally {
  await host.close();
  rmSync(folder, { recursive: true });
}
