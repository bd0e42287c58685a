import { z } from 'zod';
import { nextPlanned } from '../jobs/cron.ts';
import { schedulesOf } from '../jobs/schedule.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema, instantSchema } from '../output/period.ts';

const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
const outcomes = ['done', 'failed', 'lost', 'stopped', 'cancelled'] as const;

const input = z.strictObject({
  id: z.string().min(1).optional(),
  schedule: z.string().min(1).optional(),
  state: z.enum(states).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const errorSchema = z
  .looseObject({ code: z.string() })
  .nullable()
  .describe('Code and facts of the last error; its words are those of the code.');

const jobSchema = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    schedule: z.string().nullable(),
    state: z.enum(states),
    due_at: instantSchema,
    attempts: countSchema,
    max_attempts: countSchema,
    asked_by: z.string(),
    created_at: instantSchema,
    started_at: instantSchema.nullable(),
    finished_at: instantSchema.nullable(),
    result: z.record(z.string(), z.unknown()).nullable(),
    error: errorSchema,
    runs: z.array(
      z.strictObject({
        attempt: countSchema,
        started_at: instantSchema,
        finished_at: instantSchema.nullable(),
        outcome: z.enum(outcomes).nullable().describe('Null: under way.'),
        error: errorSchema,
      }),
    ),
  })
  .meta({ id: 'Job' });

const output = z.strictObject({
  timezone: z.string().describe('Of the workspace: that of the schedules.'),
  jobs: z.array(jobSchema).describe('Latest first.'),
  schedules: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.string(),
      every: z.string().nullable().describe('Cron, in the time zone of the workspace; null: when something happens, or when asked for.'),
      next_at: instantSchema.nullable(),
    }),
  ),
});

export type JobsOutput = Frozen<z.output<typeof output>>;

const documentSchema = z.record(z.string(), z.unknown());
const documentOf = (text: string | null) => (text === null ? null : documentSchema.parse(JSON.parse(text)));
const errorOf = (text: string | null) => (text === null ? null : errorSchema.parse(JSON.parse(text)));

/** The jobs that servers do by themselves, with what came of each attempt, and what is planned. */
export const jobsOperation = defineOperation({
  id: 'jobs',
  words: {
    es: 'lo que Cuadro hace por sí mismo: tareas, intentos y qué toca después',
    en: 'what Cuadro does by itself: jobs, attempts and what comes next',
  },
  input,
  output,
  rest: { method: 'GET', path: '/jobs' },
  effect: 'read',
  on: 'store',
  permission: 'data.read',
  run: async ({ workspace, store, actor, now }, { id, schedule, state, limit }): Promise<JobsOutput> => {
    const { db } = await store();
    // What came of a job tells how much was loaded, which is a total of everybody's.
    const seesTotals = actor.rows.kind === 'all' || workspace.config.rights.totals === 'all' || actor.permissions.has('data.write');
    let query = db.selectFrom('job').selectAll();
    if (id !== undefined) query = query.where('id', '=', id);
    if (schedule !== undefined) query = query.where('schedule', '=', schedule);
    if (state !== undefined) query = query.where('state', '=', state);
    const jobs = await query.orderBy('created_at', 'desc').orderBy('id').limit(limit).execute();
    const ids = jobs.map((job) => job.id);
    const runs = ids.length === 0 ? [] : await db.selectFrom('job_run').selectAll().where('job_id', 'in', ids).orderBy('attempt').execute();
    return {
      timezone: workspace.settings.timezone,
      jobs: jobs.map((job) => ({
        id: job.id,
        kind: job.kind,
        schedule: job.schedule,
        state: z.enum(states).parse(job.state),
        due_at: job.due_at,
        attempts: job.attempts,
        max_attempts: job.max_attempts,
        asked_by: job.asked_by,
        created_at: job.created_at,
        started_at: job.started_at,
        finished_at: job.finished_at,
        result: seesTotals ? documentOf(job.result) : null,
        error: errorOf(job.error),
        runs: runs
          .filter(({ job_id }) => job_id === job.id)
          .map(({ attempt, started_at, finished_at, outcome, error }) => ({
            attempt,
            started_at,
            finished_at,
            outcome: z.enum(outcomes).nullable().parse(outcome),
            error: errorOf(error),
          })),
      })),
      schedules: schedulesOf(workspace).map(({ name, kind, every }) => ({
        name,
        kind,
        every,
        next_at: every === null ? null : (nextPlanned(every, workspace.settings.timezone, now())?.toString() ?? null),
      })),
    };
  },
});
