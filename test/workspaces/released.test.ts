import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openHost } from '../../src/app/host.ts';
import { restoreWorkspace } from '../../src/app/workspace/restore.ts';

const versions = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.cuadro'))
  .map((name) => name.slice(0, -'.cuadro'.length));

describe('a workspace that a released version left behind', () => {
  test('there is at least one', () => expect(versions).not.toEqual([]));

  test.each(versions)('opens in this one, with its figures, history and batches: %s', async (version) => {
    const parent = mkdtempSync(join(tmpdir(), 'cuadro-released-'));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    const folder = join(parent, 'workspace');
    await restoreWorkspace(join(import.meta.dirname, `${version}.cuadro`), folder);
    const host = await openHost(folder, () => Temporal.Instant.from('2026-03-10T10:00:00Z'));
    try {
      const query = { kpis: ['total_sales'], from: '2026-01-01', to: '2026-02-28', grain: 'month' };
      const values = async (more: object = {}): Promise<unknown> => {
        const { cells } = (await host.run('query', { ...query, ...more })) as { cells: { value: number | null; group: object }[] };
        return cells.map(({ value, group }) => [...Object.values(group), value]);
      };
      expect(await values()).toEqual([[180.1], [70]]);
      expect(await values({ by: ['account.country'], to: '2026-01-31' })).toEqual([
        ['Alemania', 80],
        ['España', 100.1],
      ]);
      expect((await host.run('batches', {})) as object).toMatchObject({ batches: [{ batch: 'b_1' }, { batch: 'b_2' }] });
      expect(await host.run('records', { kpi: 'total_sales', from: '2026-01-01', to: '2026-01-31' })).toMatchObject({ total: 2 });
      expect(await host.run('known', { kpi: 'total_sales', from: '2026-01-01', to: '2026-01-31', grain: 'month' })).toMatchObject({
        periods: [{ known: { value: 180.1 } }],
      });
      // What was kept of the raw files is whole too: the correction can be taken back.
      await host.run('undo', { batch: 'b_2' });
      expect(await values()).toEqual([[150.1], [70]]);
    } finally {
      await host.close();
    }
  });
});
