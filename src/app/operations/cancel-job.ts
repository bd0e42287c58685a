import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import { defineOperation } from '../operation.ts';

const output = z.strictObject({ state: z.enum(['cancelled', 'stopping']).describe('stopping: it is under way and has been told.') });

/** Takes a job out of the queue, or tells the server that is at it to stop. */
export const cancelJobOperation = defineOperation({
  id: 'cancel_job',
  words: { es: 'cancela una tarea', en: 'cancels a job' },
  input: z.strictObject({ id: z.string().min(1) }),
  output,
  rest: { method: 'POST', path: '/jobs/{id}/cancel' },
  effect: 'write',
  on: 'store',
  permission: 'data.write',
  run: async ({ store, now }, { id }): Promise<z.output<typeof output>> => {
    const { db } = await store();
    const waiting = await db
      .updateTable('job')
      .set({ state: 'cancelled', cancel_asked: 1, finished_at: storedInstant(now()) })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    if (Number(waiting.numUpdatedRows) === 1) return { state: 'cancelled' };
    const running = await db
      .updateTable('job')
      .set({ cancel_asked: 1 })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .executeTakeFirstOrThrow();
    if (Number(running.numUpdatedRows) === 1) return { state: 'stopping' };
    const job = await db.selectFrom('job').select('state').where('id', '=', id).executeTakeFirst();
    if (!job) throw new CuadroError({ code: 'job_missing', found: id });
    throw new CuadroError({ code: 'job_over', found: id, params: { state: job.state } });
  },
});
