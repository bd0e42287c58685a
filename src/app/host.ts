import { asCuadroError } from '../i18n/errors.ts';
import { openWorkspaceDatabase } from '../landing/open.ts';
import { CuadroError } from '../model/error.ts';
import { type Store, storeOnDemand } from '../store/open.ts';
import { audited } from './audit/audited.ts';
import { openAuditLog } from './audit/log.ts';
import type { Environment } from './config/values.ts';
import type { Progress } from './operation.ts';
import { operations } from './operation-list.ts';
import { type Actor, localActor, requirePermission } from './rights/actor.ts';
import { requireTraining } from './rights/training.ts';
import { parseInput } from './run-operation.ts';
import { listenForCommands } from './socket/listen.ts';
import { requireWorkspace } from './workspace/find.ts';
import { readWorkspace } from './workspace/read.ts';
import type { Workspace } from './workspace/workspace.ts';

/** Who asked, and how to tell them how far it is. */
export interface Caller {
  readonly actor: Actor;
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal | null;
}

/** How an operation went. */
export interface Ran {
  readonly operation: string;
  /** `ok`, or the code of the error. */
  readonly outcome: string;
  readonly ms: number;
}

export interface Load {
  readonly running: number;
  readonly waiting: number;
}

/** A workspace held open by this process, which answers its own calls and those of commands on the socket. */
export interface Host {
  readonly store: () => Promise<Store>;
  /** As they are now: `cuadro.yaml` is read anew for each call. */
  workspace(): Promise<Workspace>;
  /** One at a time, in the order of asking. @throws CuadroError */
  run(operation: string, input: unknown, caller?: Caller): Promise<unknown>;
  /** Called after every operation that may have changed the data. */
  onChange(listener: () => void): void;
  /** Called after every operation, with how it went and how long it took, its time in the queue included. */
  onOperation(listener: (ran: Ran) => void): void;
  /** Called with the milliseconds of each statement that an operation read by. */
  onStatement(listener: (ms: number) => void): void;
  /** What runs and waits, by lane. */
  load(): Readonly<Record<string, Load>>;
  /** Ends what runs: the server closes and has waited long enough. */
  cancelAll(): void;
  close(): Promise<void>;
}

/** @throws CuadroError workspace_missing, workspace_busy, settings_*, config_* */
export async function openHost(
  folder: string,
  now: () => Temporal.Instant,
  storeUrl: string | null = null,
  env: Environment = {},
): Promise<Host> {
  requireWorkspace(folder);
  await readWorkspace(folder, env);
  const database = await openWorkspaceDatabase(folder);
  const store = storeOnDemand(folder, storeUrl);
  const log = openAuditLog(store.open, now);
  const listeners: (() => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const workspace = (): Promise<Workspace> => readWorkspace(folder, env);

  const runNow = async (id: string, input: unknown, { actor, progress, signal }: Caller): Promise<unknown> => {
    // Whoever gave up while queueing wants nothing done.
    if (signal?.aborted) throw new CuadroError({ code: 'cancelled', blame: 'internal' });
    const operation = operations.get(id);
    if (!operation) throw new CuadroError({ code: 'unknown_operation', found: id });
    if (closed) throw new CuadroError({ code: 'server_lost', blame: 'internal', where: folder });
    return audited(operation, { log, actor, now, input }, async () => {
      requirePermission(actor, operation.permission);
      const opened = await workspace();
      await requireTraining(actor, operation.permission, opened.config, async () => (await store.open()).db, now());
      const parsed = parseInput(operation.input, input);
      try {
        return await operation.run({ workspace: opened, database, store: store.open, actor, now, progress, signal }, parsed);
      } finally {
        if (operation.effect === 'write') for (const listener of listeners) listener();
      }
    });
  };
  const run: Host['run'] = (id, input, caller = { actor: localActor, progress: () => undefined, signal: null }) => {
    const turn = last.then(() => runNow(id, input, caller));
    last = turn.catch(() => undefined);
    return turn;
  };

  let stopListening: () => Promise<void>;
  try {
    stopListening = await listenForCommands(
      folder,
      ({ operation, input }, progress, signal) => run(operation, input, { actor: localActor, progress, signal }),
      asCuadroError,
    );
  } catch (error) {
    database.close();
    await store.close();
    throw error;
  }
  return {
    store: store.open,
    workspace,
    run,
    onChange: (listener) => void listeners.push(listener),
    onOperation: () => undefined,
    onStatement: () => undefined,
    load: () => ({}),
    cancelAll: () => undefined,
    close: async () => {
      closed = true;
      void stopListening();
      await last;
      await log.flush();
      database.close();
      await store.close();
    },
  };
}
