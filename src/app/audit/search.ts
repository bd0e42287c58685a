import { sql } from 'kysely';
import { z } from 'zod';
import { calendarDay } from '../../model/calendar-day.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { AuditEntryTable } from '../../store/tables/audit.ts';

/** A day (UTC) or an instant. */
const moment = z.union([calendarDay, z.iso.datetime({ offset: true })]);

export const auditFilter = z.strictObject({
  /** Part of the actor's name: an address, a key's name. */
  actor: z.string().min(1).max(200).optional(),
  operation: z.string().min(1).max(100).optional(),
  /** `ok`, `failed` (all that is not), or an error code. */
  outcome: z.string().min(1).max(100).optional(),
  from: moment.optional(),
  /** The whole of it, where it is a day. */
  to: moment.optional(),
});

export type AuditFilter = z.output<typeof auditFilter>;

export const auditEntrySchema = z.strictObject({
  sequence: z.int(),
  at: z.iso.datetime(),
  actor: z.strictObject({ kind: z.string(), id: z.string().nullable(), name: z.string(), role: z.string() }),
  operation: z.string(),
  permission: z.string(),
  about: z.record(z.string(), z.unknown()),
  outcome: z.string(),
  from: z.string(),
  hash: z.string(),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const entryOf = (row: AuditEntryTable): AuditEntry => ({
  sequence: row.sequence,
  at: row.at,
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name, role: row.actor_role },
  operation: row.operation,
  permission: row.permission,
  about: JSON.parse(row.detail),
  outcome: row.outcome,
  from: row.origin,
  hash: row.hash,
});

const begin = (given: string): string =>
  (given.length === 10 ? Temporal.Instant.from(`${given}T00:00Z`) : Temporal.Instant.from(given)).toString({ smallestUnit: 'millisecond' });

const end = (given: string): string =>
  given.length === 10
    ? begin(Temporal.PlainDate.from(given).add({ days: 1 }).toString())
    : begin(Temporal.Instant.from(given).add({ milliseconds: 1 }).toString());

/** Entries newest first, below `before`. */
export const searchAudit = (db: StoreDatabase, filter: AuditFilter, page: { readonly before: number | null; readonly limit: number }) => {
  let query = db.selectFrom('audit_entry').selectAll().orderBy('sequence', 'desc').limit(page.limit);
  const { actor, operation, outcome, from, to } = filter;
  if (actor !== undefined) {
    const part = `%${actor.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where(sql<boolean>`lower(actor_name) like ${part} escape '\\'`);
  }
  if (operation !== undefined) query = query.where('operation', '=', operation);
  if (outcome === 'failed') query = query.where('outcome', '<>', 'ok');
  else if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (from !== undefined) query = query.where('at', '>=', begin(from));
  if (to !== undefined) query = query.where('at', '<', end(to));
  if (page.before !== null) query = query.where('sequence', '<', page.before);
  return query.execute();
};
