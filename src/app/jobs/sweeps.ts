import { z } from 'zod';
import { storedInstant } from '../../store/instant.ts';
import type { JobContext } from './kind.ts';

/** @returns how many rows or files it removed */
type Sweep = (context: JobContext) => Promise<number>;

const jobDays = 90;
const invitationDays = 30;
/** A notice is news: what it is about stays where it is. */
const noticeDays = 365;
const deliverDays = 7;

const usageDays = 400;

const daysAgo = (now: Temporal.Instant, days: number): string => storedInstant(now.subtract({ hours: 24 * days }));

/** What is cleared away every night, by its name. */
export const sweeps: Readonly<Record<string, Sweep>> = {
  /** Jobs long over; the last of each schedule stays, by which the next is planned, and the last that was done, by which it knows what changed. */
  jobs: async ({ store: { db }, now }) => {
    const lastOf = (state: 'done' | 'any') =>
      db
        .selectFrom('job as later')
        .select(({ fn }) => ['later.schedule', fn.max('later.created_at').as('made_at')])
        .where('later.schedule', 'is not', null)
        .$if(state === 'done', (query) => query.where('later.state', '=', 'done'))
        .groupBy('later.schedule')
        .execute();
    const kept = new Set([...(await lastOf('any')), ...(await lastOf('done'))].map(({ schedule, made_at }) => `${schedule}@${made_at}`));
    const old = await db
      .selectFrom('job')
      .select(['id', 'schedule', 'created_at'])
      .where('finished_at', '<', daysAgo(now(), jobDays))
      .execute();
    const gone = old.filter(({ schedule, created_at }) => !kept.has(`${schedule}@${created_at}`)).map(({ id }) => id);
    // By parts: a statement takes so many values and no more.
    for (let from = 0; from < gone.length; from += 500) {
      await db
        .deleteFrom('job')
        .where('id', 'in', gone.slice(from, from + 500))
        .execute();
    }
    return gone.length;
  },
  /** Entries of the audit log beyond `audit.keep_days`: to the archive. */
  audit: async ({ call }) => z.object({ entries: z.int() }).parse(await call('archive_audit', {})).entries,
  notices: async ({ store: { db }, now }) =>
    Number((await db.deleteFrom('notice').where('made_at', '<', daysAgo(now(), noticeDays)).executeTakeFirstOrThrow()).numDeletedRows),
  /** What went out, or never will: the notice itself stays in the inbox. */
  deliveries: async ({ store: { db }, now }) =>
    Number((await db.deleteFrom('delivery').where('ended_at', '<', daysAgo(now(), jobDays)).executeTakeFirstOrThrow()).numDeletedRows),
  /** Who looked at what: long enough to know what nobody looks at. */
  usage: async ({ store: { db }, now }) =>
    Number(
      (await db.deleteFrom('usage').where('day', '<', daysAgo(now(), usageDays).slice(0, 10)).executeTakeFirstOrThrow()).numDeletedRows,
    ),
  /** There is one for each notice, and what came of it stands in the outbox. */
  deliverJobs: async ({ store: { db }, now }) => {
    const done = db.deleteFrom('job').where('kind', '=', 'deliver').where('state', '=', 'done');
    return Number((await done.where('finished_at', '<', daysAgo(now(), deliverDays)).executeTakeFirstOrThrow()).numDeletedRows);
  },
  leases: async ({ store: { db }, now }) =>
    Number((await db.deleteFrom('lease').where('until', '<', daysAgo(now(), 1)).executeTakeFirstOrThrow()).numDeletedRows),
  sessions: async ({ store: { db }, now }) =>
    Number((await db.deleteFrom('auth_session').where('expiresAt', '<', daysAgo(now(), 0)).executeTakeFirstOrThrow()).numDeletedRows),
  verifications: async ({ store: { db }, now }) =>
    Number((await db.deleteFrom('auth_verification').where('expiresAt', '<', daysAgo(now(), 0)).executeTakeFirstOrThrow()).numDeletedRows),
  invitations: async ({ store: { db }, now }) =>
    Number(
      (await db.deleteFrom('invitation').where('expires_at', '<', daysAgo(now(), invitationDays)).executeTakeFirstOrThrow()).numDeletedRows,
    ),
};
