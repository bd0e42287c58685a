import { z } from 'zod';
import { walkChain } from '../audit/chain.ts';
import { defineOperation } from '../operation.ts';

/** Whether the audit log is as it was written, and where it is not. */
export const verifyAuditOperation = defineOperation({
  id: 'verify_audit',
  words: {
    es: 'si la auditoría sigue como se escribió, y dónde no',
    en: 'whether the audit log is as it was written, and where it is not',
  },
  input: z.strictObject({}),
  output: z.strictObject({
    whole: z.boolean(),
    entries: z.int(),
    first: z.int().nullable(),
    last: z.int().nullable(),
    head: z.string(),
    broken: z.strictObject({ sequence: z.int(), at: z.string().nullable(), how: z.enum(['changed', 'missing', 'cut', 'head']) }).nullable(),
  }),
  rest: { method: 'GET', path: '/audit/verification' },
  effect: 'read',
  on: 'store',
  permission: 'audit.read',
  audit: (_, { whole, entries }) => ({ whole, rows: entries }),
  run: async ({ store }) => walkChain((await store()).db),
});
