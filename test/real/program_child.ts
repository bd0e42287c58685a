import { parentPort, workerData } from 'node:worker_threads';
import { main } from '../../src/cli/main.ts';
import type { Wire } from './program.ts';

/** The other end of `callProgram`: one command after another, as `src/cli/main.ts` runs it when a process is started for each. */
const { done } = workerData as Wire;
parentPort?.on('message', async (argv: readonly string[]) => {
  const said = { stdout: '', stderr: '' };
  const status = await main(argv, {
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
    cwd: process.cwd(),
    env: process.env,
    now: () => Temporal.Now.instant(),
    interactive: false,
    signal: new AbortController().signal,
  });
  workerData.answers.postMessage({ status, ...said });
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
