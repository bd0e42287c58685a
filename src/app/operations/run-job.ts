import { z } from 'zod';
import { requestJob } from '../jobs/request.ts';
import { defineOperation } from '../operation.ts';

const output = z.strictObject({
  job: z.string().describe('Its id.'),
  is_new: z.boolean().describe('False: it was waiting or under way already.'),
});

/** Wants something done now that servers do by themselves at times: a refresh, a backup. */
export const runJobOperation = defineOperation({
  id: 'run_job',
  words: { es: 'hace ahora una tarea programada', en: 'does a scheduled task now' },
  input: z.strictObject({ schedule: z.string().min(1) }),
  output,
  rest: { method: 'POST', path: '/jobs' },
  effect: 'write',
  on: 'store',
  permission: 'data.write',
  run: async ({ workspace, store, actor, now }, { schedule }): Promise<z.output<typeof output>> => {
    const { job, isNew } = await requestJob(await store(), workspace, schedule, actor.name, now());
    return { job, is_new: isNew };
  },
});
