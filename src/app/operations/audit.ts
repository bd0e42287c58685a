import { z } from 'zod';
import { auditEntrySchema, auditFilter, entryOf, searchAudit } from '../audit/search.ts';
import { defineOperation } from '../operation.ts';

/** Who did or saw what, newest first. */
export const auditOperation = defineOperation({
  id: 'audit',
  words: {
    es: 'quién hizo o vio qué, lo más reciente primero',
    en: 'who did or saw what, newest first',
  },
  input: auditFilter.extend({
    /** Entries below this sequence: `next` of the page before. */
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  output: z.strictObject({ entries: z.array(auditEntrySchema), next: z.int().nullable() }),
  rest: { method: 'GET', path: '/audit' },
  effect: 'read',
  on: 'store',
  permission: 'audit.read',
  audit: (_, { entries }) => ({ rows: entries.length }),
  run: async ({ store }, { before, limit, ...filter }) => {
    const { db } = await store();
    const rows = await searchAudit(db, filter, { before: before ?? null, limit });
    return { entries: rows.map(entryOf), next: rows.length === limit ? (rows.at(-1)?.sequence ?? null) : null };
  },
});
