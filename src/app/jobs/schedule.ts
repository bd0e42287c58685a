import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { canMail } from '../people/mail/send.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { lastPlanned } from './cron.ts';
import type { JobKind } from './kind.ts';
import { jobKinds } from './kinds.ts';
import { enqueue } from './queue.ts';

/** Work that comes again. */
export interface Schedule {
  /** `backup`, `sweep`, `refresh:ventas`. */
  readonly name: string;
  readonly kind: string;
  readonly input: unknown;
  /** Cron of five fields in the workspace's time zone; null: only when asked for, or when something happens. */
  readonly every: string | null;
}

/** What waits for somebody, is muted or grows old does so by the clock. */
const evaluateEvery = '23 * * * *';
/** At a quiet hour, and not when everything else begins. */
const sweepEvery = '17 3 * * *';
/** People choose an hour; this says each hour whose it is. */
const digestEvery = '0 * * * *';

/** Before people begin their day. */
const remindEvery = '40 6 * * *';

/** What a workspace does by itself: its sources and backups as `cuadro.yaml` has them, and its own housekeeping. */
export const schedulesOf = ({ config }: Pick<Workspace, 'config'>): readonly Schedule[] => [
  ...Object.entries(config.sources).map(([source, { every }]) => ({
    name: `refresh:${source}`,
    kind: 'refresh',
    input: { source },
    every,
  })),
  ...(config.backups.folder === null ? [] : [{ name: 'backup', kind: 'backup', input: {}, every: config.backups.every }]),
  ...(canMail(config.mail) ? [{ name: 'digest', kind: 'digest', input: {}, every: digestEvery }] : []),
  { name: 'evaluate', kind: 'evaluate', input: {}, every: evaluateEvery },
  { name: 'remember', kind: 'remember', input: {}, every: null },
  { name: 'remind', kind: 'remind', input: {}, every: remindEvery },
  { name: 'sweep', kind: 'sweep', input: {}, every: sweepEvery },
];

/** The latest job of each schedule: when it was made, and whether any is not over. */
async function latest(db: StoreDatabase): Promise<ReadonlyMap<string, { readonly madeAt: string; readonly pending: boolean }>> {
  const rows = await db
    .selectFrom('job')
    .select(({ fn }) => ['schedule', 'state', fn.max('created_at').as('made_at')])
    .where('schedule', 'is not', null)
    .groupBy(['schedule', 'state'])
    .execute();
  const found = new Map<string, { madeAt: string; pending: boolean }>();
  for (const { schedule, state, made_at } of rows) {
    const known = found.get(schedule ?? '') ?? { madeAt: '', pending: false };
    const pending = known.pending || state === 'waiting' || state === 'running';
    found.set(schedule ?? '', { madeAt: made_at > known.madeAt ? made_at : known.madeAt, pending });
  }
  return found;
}

/**
 * Puts in the queue what its time has come for: once each, however many servers plan, and once for any number of times that were missed
 * while none ran. What is still under way from the time before is not queued again.
 */
export async function plan(
  db: StoreDatabase,
  { config, settings }: Workspace,
  now: Temporal.Instant,
  kinds: ReadonlyMap<string, JobKind> = jobKinds,
): Promise<void> {
  const known = await latest(db);
  for (const { name, kind, input, every } of schedulesOf({ config })) {
    // What this runner does not know how to do it does not plan.
    if (every === null || !kinds.has(kind)) continue;
    const planned = lastPlanned(every, settings.timezone, now);
    const last = known.get(name);
    if (planned === null || last?.pending || (last && last.madeAt >= storedInstant(planned))) continue;
    const maxAttempts = kinds.get(kind)?.attempts ?? 1;
    const key = `${name}@${storedInstant(planned)}`;
    await enqueue(db, { kind, input, key, schedule: name, dueAt: planned, maxAttempts, askedBy: 'schedule' }, now);
  }
}
