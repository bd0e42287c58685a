import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CuadroError } from '../../model/error.ts';
import type { Answer, Failure, Job } from './job.ts';

const codes: Readonly<Record<Failure, string>> = {
  timeout: 'mapping_sql_timeout',
  memory: 'mapping_sql_memory',
  size: 'mapping_sql_memory',
  forbidden: 'mapping_sql_forbidden',
  failed: 'mapping_sql_failed',
};

/** The parent's own clock, for a child too busy to look at its. */
const graceMs = 3000;

const outcome = (job: Job, signal: AbortSignal | null): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
      env: {},
      execArgv: ['--max-old-space-size=128'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let answer: Answer | null = null;
    let late = false;
    const kill = (): void => void child.kill('SIGKILL');
    const timer = setTimeout(
      () => {
        late = true;
        kill();
      },
      job.limits.seconds * 1000 + graceMs,
    );
    signal?.addEventListener('abort', kill);
    child.once('message', (message: Answer) => {
      answer = message;
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
      if (signal?.aborted) reject(new CuadroError({ code: 'cancelled', blame: 'internal' }));
      // Killed without a word: by the kernel, for memory, unless we did it.
      else resolve(answer ?? { ok: false, failure: late ? 'timeout' : 'memory', statement: 0, message: '' });
    });
    child.send(job);
  });

/**
 * Runs a mapping's SELECTs where they see the import's tables and nothing else; each result becomes a table in schema `result`
 * of the same file.
 * @param places where each statement stands in the mapping, for messages.
 * @throws CuadroError `mapping_sql_timeout`, `mapping_sql_memory`, `mapping_sql_forbidden`, `mapping_sql_failed`.
 */
export const runSandboxed = async (job: Job, places: readonly string[], signal: AbortSignal | null): Promise<void> => {
  const answer = await outcome(job, signal);
  if (answer.ok) return;
  const [line] = answer.message.split('\n');
  throw new CuadroError({
    code: codes[answer.failure],
    where: places[answer.statement] ?? 'mapping',
    found: line ? line : (job.statements[answer.statement]?.sql ?? ''),
    params: { seconds: job.limits.seconds, megabytes: job.limits.memoryMb },
  });
};
