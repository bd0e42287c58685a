import { randomUUID } from 'node:crypto';
import type { JudgedStep } from '../../insights/alerts/evaluate.ts';
import { causesOf } from '../../insights/alerts/group.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { AlertTable } from '../../store/tables/alert.ts';
import { tell } from '../notices/tell.ts';
import { connectedIn } from './connected.ts';
import { muteAt } from './mutes.ts';
import { firedFacts, type Telling } from './notice.ts';
import { scopeOf } from './of-alert.ts';
import type { KeptRule } from './rules.ts';
import { courseOf, stepOf } from './steps.ts';

interface Unattended {
  readonly row: AlertTable;
  readonly kept: KeptRule;
  /** The period in which it fired. */
  readonly step: JudgedStep | undefined;
}

async function lift(transaction: StoreDatabase, { row }: Unattended, at: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('alert')
    .set({ escalated_at: at, revision: row.revision + 1, updated_at: at })
    .where('id', '=', row.id)
    .where('revision', '=', row.revision)
    .executeTakeFirstOrThrow();
  // Somebody has taken it on, or another server has seen to it.
  if (Number(numUpdatedRows) === 0) return false;
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
  return true;
}

/** @param all of one cause, the most telling first @returns how many were escalated */
async function liftTogether(db: StoreDatabase, all: readonly Unattended[], telling: Telling, now: Temporal.Instant): Promise<number> {
  const cause = randomUUID();
  return db.transaction().execute(async (transaction) => {
    let lifted = 0;
    for (const [place, one] of all.entries()) {
      if (!(await lift(transaction, one, storedInstant(now)))) continue;
      lifted += 1;
      const { row } = one;
      await tell(
        transaction,
        {
          key: `alert:${row.id}:${row.fired_start}:escalated`,
          kind: 'alert_escalated',
          to: [{ role: 'owner' }, ...(row.assignee_id === null ? [] : [row.assignee_id])],
          about: { kpi: row.kpi, scope: scopeOf(row), customer: null },
          facts: firedFacts(one, telling),
          together: all.length > 1 ? { cause, place } : null,
        },
        now,
      );
    }
    return lifted;
  });
}

/** Tells the owners of what was told of long ago and nobody has taken on, what has one cause together. Hours are those that pass, however the clock is changed. @returns how many */
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
  const due = rows.flatMap((row): { row: AlertTable; kept: KeptRule }[] => {
    const kept = byId.get(row.rule_id);
    const hours = kept?.text.escalate_after ?? null;
    const { held } = courseOf(row.course);
    if (!kept || hours === null || held !== 'firing' || row.told !== row.fired_start || row.told_at === null) return [];
    const isEarly = Temporal.Instant.compare(Temporal.Instant.from(row.told_at).add({ hours }), now) > 0;
    return isEarly || muteAt(mutes, row, at) ? [] : [{ row, kept }];
  });
  const unattended: Unattended[] = [];
  for (const { row, kept } of due) {
    const found = await db
      .selectFrom('alert_step')
      .selectAll()
      .where('alert_id', '=', row.id)
      .where('period_start', '=', row.fired_start ?? '')
      .executeTakeFirst();
    unattended.push({ row, kept, step: found && stepOf(found) });
  }
  const causes = causesOf(
    unattended.map((one) => ({
      key: one.row.id,
      kpi: one.row.kpi,
      scope: scopeOf(one.row),
      since: one.row.fired_start ?? '',
      p: one.step?.p ?? null,
      daysOld: one.kept.rule.condition.kind === 'stale' ? (one.step?.value ?? null) : null,
      unattended: one,
    })),
    connectedIn(telling.catalogue),
  );
  let escalated = 0;
  for (const { lead, others } of causes)
    escalated += await liftTogether(
      db,
      [lead, ...others].map((one) => one.unattended),
      telling,
      now,
    );
  return escalated;
}
