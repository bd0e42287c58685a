import { sql } from 'kysely';
import type { Store } from '../../store/open.ts';
import { walkChain } from '../audit/chain.ts';
import type { Config } from '../config/schema.ts';
import { type Finding, failure, fine, warning } from './finding.ts';

const stuckHours = 6;
const text = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'millisecond' });

/** Whether the file is whole; PostgreSQL looks after its own. */
export async function checkStore({ db, engine }: Store): Promise<Finding> {
  if (engine === 'postgres') {
    const { rows } = await sql<{ version: string }>`select version() as version`.execute(db);
    return fine('store', { engine: rows[0]?.version.split(' ').slice(0, 2).join(' ') ?? 'PostgreSQL' });
  }
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(3)`.execute(db);
  const problem = rows.find(({ quick_check }) => quick_check !== 'ok')?.quick_check;
  return problem === undefined
    ? fine('store', { engine: `SQLite ${process.versions.sqlite ?? ''}` })
    : failure('store_damaged', { problem });
}

export async function checkAudit({ db }: Store): Promise<Finding> {
  const { whole, entries, broken } = await walkChain(db);
  return whole ? fine('audit', { entries }) : failure('audit_broken', { sequence: broken?.sequence ?? 0, how: broken?.how ?? '' });
}

export async function checkBackups({ db }: Store, { backups }: Config, now: Temporal.Instant): Promise<Finding> {
  const last = await db.selectFrom('backup_made').select('made_at').orderBy('made_at', 'desc').limit(1).executeTakeFirst();
  if (!last) return warning('backup_never');
  const days = Math.floor(Temporal.Instant.from(last.made_at).until(now).total('hours') / 24);
  return days > backups.warn_after_days ? warning('backup_old', { days, most: backups.warn_after_days }) : fine('backup', { days });
}

/** What waits to go out for longer than a server that is down for a moment explains, and what was given up. */
export async function checkOutbox({ db }: Store, now: Temporal.Instant): Promise<readonly Finding[]> {
  const [hour, week] = [text(now.subtract({ hours: 1 })), text(now.subtract({ hours: 24 * 7 }))];
  const findings: Finding[] = [];
  const late = await db.selectFrom('delivery').select(['error']).where('state', '=', 'waiting').where('created_at', '<', hour).execute();
  const errorsOf = (rows: readonly { readonly error: string | null }[]): string =>
    [...new Set(rows.map(({ error }) => error ?? '–'))].join(', ');
  if (late.length > 0) findings.push(warning('outbox_late', { count: late.length, errors: errorsOf(late) }));
  const failed = await db.selectFrom('delivery').select(['error']).where('state', '=', 'failed').where('ended_at', '>', week).execute();
  if (failed.length > 0) findings.push(warning('outbox_failed', { count: failed.length, errors: errorsOf(failed) }));
  return findings.length > 0 ? findings : [fine('outbox')];
}

export async function checkJobs({ db }: Store, now: Temporal.Instant): Promise<readonly Finding[]> {
  const since = text(now.subtract({ hours: stuckHours }));
  const findings: Finding[] = [];
  const stuck = await db.selectFrom('job').select(['kind']).where('state', '=', 'running').where('started_at', '<', since).execute();
  if (stuck.length > 0)
    findings.push(warning('jobs_stuck', { count: stuck.length, kinds: [...new Set(stuck.map(({ kind }) => kind))].join(', ') }));
  const late = await db.selectFrom('job').select(['kind']).where('state', '=', 'waiting').where('due_at', '<', since).execute();
  if (late.length > 0) findings.push(warning('jobs_late', { count: late.length }));
  const week = text(now.subtract({ hours: 24 * 7 }));
  const failed = await db.selectFrom('job').select(['kind']).where('state', '=', 'failed').where('finished_at', '>', week).execute();
  if (failed.length > 0)
    findings.push(warning('jobs_failed', { count: failed.length, kinds: [...new Set(failed.map(({ kind }) => kind))].join(', ') }));
  return findings.length > 0 ? findings : [fine('jobs')];
}
