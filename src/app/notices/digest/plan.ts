import { randomUUID } from 'node:crypto';
import { storedInstant } from '../../../store/instant.ts';
import type { StoreDatabase } from '../../../store/open.ts';
import { lastPlanned } from '../../jobs/cron.ts';
import { allMembers } from '../../people/member.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Preference, preferencesOf, usualPreference } from '../preference.ts';
import { enqueueDelivery } from '../tell.ts';

/** When somebody's digest comes, as cron in the workspace's time zone; null: never. */
export function digestTimesOf({ digest, digestDay, digestHour }: Preference): string | null {
  switch (digest) {
    case 'never':
      return null;
    case 'day':
      return `0 ${digestHour} * * *`;
    case 'week':
      // Cron's Sunday is 0, and ours the seventh day. A day of the month that somebody had chosen before is Monday.
      return `0 ${digestHour} * * ${digestDay > 7 ? 1 : digestDay % 7}`;
    case 'month':
      return `0 ${digestHour} ${digestDay} * *`;
  }
}

/**
 * Puts into the outbox every digest whose time has come: one for each person and time, and one for any number of times that were missed.
 * @returns how many
 */
export async function planDigests(
  db: StoreDatabase,
  { config, settings }: Pick<Workspace, 'config' | 'settings'>,
  now: Temporal.Instant,
): Promise<number> {
  const members = (await allMembers(db)).filter(({ active }) => active);
  const ids = members.map(({ id }) => id);
  const chosen = await preferencesOf(db, ids);
  const looked = new Map(
    (await db.selectFrom('digest').select(['member_id', 'looked_at']).execute()).map((row) => [row.member_id, row.looked_at]),
  );
  let planned = 0;
  for (const { id, createdAt } of members) {
    const times = digestTimesOf(chosen.get(id) ?? usualPreference(config));
    const due = times === null ? null : lastPlanned(times, settings.timezone, now);
    if (due === null) continue;
    const at = storedInstant(due);
    // Whoever has just come is told from the next time on.
    if ((looked.get(id) ?? createdAt) >= at) continue;
    await db.transaction().execute(async (transaction) => {
      const row = { member_id: id, looked_at: storedInstant(now), sent_at: null, told: JSON.stringify({ marks: [], until: null }) };
      await transaction
        .insertInto('digest')
        .values(row)
        .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ looked_at: row.looked_at }))
        .execute();
      const delivery = { id: randomUUID(), key: `digest:${id}:${at}`, what: 'digest', notice_id: null, member_id: id, channel_id: null };
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('delivery')
        .values({
          ...delivery,
          state: 'waiting',
          due_at: storedInstant(now),
          attempts: 0,
          error: null,
          created_at: storedInstant(now),
          ended_at: null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow();
      if (Number(numInsertedOrUpdatedRows) === 0) return;
      planned += 1;
      await enqueueDelivery(transaction, delivery.key, now, now);
    });
  }
  return planned;
}
