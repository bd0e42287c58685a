import { createHash } from 'node:crypto';
import type { AuditEntryTable } from '../../store/tables/audit.ts';

/** What an entry says of its call: ids, KPI names, counts. Never a value of a record, nor a person but the actor. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[] | Readonly<Record<string, number>>>>;

/** An entry before it has its place in the chain. */
export type NewEntry = Omit<AuditEntryTable, 'sequence' | 'hash'>;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** JSON that is the same for the same content: keys in order, no blanks. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

/** @param previous hash of the entry before; empty for the first */
export const hashOf = (previous: string, entry: Omit<AuditEntryTable, 'hash'>): string => {
  const { sequence, at, actor_kind, actor_id, actor_name, actor_role, operation, permission, detail, outcome, origin } = entry;
  const content = { sequence, at, actor_kind, actor_id, actor_name, actor_role, operation, permission, detail, outcome, origin };
  return createHash('sha256')
    .update(`${previous}${canonical(content)}`)
    .digest('hex');
};
