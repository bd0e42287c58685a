import type { StoreDatabase } from '../../store/open.ts';
import { tell } from '../notices/tell.ts';
import { aboutOf } from './visible.ts';

/** So many days before an action is due, whoever does it is told. */
const daysBefore = 2;

/** Tells those who have an open action to do that its day comes: once for each day that it is due on. @returns how many are new */
export async function tellDueActions(db: StoreDatabase, today: string, now: Temporal.Instant): Promise<number> {
  const until = Temporal.PlainDate.from(today).add({ days: daysBefore }).toString();
  const due = await db
    .selectFrom('action')
    .selectAll()
    .where('status', '=', 'open')
    .where('owner_id', 'is not', null)
    .where('due_on', '<=', until)
    .orderBy('due_on')
    .execute();
  let told = 0;
  for (const row of due) {
    if (row.owner_id === null || row.due_on === null) continue;
    const facts = { title: row.title, due: row.due_on, path: `/actions?action=${row.id}` };
    const notice = {
      key: `action:${row.id}:due:${row.due_on}`,
      kind: 'action_due' as const,
      to: [row.owner_id],
      about: aboutOf(row),
      facts,
    };
    if (await tell(db, notice, now)) told += 1;
  }
  return told;
}
