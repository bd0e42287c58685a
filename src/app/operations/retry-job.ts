import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import { defineOperation } from '../operation.ts';

const output = z.strictObject({ state: z.literal('waiting') });

/** Begins a job again that was given up or cancelled: once more, at once. */
export const retryJobOperation = defineOperation({
  id: 'retry_job',
  words: { es: 'intenta otra vez una tarea fallida o cancelada', en: 'tries a failed or cancelled job again' },
  input: z.strictObject({ id: z.string().min(1) }),
  output,
  rest: { method: 'POST', path: '/jobs/{id}/retry' },
  effect: 'write',
  on: 'store',
  permission: 'data.write',
  run: async ({ store, now }, { id }): Promise<z.output<typeof output>> => {
    const { db } = await store();
    const job = await db.selectFrom('job').select(['state', 'attempts']).where('id', '=', id).executeTakeFirst();
    if (!job) throw new CuadroError({ code: 'job_missing', found: id });
    const { numUpdatedRows } = await db
      .updateTable('job')
      .set({ state: 'waiting', due_at: storedInstant(now()), max_attempts: job.attempts + 1, cancel_asked: 0, finished_at: null })
      .where('id', '=', id)
      .where('state', 'in', ['failed', 'cancelled'])
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) === 0) throw new CuadroError({ code: 'job_not_given_up', found: id, params: { state: job.state } });
    return { state: 'waiting' };
  },
});
