import { randomUUID } from 'node:crypto';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';

export interface NewJob {
  readonly kind: string;
  readonly input: unknown;
  /** The same key gives the same job; null: always another. */
  readonly key: string | null;
  readonly schedule: string | null;
  readonly dueAt: Temporal.Instant;
  readonly maxAttempts: number;
  readonly askedBy: string;
}

/** Puts a job in the queue, once for each key. @returns its id, and whether it is new */
export async function enqueue(db: StoreDatabase, job: NewJob, now: Temporal.Instant): Promise<{ id: string; isNew: boolean }> {
  const id = randomUUID();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('job')
    .values({
      id,
      kind: job.kind,
      key: job.key,
      schedule: job.schedule,
      input: JSON.stringify(job.input),
      state: 'waiting',
      due_at: storedInstant(job.dueAt),
      attempts: 0,
      max_attempts: job.maxAttempts,
      cancel_asked: 0,
      asked_by: job.askedBy,
      created_at: storedInstant(now),
      started_at: null,
      finished_at: null,
      result: null,
      error: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows) === 1) return { id, isNew: true };
  const known = await db.selectFrom('job').select('id').where('key', '=', job.key).executeTakeFirstOrThrow();
  return { id: known.id, isNew: false };
}

/** The oldest job of that schedule in one of these states. */
export async function pendingOf(
  db: StoreDatabase,
  schedule: string,
  states: readonly ('waiting' | 'running')[] = ['waiting', 'running'],
): Promise<string | null> {
  const found = await db
    .selectFrom('job')
    .select('id')
    .where('schedule', '=', schedule)
    .where('state', 'in', states)
    .orderBy('created_at')
    .executeTakeFirst();
  return found?.id ?? null;
}
