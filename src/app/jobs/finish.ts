import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { Claim } from './claim.ts';
import type { JobResult } from './kind.ts';

/** Code and facts of an error; rendered in the language of whoever looks. */
export interface JobError {
  readonly code: string;
  readonly where?: string | null;
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Outcome =
  | { readonly kind: 'done'; readonly result: JobResult }
  /** For good, or to be tried again. */
  | { readonly kind: 'failed'; readonly error: JobError; readonly again: Temporal.Instant | null }
  | { readonly kind: 'cancelled' }
  /** The runner is shut down: the next one begins it anew, and the attempt does not count. */
  | { readonly kind: 'stopped' };

interface After {
  readonly state: string;
  readonly due_at?: string;
  readonly max_attempts?: number;
  readonly result: string | null;
  readonly error: string | null;
}

function after(outcome: Outcome, claim: Claim, now: string): After {
  switch (outcome.kind) {
    case 'done':
      return { state: 'done', result: JSON.stringify(outcome.result), error: null };
    case 'cancelled':
      return { state: 'cancelled', result: null, error: null };
    case 'stopped':
      return { state: 'waiting', due_at: now, max_attempts: claim.maxAttempts + 1, result: null, error: null };
    case 'failed': {
      const error = JSON.stringify(outcome.error);
      if (outcome.again === null) return { state: 'failed', result: null, error };
      return { state: 'waiting', due_at: storedInstant(outcome.again), result: null, error };
    }
  }
}

/**
 * Writes down what came of an attempt.
 * @returns false, and changes nothing, where another runner has taken the job over meanwhile
 */
export async function finish(db: StoreDatabase, claim: Claim, outcome: Outcome, moment: Temporal.Instant): Promise<boolean> {
  const now = storedInstant(moment);
  const next = after(outcome, claim, now);
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('job')
      .set({ ...next, finished_at: next.state === 'waiting' ? null : now })
      .where('id', '=', claim.id)
      .where('state', '=', 'running')
      .where('attempts', '=', claim.attempt)
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) === 0) return false;
    await transaction
      .updateTable('job_run')
      .set({ outcome: outcome.kind, finished_at: now, error: outcome.kind === 'failed' ? next.error : null })
      .where('job_id', '=', claim.id)
      .where('attempt', '=', claim.attempt)
      .execute();
    await transaction.deleteFrom('lease').where('name', '=', claim.id).where('holder', '=', claim.runner).execute();
    return true;
  });
}
