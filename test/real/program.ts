import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Wire {
  /** 1 when the answer has been sent. */
  readonly done: Int32Array;
  readonly answers: MessagePort;
}

/** Runs the command line, and waits. */
export type Program = (argv: readonly string[]) => Ran;

const program = join(import.meta.dirname, '..', '..', 'bin', 'cuadro');

/** A process for each command, as its users start it. */
export const startProgram: Program = (argv) => spawnSync(program, argv, { encoding: 'utf8', maxBuffer: 2 ** 28 });

let thread: { readonly wire: Wire; readonly worker: Worker; readonly answers: MessagePort } | null = null;

const begin = () => {
  const { port1: answers, port2 } = new MessageChannel();
  const wire = { done: new Int32Array(new SharedArrayBuffer(4)), answers: port2 };
  const worker = new Worker(new URL('program_child.ts', import.meta.url), { workerData: wire, transferList: [port2], execArgv: [] });
  worker.unref();
  return { wire, worker, answers };
};

/** The same commands in a thread of this process, which has the program's modules once, not anew for every figure. */
export const callProgram: Program = (argv) => {
  thread ??= begin();
  const { wire, worker, answers } = thread;
  Atomics.store(wire.done, 0, 0);
  worker.postMessage(argv);
  Atomics.wait(wire.done, 0, 0, 280_000);
  const answer = receiveMessageOnPort(answers)?.message as Ran | undefined;
  if (!answer) throw new Error(`cuadro ${argv.join(' ')}: no answer`);
  return answer;
};
