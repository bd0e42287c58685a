import { randomUUID } from 'node:crypto';
import type { Environment } from '../config/values.ts';
import { type Host, openHost } from '../host.ts';
import { systemActor } from '../rights/actor.ts';
import { jobKinds } from './kinds.ts';
import { requestJob } from './request.ts';
import { JobRunner } from './runner.ts';

/** How often a server looks for work that another has put in the queue, or whose time has come. */
const lookMs = 5_000;

export interface RunningJobs {
  /** Stops what is under way, which the next server begins anew. Before the host is closed. */
  close(): Promise<void>;
}

const every = (milliseconds: number, work: () => void): (() => void) => {
  const timer = setInterval(work, milliseconds).unref();
  return () => clearInterval(timer);
};

/** What does the jobs of a workspace that this process holds open. @param kinds those that it does; the others are left */
export const runnerOf = (host: Host, now: () => Temporal.Instant, kinds = jobKinds): JobRunner =>
  new JobRunner({
    store: host.store,
    workspace: host.workspace,
    call: (operation, input, signal, actor) => host.run(operation, input, { actor, progress: () => undefined, signal }),
    live: (event, audience) => host.live.tell(event, audience),
    kinds,
    now,
    random: Math.random,
    every,
    name: `${process.pid}-${randomUUID()}`,
  });

/**
 * Does the jobs of a workspace for as long as its server runs.
 * @param onTrouble told when the store cannot be asked; it is tried again
 */
export function startJobs(host: Host, now: () => Temporal.Instant, onTrouble: (error: unknown) => void = () => undefined): RunningJobs {
  const runner = runnerOf(host, now);
  const look = (): void => void runner.work().catch(onTrouble);
  let closed = false;
  const rememberAll = async (): Promise<void> => {
    if (closed) return;
    const [store, workspace] = [await host.store(), await host.workspace()];
    // Whoever is to be told is told first.
    for (const name of ['evaluate', 'remember']) await requestJob(store, workspace, name, systemActor.name, now());
  };
  const remember = (): void => {
    void rememberAll()
      .then(() => runner.look())
      .then(look)
      .catch(onTrouble);
  };
  host.onChange(remember);
  // What was imported while no server ran is remembered once whoever waits for the first page has it.
  const first = setTimeout(remember, lookMs).unref();
  const stop = every(lookMs, look);
  return {
    close: async () => {
      closed = true;
      clearTimeout(first);
      stop();
      await runner.close();
    },
  };
}

/**
 * Does what is due and ends: for whoever runs no server and has cron call this.
 * @returns how many jobs it did
 * @throws CuadroError `workspace_busy` while a server runs, which does them
 */
export async function workJobs(
  folder: string,
  { now, env, storeUrl, signal }: { now: () => Temporal.Instant; env: Environment; storeUrl: string | null; signal: AbortSignal },
): Promise<number> {
  const host = await openHost(folder, now, storeUrl, env);
  const runner = runnerOf(host, now);
  const stop = (): void => void runner.close();
  signal.addEventListener('abort', stop);
  try {
    return await runner.work();
  } finally {
    signal.removeEventListener('abort', stop);
    await runner.close();
    await host.close();
  }
}
