import { z } from 'zod';
import { archiveAudit } from '../audit/retention.ts';
import { defineOperation } from '../operation.ts';

/** Moves entries that are older than `audit.keep_days` to an archive beside the store; the chain goes on from a checkpoint. */
export const archiveAuditOperation = defineOperation({
  id: 'archive_audit',
  words: {
    es: 'pasa a un archivo las entradas antiguas de la auditoría',
    en: 'move old entries of the audit log to an archive',
  },
  input: z.strictObject({}),
  output: z.strictObject({ entries: z.int(), file: z.string().nullable() }),
  rest: { method: 'POST', path: '/audit/archive' },
  effect: 'write',
  on: 'store',
  permission: 'installation',
  audit: (_, { entries, file }) => ({ rows: entries, file }),
  run: async ({ store, workspace: { folder, config }, now }) => {
    const { db } = await store();
    return archiveAudit(db, folder, { before: now().subtract({ hours: 24 * config.audit.keep_days }), now: now() });
  },
});
