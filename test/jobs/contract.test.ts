import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { claimNext, keepClaim } from '../../src/app/jobs/claim.ts';
import { finish } from '../../src/app/jobs/finish.ts';
import { defineJobKind, type JobKind } from '../../src/app/jobs/kind.ts';
import { enqueue } from '../../src/app/jobs/queue.ts';
import { leaseMs } from '../../src/app/jobs/runner.ts';
import { plan } from '../../src/app/jobs/schedule.ts';
import { sweeps } from '../../src/app/jobs/sweeps.ts';
import { cancelJobOperation } from '../../src/app/operations/cancel-job.ts';
import { jobsOperation } from '../../src/app/operations/jobs.ts';
import { retryJobOperation } from '../../src/app/operations/retry-job.ts';
import { runJobOperation } from '../../src/app/operations/run-job.ts';
import { localActor } from '../../src/app/rights/actor.ts';
import { CuadroError } from '../../src/model/error.ts';
import type { Store } from '../../src/store/open.ts';
import { Clock, postgresStores, runnerOf, type StoreMaker, sqliteStores, workspaceOf } from './world.ts';

/** Does as it is told, and tells what it did. */
const obedient = (work: (attempt: number, signal: AbortSignal) => Promise<void> | void): { kind: JobKind; begun: () => number } => {
  let begun = 0;
  const kind = defineJobKind({
    id: 'obedient',
    input: z.strictObject({}),
    attempts: 3,
    run: async ({ signal }) => {
      begun += 1;
      await work(begun, signal);
      return { begun };
    },
  });
  return { kind, begun: () => begun };
};

const trouble = (blame: 'input' | 'internal'): CuadroError => new CuadroError({ code: 'file_missing', blame, where: 'x.csv' });

describe.each([
  ['SQLite', sqliteStores],
  ['PostgreSQL', postgresStores],
])('jobs on %s', (_, make) => {
  let stores: StoreMaker;
  let place: Awaited<ReturnType<StoreMaker['fresh']>>;
  let store: Store;
  let clock: Clock;
  const opened: Store[] = [];
  const open = async (): Promise<Store> => {
    const one = await place.open();
    opened.push(one);
    return one;
  };
  const put = (more: Partial<Parameters<typeof enqueue>[1]> = {}) =>
    enqueue(
      store.db,
      { kind: 'obedient', input: {}, key: null, schedule: null, dueAt: clock.now(), maxAttempts: 3, askedBy: 'test', ...more },
      clock.now(),
    );
  const context = () => ({
    workspace: workspaceOf(),
    database: null as never,
    store: async () => store,
    actor: localActor,
    now: clock.now,
    progress: () => undefined,
    signal: null,
  });
  const jobOf = async (id: string) => (await jobsOperation.run(context(), { id, limit: 1 })).jobs[0];

  beforeAll(async () => {
    stores = await make();
  });
  beforeEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    place = await stores.fresh();
    store = await open();
    // Not at 03:17: what is planned for every night is not due for some hours.
    clock = new Clock('2026-06-15T10:00:00Z');
    await enqueueDone();
  });
  /** So that the nightly sweep is not made up for in each test. */
  const enqueueDone = async (): Promise<void> => {
    const { id } = await put({ kind: 'sweep', schedule: 'sweep' });
    await store.db.updateTable('job').set({ state: 'done', finished_at: clock.now().toString() }).where('id', '=', id).execute();
  };
  afterAll(async () => {
    for (const one of opened.splice(0)) await one.close();
    await stores.close();
  });

  test('does a job once and shows what came of it', async () => {
    const { kind, begun } = obedient(() => undefined);
    const { id } = await put();
    const runner = runnerOf({ store, clock, kinds: [kind] });
    expect(await runner.work()).toBe(1);
    expect(await runner.work()).toBe(0);
    expect(begun()).toBe(1);
    expect(await jobOf(id)).toMatchObject({ state: 'done', attempts: 1, result: { begun: 1 }, runs: [{ attempt: 1, outcome: 'done' }] });
    expect(await store.db.selectFrom('lease').selectAll().execute()).toEqual([]);
  });

  test('the same key gives the same job', async () => {
    const first = await put({ key: 'once' });
    const second = await put({ key: 'once' });
    expect(second).toEqual({ id: first.id, isNew: false });
    expect((await put()).id).not.toBe((await put()).id);
  });

  test('does not begin before it is due', async () => {
    const { kind, begun } = obedient(() => undefined);
    await put({ dueAt: clock.now().add({ minutes: 5 }) });
    const runner = runnerOf({ store, clock, kinds: [kind] });
    expect(await runner.work()).toBe(0);
    clock.forward({ minutes: 5 });
    expect(await runner.work()).toBe(1);
    expect(begun()).toBe(1);
  });

  test('tries again after a growing while, and gives up with the code of the error', async () => {
    const { kind, begun } = obedient(() => {
      throw trouble('internal');
    });
    const { id } = await put();
    const runner = runnerOf({ store, clock, kinds: [kind] });
    await runner.work();
    // 30 s and 60 s, of which the dice take three quarters.
    expect(await jobOf(id)).toMatchObject({
      state: 'waiting',
      due_at: '2026-06-15T10:00:22.500Z',
      error: { code: 'file_missing', where: 'x.csv' },
    });
    clock.forward({ milliseconds: 22_499 });
    expect(await runner.work()).toBe(0);
    clock.forward({ milliseconds: 1 });
    await runner.work();
    expect(await jobOf(id)).toMatchObject({ state: 'waiting', due_at: '2026-06-15T10:01:07.500Z' });
    clock.forward({ minutes: 1 });
    await runner.work();
    expect(begun()).toBe(3);
    const runs = [1, 2, 3].map((attempt) => ({ attempt, outcome: 'failed', error: { code: 'file_missing' } }));
    expect(await jobOf(id)).toMatchObject({ state: 'failed', attempts: 3, runs });
    clock.forward({ hours: 24 });
    expect(await runner.work()).toBeLessThanOrEqual(1);
    expect(begun()).toBe(3);
  });

  test('what someone asked wrongly is not tried again', async () => {
    const { kind } = obedient(() => {
      throw trouble('input');
    });
    const { id } = await put();
    await runnerOf({ store, clock, kinds: [kind] }).work();
    expect(await jobOf(id)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  test('an error that nobody foresaw tells no more than its kind', async () => {
    const { kind } = obedient(() => {
      throw new TypeError('ana@example.com');
    });
    const { id } = await put({ maxAttempts: 1 });
    await runnerOf({ store, clock, kinds: [kind] }).work();
    expect((await jobOf(id))?.error).toEqual({ code: 'internal_error', found: 'TypeError' });
  });

  test('a given-up job is begun again on request, and only such a one', async () => {
    const { kind } = obedient((attempt) => {
      if (attempt === 1) throw trouble('input');
    });
    const { id } = await put();
    const runner = runnerOf({ store, clock, kinds: [kind] });
    await runner.work();
    expect(await retryJobOperation.run(context(), { id })).toEqual({ state: 'waiting' });
    await runner.work();
    expect(await jobOf(id)).toMatchObject({ state: 'done', attempts: 2, error: null });
    await expect(retryJobOperation.run(context(), { id })).rejects.toMatchObject({ code: 'job_not_given_up' });
    await expect(retryJobOperation.run(context(), { id: 'none' })).rejects.toMatchObject({ code: 'job_missing' });
  });

  test('a waiting job that is cancelled is never begun', async () => {
    const { kind, begun } = obedient(() => undefined);
    const { id } = await put();
    expect(await cancelJobOperation.run(context(), { id })).toEqual({ state: 'cancelled' });
    await runnerOf({ store, clock, kinds: [kind] }).work();
    expect(begun()).toBe(0);
    await expect(cancelJobOperation.run(context(), { id })).rejects.toMatchObject({ code: 'job_over' });
    await expect(cancelJobOperation.run(context(), { id: 'none' })).rejects.toMatchObject({ code: 'job_missing' });
  });

  test('a job under way hears at a beat that it was cancelled, and stops', async () => {
    const started = Promise.withResolvers<void>();
    const { kind } = obedient(async (__, signal) => {
      started.resolve();
      await new Promise((___, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    const { id } = await put();
    const runner = runnerOf({ store, clock, kinds: [kind] });
    const working = runner.work();
    await started.promise;
    expect(await cancelJobOperation.run(context(), { id })).toEqual({ state: 'stopping' });
    await runner.look();
    await working;
    expect(await jobOf(id)).toMatchObject({ state: 'cancelled', runs: [{ outcome: 'cancelled' }] });
  });

  test('a runner that is shut down leaves its job to the next, without counting the attempt', async () => {
    const started = Promise.withResolvers<void>();
    const { kind } = obedient(async (attempt, signal) => {
      if (attempt > 1) return;
      started.resolve();
      await new Promise((__, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    const { id } = await put({ maxAttempts: 1 });
    const first = runnerOf({ store, clock, kinds: [kind] });
    const working = first.work();
    await started.promise;
    await first.close();
    await working;
    expect(await jobOf(id)).toMatchObject({ state: 'waiting', runs: [{ outcome: 'stopped' }] });
    await runnerOf({ store, clock, kinds: [kind], name: 'two' }).work();
    expect(await jobOf(id)).toMatchObject({ state: 'done', runs: [{ outcome: 'stopped' }, { outcome: 'done' }] });
  });

  test('takes over from a runner that has not been heard of, whose own end is not written any more', async () => {
    const { id } = await put();
    const dead = await claimNext(store.db, { runner: 'dead', leaseMs, now: clock.now() });
    const { kind, begun } = obedient(() => undefined);
    const other = runnerOf({ store: await open(), clock, kinds: [kind], name: 'other' });
    expect(await other.work()).toBe(0);
    clock.forward({ milliseconds: leaseMs - 1 });
    expect(await other.work()).toBe(0);
    clock.forward({ milliseconds: 1 });
    expect(await other.work()).toBe(1);
    expect(begun()).toBe(1);
    expect(await jobOf(id)).toMatchObject({
      state: 'done',
      attempts: 2,
      runs: [{ outcome: 'lost', error: { code: 'job_lost' } }, { outcome: 'done' }],
    });
    if (!dead) throw new Error('claimed nothing');
    expect(await keepClaim(store.db, dead, { runner: 'dead', leaseMs, now: clock.now() })).toBe('lost');
    expect(await finish(store.db, dead, { kind: 'failed', error: { code: 'late' }, again: null }, clock.now())).toBe(false);
    expect(await jobOf(id)).toMatchObject({ state: 'done', error: null });
  });

  test('one that says that it lives keeps its job', async () => {
    await put();
    const claimer = () => ({ runner: 'alive', leaseMs, now: clock.now() });
    const claim = await claimNext(store.db, claimer());
    if (!claim) throw new Error('claimed nothing');
    for (let beats = 0; beats < 3; beats += 1) {
      clock.forward({ milliseconds: leaseMs - 1 });
      expect(await keepClaim(store.db, claim, claimer())).toBe('kept');
    }
    expect(await claimNext(store.db, { ...claimer(), runner: 'other' })).toBeNull();
  });

  test('gives up what was lost once too often', async () => {
    const { id } = await put({ maxAttempts: 2 });
    for (const runner of ['a', 'b']) {
      expect(await claimNext(store.db, { runner, leaseMs, now: clock.now() })).not.toBeNull();
      clock.forward({ milliseconds: leaseMs });
    }
    expect(await claimNext(store.db, { runner: 'c', leaseMs, now: clock.now() })).toBeNull();
    expect(await jobOf(id)).toMatchObject({
      state: 'failed',
      error: { code: 'job_lost' },
      runs: [{ outcome: 'lost' }, { outcome: 'lost' }],
    });
  });

  test('of several runners on one store each job is done by one', async () => {
    const done: string[] = [];
    const kind = defineJobKind({
      id: 'counted',
      input: z.strictObject({ number: z.int() }),
      attempts: 1,
      run: async (__, { number }) => {
        done.push(String(number));
        return {};
      },
    });
    for (let number = 0; number < 30; number += 1) await put({ kind: 'counted', input: { number } });
    const runners = await Promise.all(['a', 'b', 'c'].map(async (name) => runnerOf({ store: await open(), clock, kinds: [kind], name })));
    const counts = await Promise.all(runners.map((runner) => runner.work()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(done.toSorted()).toEqual(Array.from({ length: 30 }, (__, number) => String(number)).toSorted());
    expect((await store.db.selectFrom('job_run').select('job_id').execute()).length).toBe(30);
  });

  test('of several servers that plan, a time is queued once, and missed ones once together', async () => {
    const workspace = workspaceOf({ sources: { ventas: { path: 'in', mapping: null, every: '*/10 * * * *' } } });
    const others = [store, await open(), await open()];
    const planned = async () => {
      await Promise.all(others.map(({ db }) => plan(db, workspace, clock.now())));
      return (
        await store.db.selectFrom('job').select(['key', 'state']).where('schedule', '=', 'refresh:ventas').orderBy('key').execute()
      ).map((job) => job.key);
    };
    expect(await planned()).toEqual(['refresh:ventas@2026-06-15T10:00:00.000Z']);
    clock.forward({ minutes: 10 });
    // The one before is not over: it is not queued on top.
    expect(await planned()).toHaveLength(1);
    await store.db.updateTable('job').set({ state: 'done' }).where('schedule', '=', 'refresh:ventas').execute();
    clock.forward({ minutes: 47 });
    expect(await planned()).toEqual(['refresh:ventas@2026-06-15T10:00:00.000Z', 'refresh:ventas@2026-06-15T10:50:00.000Z']);
  });

  test('what is wanted now is queued once while it waits', async () => {
    const first = await runJobOperation.run(context(), { schedule: 'sweep' });
    expect(first.is_new).toBe(true);
    expect(await runJobOperation.run(context(), { schedule: 'sweep' })).toEqual({ job: first.job, is_new: false });
    await expect(runJobOperation.run(context(), { schedule: 'nonsense' })).rejects.toMatchObject({
      code: 'job_unknown',
      expected: 'evaluate, remember, remind, sweep',
    });
  });

  test('clears away what is long over, but the last of each schedule', async () => {
    const make = async (schedule: string | null, state: string) => {
      const { id } = await put({ schedule, kind: 'obedient' });
      await store.db.updateTable('job').set({ state, finished_at: clock.now().toString() }).where('id', '=', id).execute();
      clock.forward({ minutes: 1 });
      return id;
    };
    const gone = [await make('yearly', 'done'), await make(null, 'done'), await make(null, 'failed')];
    const kept = [await make('yearly', 'done'), await make('yearly', 'failed')];
    clock.forward({ hours: 24 * 91 });
    kept.push(await make(null, 'done'), (await put()).id);
    const signal = new AbortController().signal;
    const call = async () => ({ entries: 0 });
    const job = { store, workspace: workspaceOf(), call, callAs: call, live: () => undefined, now: clock.now, random: () => 0.5, signal };
    expect(await sweeps.jobs?.(job)).toBe(gone.length);
    const left = (await store.db.selectFrom('job').select('id').where('kind', '=', 'obedient').execute()).map(({ id }) => id);
    expect(left.toSorted()).toEqual(kept.toSorted());
    for (const sweep of Object.values(sweeps)) expect(await sweep(job)).toBe(0);
  });
});
