import { asCuadroError } from '../i18n/errors.ts';
import { openWorkspaceDatabase } from '../landing/open.ts';
import { CuadroError } from '../model/error.ts';
import type { Progress } from './operation.ts';
import { operations } from './operation-list.ts';
import { parseInput } from './run-operation.ts';
import { listenForCommands } from './socket/listen.ts';
import { requireWorkspace } from './workspace/find.ts';
import { readSettings } from './workspace/settings-file.ts';
import type { Workspace } from './workspace/workspace.ts';

/** Who asked, and how to tell them how far it is. */
export interface Caller {
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal | null;
}

/** A workspace held open by this process, which answers its own calls and those of commands on the socket. */
export interface Host {
  /** As they are now: `cuadro.yaml` is read anew for each call. */
  workspace(): Promise<Workspace>;
  /** One at a time, in the order of asking. @throws CuadroError */
  run(operation: string, input: unknown, caller?: Caller): Promise<unknown>;
  /** Called after every operation that may have changed the data. */
  onChange(listener: () => void): void;
  close(): Promise<void>;
}

/** @throws CuadroError workspace_missing, workspace_busy, settings_* */
export async function openHost(folder: string, now: () => Temporal.Instant): Promise<Host> {
  requireWorkspace(folder);
  await readSettings(folder);
  const database = await openWorkspaceDatabase(folder);
  const listeners: (() => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const workspace = async (): Promise<Workspace> => ({ folder, settings: await readSettings(folder) });

  const runNow = async (id: string, input: unknown, { progress, signal }: Caller): Promise<unknown> => {
    // Whoever gave up while queueing wants nothing done.
    if (signal?.aborted) throw new CuadroError({ code: 'cancelled', blame: 'internal' });
    const operation = operations.get(id);
    if (!operation) throw new CuadroError({ code: 'unknown_operation', found: id });
    if (closed) throw new CuadroError({ code: 'server_lost', blame: 'internal', where: folder });
    const parsed = parseInput(operation.input, input);
    try {
      return await operation.run({ workspace: await workspace(), database, now, progress, signal }, parsed);
    } finally {
      if (operation.effect === 'write') for (const listener of listeners) listener();
    }
  };
  const run: Host['run'] = (id, input, caller = { progress: () => undefined, signal: null }) => {
    const turn = last.then(() => runNow(id, input, caller));
    last = turn.catch(() => undefined);
    return turn;
  };

  let stopListening: () => Promise<void>;
  try {
    stopListening = await listenForCommands(
      folder,
      ({ operation, input }, progress, signal) => run(operation, input, { progress, signal }),
      asCuadroError,
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    workspace,
    run,
    onChange: (listener) => void listeners.push(listener),
    close: async () => {
      closed = true;
      void stopListening();
      await last;
      database.close();
    },
  };
}
