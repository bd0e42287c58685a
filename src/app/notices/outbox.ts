import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { DeliveryTable } from '../../store/tables/notice.ts';

export type Delivery = DeliveryTable;

/** Whoever has taken a delivery and is not heard of any more has lost it after so long. */
const takenFor = { minutes: 5 } as const;

/** Those whose time has come, the oldest first. */
export function dueDeliveries(db: StoreDatabase, now: Temporal.Instant, most: number): Promise<readonly Delivery[]> {
  const due = db.selectFrom('delivery').selectAll().where('state', '=', 'waiting').where('due_at', '<=', storedInstant(now));
  return due.orderBy('due_at').orderBy('id').limit(most).execute();
}

/** Takes a delivery, so that no other sends it meanwhile. @returns it with its attempt counted; null: another has it */
export async function takeDelivery(db: StoreDatabase, delivery: Delivery, now: Temporal.Instant): Promise<Delivery | null> {
  const taken = { attempts: delivery.attempts + 1, due_at: storedInstant(now.add(takenFor)) };
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set(taken)
    .where('id', '=', delivery.id)
    .where('state', '=', 'waiting')
    .where('attempts', '=', delivery.attempts)
    .where('due_at', '=', delivery.due_at)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1 ? { ...delivery, ...taken } : null;
}

/** What came of a delivery that was taken; whoever has lost it writes nothing. */
export async function endDelivery(
  db: StoreDatabase,
  { id, attempts }: Delivery,
  state: 'sent' | 'failed' | 'withheld',
  error: string | null,
  now: Temporal.Instant,
): Promise<void> {
  const ended = { state, error, ended_at: storedInstant(now) };
  await db
    .updateTable('delivery')
    .set(ended)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('attempts', '=', attempts)
    .execute();
}

/** Tries again later. */
export async function putOff(db: StoreDatabase, { id, attempts }: Delivery, error: string | null, dueAt: Temporal.Instant): Promise<void> {
  const later = { error, due_at: storedInstant(dueAt) };
  await db
    .updateTable('delivery')
    .set(later)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('attempts', '=', attempts)
    .execute();
}

/** When the next of those that wait is due; null: none waits. */
export async function nextDue(db: StoreDatabase): Promise<Temporal.Instant | null> {
  const found = await db
    .selectFrom('delivery')
    .select(({ fn }) => fn.min('due_at').as('due'))
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return found?.due ? Temporal.Instant.from(found.due) : null;
}

/** What the outbox holds: nothing of what it says, nor to whom. */
export async function outboxOf(db: StoreDatabase) {
  const rows = await db
    .selectFrom('delivery')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count'), fn.min('created_at').as('oldest'), fn.max('error').as('error')])
    .where('state', 'in', ['waiting', 'failed'])
    .groupBy('state')
    .execute();
  const waiting = rows.find(({ state }) => state === 'waiting');
  const failed = rows.find(({ state }) => state === 'failed');
  return {
    waiting: Number(waiting?.count ?? 0),
    waiting_since: waiting?.oldest ?? null,
    failed: Number(failed?.count ?? 0),
    last_error: waiting?.error ?? failed?.error ?? null,
  };
}
