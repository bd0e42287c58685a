import { mkdirSync, statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Answer, Failure, Job } from './job.ts';

/**
 * The sandbox: a process of its own, for one call of `repeat('x', 2000000000)` neither heeds DuckDB's interrupt nor its memory
 * limit, and only a process can be killed. It watches itself and is watched.
 */

const watchMs = 50;

const failureOf = (message: string): Failure => {
  if (/Permission Error|disabled by configuration|configuration has been locked/.test(message)) return 'forbidden';
  if (/Out of Memory|failed to allocate|max_temp_directory_size|bad_alloc/i.test(message)) return 'memory';
  return 'failed';
};

const answer = (result: Answer): Promise<void> => new Promise((resolve) => process.send?.(result, () => resolve()));

const sizeOf = (file: string): number =>
  [file, `${file}.wal`].reduce((sum, name) => sum + (statSync(name, { throwIfNoEntry: false })?.size ?? 0), 0);

const watch = (job: Job, current: () => number): NodeJS.Timeout => {
  const before = sizeOf(job.database);
  const until = performance.now() + job.limits.seconds * 1000;
  const stop = (failure: Failure): void => {
    clearInterval(timer);
    void answer({ ok: false, failure, statement: current(), message: '' }).then(() => process.kill(process.pid, 'SIGKILL'));
  };
  const timer = setInterval(() => {
    if (performance.now() > until) stop('timeout');
    else if (process.memoryUsage.rss() > job.limits.memoryMb * 1e6) stop('memory');
    else if (sizeOf(job.database) - before > job.limits.growthMb * 1e6) stop('size');
  }, watchMs);
  return timer;
};

const work = async (job: Job): Promise<void> => {
  let current = 0;
  const timer = watch(job, () => current);
  mkdirSync(job.temporary, { recursive: true });
  try {
    const instance = await DuckDBInstance.create(job.database, {
      memory_limit: `${Math.floor(job.limits.memoryMb / 2)}MB`,
      temp_directory: job.temporary,
      max_temp_directory_size: `${job.limits.growthMb}MB`,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      threads: '2',
    });
    const connection = await instance.connect();
    await connection.run("set timezone = 'UTC'");
    await connection.run('create schema if not exists result');
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
    for (const { table, sql } of job.statements) {
      await connection.run(`create table result."${table}" as\n${sql}\n`);
      current++;
    }
    await connection.run('checkpoint');
    connection.closeSync();
    instance.closeSync();
    await answer({ ok: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await answer({ ok: false, failure: failureOf(message), statement: current, message });
  } finally {
    clearInterval(timer);
    process.disconnect?.();
  }
};

process.once('message', (job: Job) => void work(job));
