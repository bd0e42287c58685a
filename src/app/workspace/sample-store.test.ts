import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storedInstant } from '../../store/instant.ts';
import { openStore } from '../../store/open.ts';
import { tell } from '../notices/tell.ts';
import { removeSampleFrom, writeSampleStore } from './sample-store.ts';

it('takes out what the sample company wrote, and what its rules have told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-sample-store-'));
  const now = Temporal.Instant.from('2026-11-02T09:00:00Z');
  try {
    await writeSampleStore(folder, { until: '2026-10-31', timezone: 'Europe/Madrid', customers: [], storeUrl: null });
    const store = await openStore(folder, null);
    try {
      const { db } = store;
      const rows = async (): Promise<Readonly<Record<string, number>>> => {
        const tables = ['alert_rule', 'alert', 'notice', 'annotation', 'decision', 'action', 'review'] as const;
        const counts = await Promise.all(tables.map(async (table) => (await db.selectFrom(table).selectAll().execute()).length));
        return Object.fromEntries(tables.map((table, index) => [table, counts[index] ?? 0]));
      };
      const alert = (id: string, rule_id: string) => ({
        ...{ id, rule_id, kpi: 'total_sales', scope: '', state: 'firing', course: '{}', since: null, told: null, told_at: null },
        ...{ fired_start: '2026-10-01', fired_end: '2026-10-31', fired_at: null, acknowledged_at: null, acknowledged_by: null },
        ...{ assignee_id: null, escalated_at: null, routed: '[]', revision: 1, updated_at: storedInstant(now) },
      });
      for (const [id, rule] of [
        ['of-sample', 'sample-rule-2'],
        ['of-cuadro', 'default:total_sales'],
      ] as const) {
        await db.insertInto('alert').values(alert(id, rule)).execute();
        const told = {
          alert: id,
          rule: null,
          says: { es: 'Bajan', en: 'Down' },
          value: 1,
          limit: 2,
          day: '2026-10-31',
          why: null,
          path: '/alerts',
        };
        const about = { kpi: 'total_sales', scope: null, customer: null };
        const key = `alert:${id}:2026-10-01:firing`;
        await tell(
          db,
          { key, kind: 'alert_firing', to: [{ role: 'owner' }], about, facts: { ...told, unit: 'money' }, together: null },
          now,
        );
      }
      expect(await rows()).toMatchObject({ alert_rule: 4, alert: 2, notice: 2 });
      await removeSampleFrom(db);
      expect(await rows()).toEqual({ alert_rule: 0, alert: 1, notice: 1, annotation: 0, decision: 0, action: 0, review: 0 });
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
