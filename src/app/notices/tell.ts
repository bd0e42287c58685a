import { randomUUID } from 'node:crypto';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { enqueue } from '../jobs/queue.ts';
import { type Notice, noticeSchema } from './notice.ts';

/** How often the delivery is begun before it is given up: what it could not send it has put off itself. */
export const deliverAttempts = 10;

/**
 * The one way in which anything reaches a person or a channel. Within a transaction, a change and its notice are one: either both are there
 * or neither. Whom it reaches and what it says is found out at delivery, as that reader.
 * @param db may be a transaction
 * @returns whether it is new: the same key is told once
 * @throws ZodError for facts that its kind does not have: a mistake of the caller's
 */
export async function tell(db: StoreDatabase, notice: Notice, now: Temporal.Instant): Promise<boolean> {
  const { key, kind, to, about, facts, together } = noticeSchema.parse(notice);
  const id = randomUUID();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('notice')
    .values({
      id,
      key,
      kind,
      audience: JSON.stringify(to),
      about: JSON.stringify(about),
      facts: JSON.stringify(facts),
      made_at: storedInstant(now),
      addressed_at: null,
      cause: together?.cause ?? null,
      place: together?.place ?? null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows) === 0) return false;
  await enqueueDelivery(db, id, now, now);
  return true;
}

/** Takes back what was told under keys that begin so: its words are gone for everybody. What went out cannot be taken back. */
export async function untell(db: StoreDatabase, beginning: string): Promise<void> {
  const end = `${beginning}\u{10ffff}`;
  await db.deleteFrom('notice').where('key', '>=', beginning).where('key', '<', end).execute();
}

/** Wants what is in the outbox sent at a time: once for each `of`. */
export async function enqueueDelivery(db: StoreDatabase, of: string, dueAt: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  const key = `deliver:${of}`;
  await enqueue(db, { kind: 'deliver', input: {}, key, schedule: null, dueAt, maxAttempts: deliverAttempts, askedBy: 'notices' }, now);
}
