import { z } from 'zod';
import { canonical } from '../audit/entry.ts';
import { type AuditEntry, auditFilter, entryOf, searchAudit } from '../audit/search.ts';
import { csvLine } from '../csv.ts';
import { defineOperation } from '../operation.ts';

const columns = ['sequence', 'at', 'actor_kind', 'actor_name', 'actor_role', 'operation', 'permission', 'about', 'outcome', 'from', 'hash'];

const cells = (entry: AuditEntry): readonly string[] => [
  String(entry.sequence),
  entry.at,
  entry.actor.kind,
  entry.actor.name,
  entry.actor.role,
  entry.operation,
  entry.permission,
  canonical(entry.about),
  entry.outcome,
  entry.from,
  entry.hash,
];

const pageRows = 1_000;

/** The audit log as one text, newest first, to be kept elsewhere. */
export const exportAuditOperation = defineOperation({
  id: 'export_audit',
  words: {
    es: 'la auditoría como un texto, para guardarla fuera',
    en: 'the audit log as one text, to be kept elsewhere',
  },
  input: auditFilter.extend({
    format: z.enum(['csv', 'jsonl']).default('csv'),
    limit: z.coerce.number().int().min(1).max(200_000).default(50_000),
  }),
  output: z.strictObject({ format: z.enum(['csv', 'jsonl']), entries: z.int(), whole: z.boolean(), text: z.string() }),
  rest: { method: 'GET', path: '/audit/export' },
  effect: 'read',
  on: 'store',
  permission: 'audit.read',
  audit: ({ format }, { entries }) => ({ format, rows: entries }),
  run: async ({ store, signal }, { format, limit, ...filter }) => {
    const { db } = await store();
    const lines: string[] = format === 'csv' ? [csvLine(columns)] : [];
    let before: number | null = null;
    let entries = 0;
    let whole = false;
    while (entries < limit) {
      signal?.throwIfAborted();
      const asked = Math.min(pageRows, limit - entries);
      const rows: Awaited<ReturnType<typeof searchAudit>> = await searchAudit(db, filter, { before, limit: asked });
      for (const row of rows) {
        const entry = entryOf(row);
        lines.push(format === 'csv' ? csvLine(cells(entry)) : `${JSON.stringify(entry)}\n`);
      }
      entries += rows.length;
      before = rows.at(-1)?.sequence ?? null;
      if (rows.length < asked) {
        whole = true;
        break;
      }
    }
    return { format, entries, whole, text: lines.join('') };
  },
});
