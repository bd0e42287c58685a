import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineJobKind } from '../../src/app/jobs/kind.ts';
import { enqueue } from '../../src/app/jobs/queue.ts';
import { leaseMs } from '../../src/app/jobs/runner.ts';
import { Clock, postgresStores, runnerOf, sqliteStores } from './world.ts';

test.each([
  ['SQLite', sqliteStores],
  ['PostgreSQL', postgresStores],
])('a job whose server is killed is done by another, once its lease is over: %s', async (_, make) => {
  const stores = await make();
  const { open, folder, url } = await stores.fresh();
  const store = await open();
  try {
    const clock = new Clock('2026-06-15T10:00:00Z');
    const job = { kind: 'endless', input: {}, key: null, schedule: null, dueAt: clock.now(), maxAttempts: 3, askedBy: 'test' };
    const { id } = await enqueue(store.db, job, clock.now());
    const child = spawn(process.execPath, [join(import.meta.dirname, 'runner_child.ts'), folder, url ?? ''], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const text of child.stdout) if (String(text).includes('begun')) break;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;

    let done = 0;
    const kind = defineJobKind({
      id: 'endless',
      input: z.strictObject({}),
      attempts: 3,
      run: async () => {
        done += 1;
        return {};
      },
    });
    const other = runnerOf({ store, clock, kinds: [kind], name: 'other' });
    await other.work();
    expect(done).toBe(0);
    clock.forward({ milliseconds: leaseMs });
    await other.work();
    await other.work();
    expect(done).toBe(1);
    const runs = await store.db
      .selectFrom('job_run')
      .select(['attempt', 'runner', 'outcome'])
      .where('job_id', '=', id)
      .orderBy('attempt')
      .execute();
    expect(runs).toEqual([
      { attempt: 1, runner: 'killed', outcome: 'lost' },
      { attempt: 2, runner: 'other', outcome: 'done' },
    ]);
  } finally {
    await store.close();
    await stores.close();
  }
});
