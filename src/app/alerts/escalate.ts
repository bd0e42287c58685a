import { randomUUID } from 'node:crypto';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { AlertTable } from '../../store/tables/alert.ts';
import { tell } from '../notices/tell.ts';
import { muteAt } from './mutes.ts';
import { firedFacts, type Telling } from './notice.ts';
import { scopeOf } from './of-alert.ts';
import type { KeptRule } from './rules.ts';
import { courseOf, stepOf } from './steps.ts';

async function lift(db: StoreDatabase, row: AlertTable, kept: KeptRule, telling: Telling, now: Temporal.Instant): Promise<boolean> {
  const at = storedInstant(now);
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('alert')
      .set({ escalated_at: at, revision: row.revision + 1, updated_at: at })
      .where('id', '=', row.id)
      .where('revision', '=', row.revision)
      .executeTakeFirstOrThrow();
    // Somebody has taken it on, or another server has seen to it.
    if (Number(numUpdatedRows) === 0) return false;
    const found = await transaction
      .selectFrom('alert_step')
      .selectAll()
      .where('alert_id', '=', row.id)
      .where('period_start', '=', row.fired_start ?? '')
      .executeTakeFirst();
    await transaction
      .insertInto('alert_event')
      .values({
        id: randomUUID(),
        alert_id: row.id,
        key: `${row.id} escalated ${row.fired_start}`,
        kind: 'escalated',
        period_start: row.fired_start ?? '',
        period_end: row.fired_end ?? '',
        at,
        member_id: null,
        facts: '{}',
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    return tell(
      transaction,
      {
        key: `alert:${row.id}:${row.fired_start}:escalated`,
        kind: 'alert_escalated',
        to: [{ role: 'owner' }, ...(row.assignee_id === null ? [] : [row.assignee_id])],
        about: { kpi: row.kpi, scope: scopeOf(row), customer: null },
        facts: firedFacts({ kept, row, step: found && stepOf(found) }, telling),
      },
      now,
    );
  });
}

/** Tells the owners of what was told of long ago and nobody has taken on. Hours are those that pass, however the clock is changed. @returns how many */
export async function escalate(db: StoreDatabase, rules: readonly KeptRule[], telling: Telling, now: Temporal.Instant): Promise<number> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const at = storedInstant(now);
  const rows = await db
    .selectFrom('alert')
    .selectAll()
    .where('told_at', 'is not', null)
    .where('acknowledged_at', 'is', null)
    .where('escalated_at', 'is', null)
    .execute();
  const mutes = await db.selectFrom('alert_mute').selectAll().where('ended_at', 'is', null).where('until', '>', at).execute();
  let escalated = 0;
  for (const row of rows) {
    const kept = byId.get(row.rule_id);
    const hours = kept?.text.escalate_after ?? null;
    const { held } = courseOf(row.course);
    if (!kept || hours === null || held !== 'firing' || row.told !== row.fired_start || row.told_at === null) continue;
    if (Temporal.Instant.compare(Temporal.Instant.from(row.told_at).add({ hours }), now) > 0 || muteAt(mutes, row, at)) continue;
    if (await lift(db, row, kept, telling, now)) escalated += 1;
  }
  return escalated;
}
