import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';

/** A job that this runner has, alone, until its lease ends. */
export interface Claim {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly schedule: string | null;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly runner: string;
}

export interface Claimer {
  readonly runner: string;
  readonly leaseMs: number;
  readonly now: Temporal.Instant;
}

const leaseEnd = ({ now, leaseMs }: Claimer): string => storedInstant(now.add({ milliseconds: leaseMs }));

/** Takes a lease that is free or has run out. @returns whether it did: of several that try, one does */
async function takeLease(db: StoreDatabase, name: string, claimer: Claimer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lease')
    .values({ name, holder: claimer.runner, until: leaseEnd(claimer) })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder: claimer.runner, until: leaseEnd(claimer) })
        .where('lease.until', '<=', storedInstant(claimer.now)),
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** Jobs that are due, and those whose runner has not been heard of: oldest first. */
const candidates = (db: StoreDatabase, now: string) =>
  db
    .selectFrom('job')
    .leftJoin('lease', 'lease.name', 'job.id')
    .select('job.id')
    .where(({ or, and, eb }) =>
      or([
        and([eb('job.state', '=', 'waiting'), eb('job.due_at', '<=', now)]),
        and([eb('job.state', '=', 'running'), or([eb('lease.until', 'is', null), eb('lease.until', '<=', now)])]),
      ]),
    )
    .orderBy('job.due_at')
    .orderBy('job.id')
    .limit(20)
    .execute();

const lost = JSON.stringify({ code: 'job_lost' });

/** Within a transaction. @returns null where the job turned out to be over, or to have been lost once too often */
async function begin(db: StoreDatabase, id: string, claimer: Claimer): Promise<Claim | null> {
  const now = storedInstant(claimer.now);
  const job = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  // Between finding it and taking it, another may have done it, or failed and put it off.
  if (!job || !(job.state === 'running' || (job.state === 'waiting' && job.due_at <= now))) return null;
  if (job.state === 'running') {
    await db
      .updateTable('job_run')
      .set({ outcome: 'lost', finished_at: now, error: lost })
      .where('job_id', '=', id)
      .where('outcome', 'is', null)
      .execute();
    const over = job.cancel_asked === 1 ? { state: 'cancelled', error: null } : { state: 'failed', error: lost };
    if (job.cancel_asked === 1 || job.attempts >= job.max_attempts) {
      await db
        .updateTable('job')
        .set({ ...over, finished_at: now })
        .where('id', '=', id)
        .execute();
      return null;
    }
  }
  const attempt = job.attempts + 1;
  await db
    .updateTable('job')
    .set({ state: 'running', attempts: attempt, started_at: job.started_at ?? now })
    .where('id', '=', id)
    .execute();
  await db
    .insertInto('job_run')
    .values({ job_id: id, attempt, runner: claimer.runner, started_at: now, finished_at: null, outcome: null, error: null })
    .execute();
  const input: unknown = JSON.parse(job.input);
  return { id, kind: job.kind, input, schedule: job.schedule, attempt, maxAttempts: job.max_attempts, runner: claimer.runner };
}

/** The next job to do, taken for this runner alone; null: none is due. */
export async function claimNext(db: StoreDatabase, claimer: Claimer): Promise<Claim | null> {
  for (const { id } of await candidates(db, storedInstant(claimer.now))) {
    const claim = await db.transaction().execute(async (transaction) => {
      if (!(await takeLease(transaction, id, claimer))) return null;
      const begun = await begin(transaction, id, claimer);
      if (begun === null) await transaction.deleteFrom('lease').where('name', '=', id).execute();
      return begun;
    });
    if (claim) return claim;
  }
  return null;
}

/** Says that the runner lives. @returns `lost` where another has taken the job over, `cancel` where someone wants it stopped */
export async function keepClaim(db: StoreDatabase, claim: Claim, claimer: Claimer): Promise<'kept' | 'lost' | 'cancel'> {
  const { numUpdatedRows } = await db
    .updateTable('lease')
    .set({ until: leaseEnd(claimer) })
    .where('name', '=', claim.id)
    .where('holder', '=', claim.runner)
    .executeTakeFirstOrThrow();
  const job = await db.selectFrom('job').select(['attempts', 'state', 'cancel_asked']).where('id', '=', claim.id).executeTakeFirst();
  if (Number(numUpdatedRows) === 0 || job?.attempts !== claim.attempt || job.state !== 'running') return 'lost';
  return job.cancel_asked === 1 ? 'cancel' : 'kept';
}
