import { z } from 'zod';
import { listBatches } from '../../landing/batches.ts';
import { defineOperation } from '../operation.ts';

/** The batches in force, oldest first. */
export const batchesOperation = defineOperation({
  id: 'batches',
  input: z.strictObject({}),
  output: z.custom<{ readonly batches: Awaited<ReturnType<typeof listBatches>> }>(),
  rest: { method: 'GET', path: '/batches' },
  effect: 'read',
  on: 'warehouse',
  permission: 'data.read',
  run: async ({ database }) => ({ batches: await listBatches(database.session.run) }),
});
