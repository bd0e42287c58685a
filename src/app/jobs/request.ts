import { CuadroError } from '../../model/error.ts';
import type { Store } from '../../store/open.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { jobKinds } from './kinds.ts';
import { enqueue, pendingOf } from './queue.ts';
import { schedulesOf } from './schedule.ts';

/**
 * Wants a scheduled piece of work done now. One that is waiting or under way already is not queued again; but of `remember` and `evaluate` one under way
 * may have begun before the latest change.
 * @throws CuadroError `job_unknown`
 */
export async function requestJob(
  store: Store,
  workspace: Workspace,
  name: string,
  askedBy: string,
  now: Temporal.Instant,
): Promise<{ readonly job: string; readonly isNew: boolean }> {
  const schedules = schedulesOf(workspace);
  const schedule = schedules.find((one) => one.name === name);
  if (!schedule) throw new CuadroError({ code: 'job_unknown', found: name, expected: schedules.map((one) => one.name).join(', ') });
  const pending = await pendingOf(store.db, name, name === 'remember' || name === 'evaluate' ? ['waiting'] : undefined);
  if (pending !== null) return { job: pending, isNew: false };
  const { kind, input } = schedule;
  const maxAttempts = jobKinds.get(kind)?.attempts ?? 1;
  const { id } = await enqueue(store.db, { kind, input, key: null, schedule: name, dueAt: now, maxAttempts, askedBy }, now);
  return { job: id, isNew: true };
}
