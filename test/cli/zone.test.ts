import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cuadro, temporaryFolder } from './run.ts';

test('another time zone in cuadro.yaml moves what happened near midnight to its own day', async () => {
  const cwd = temporaryFolder();
  await cuadro(cwd, ['init', '--timezone', 'UTC']);
  writeFileSync(
    join(cwd, 'orders.csv'),
    'id,account_id,ordered_at,amount\n1,a,2024-01-31T23:30:00Z,10\n2,a,2024-01-31,5\n3,a,2024-02-29T12:00:00Z,1\n',
  );
  writeFileSync(
    join(cwd, 'm.yaml'),
    'source: shop\nexported_at: 2024-02-29\nfiles:\n  - file: orders.csv\n    entity: order\n    columns: { id: id, account_id: account_id, ordered_at: ordered_at, amount: amount }\n',
  );
  expect((await cuadro(cwd, ['import', 'orders.csv', '--map', 'm.yaml'])).code).toBe(0);
  const january = async () => {
    const answered = await cuadro(cwd, ['query', '--kpi', 'total_sales', '--from', '2024-01-01', '--to', '2024-02-29', '--json']);
    return answered.json().cells.map((cell: { value: number | null; watermark: string }) => [cell.value, cell.watermark]);
  };
  expect(await january()).toEqual([
    [15, '2024-02-29T23:59:59Z'],
    [1, '2024-02-29T23:59:59Z'],
  ]);
  const settings = join(cwd, 'cuadro-data', 'cuadro.yaml');
  const rezone = (from: string, to: string) =>
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(`timezone: ${from}`, `timezone: ${to}`));
  rezone('UTC', 'Europe/Madrid');
  expect(await january()).toEqual([
    [5, '2024-02-29T22:59:59Z'],
    [11, '2024-02-29T22:59:59Z'],
  ]);
  rezone('Europe/Madrid', 'UTC');
  expect(await january()).toEqual([
    [15, '2024-02-29T23:59:59Z'],
    [1, '2024-02-29T23:59:59Z'],
  ]);
});
