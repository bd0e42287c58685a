import { asCuadroError } from '../i18n/errors.ts';
import { openWorkspaceDatabase } from '../landing/open.ts';
import { CuadroError } from '../model/error.ts';
import { type Store, storeOnDemand } from '../store/open.ts';
import type { OpenWarehouse } from '../warehouse/duckdb/database.ts';
import { audited } from './audit/audited.ts';
import { openAuditLog } from './audit/log.ts';
import type { Environment } from './config/values.ts';
import { keptAnswer } from './kept-answers.ts';
import type { Load } from './lanes/slots.ts';
import { stopFor } from './lanes/stop.ts';
import { SharedWarehouse } from './lanes/warehouse.ts';
import { LiveFeed } from './live/feed.ts';
import { tellRun } from './live/tell-run.ts';
import type { Operation, Progress } from './operation.ts';
import { operations } from './operation-list.ts';
import { UsageNotes } from './reviews/usage.ts';
import { type Actor, localActor, requirePermission } from './rights/actor.ts';
import { requireTraining } from './rights/training.ts';
import { parseInput } from './run-operation.ts';
import { listenForCommands } from './socket/listen.ts';
import { todayIn } from './today.ts';
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

/** A workspace held open by this process, which answers its own calls and those of commands on the socket. */
export interface Host {
  readonly store: () => Promise<Store>;
  /** As they are now: `cuadro.yaml` is read anew for each call. */
  workspace(): Promise<Workspace>;
  /**
   * Reads at once, each over the data as the last commit left them; what writes one after another, beside them.
   * @throws CuadroError
   */
  run(operation: string, input: unknown, caller?: Caller): Promise<unknown>;
  /** Called after every operation that may have changed the data. */
  onChange(listener: () => void): void;
  /** Called after every operation, with how it went and how long it took, its time in the queue included. */
  onOperation(listener: (ran: Ran) => void): void;
  /** Called with the milliseconds of each statement that an operation read by. */
  onStatement(listener: (ms: number) => void): void;
  /** What runs and waits, by lane. */
  load(): Readonly<Record<string, Load>>;
  /** Ends what reads, for good: the server closes and has waited long enough. What writes ends by itself. */
  cancelReads(): void;
  /** What happens, for those who look. */
  readonly live: LiveFeed;
  close(): Promise<void>;
}

const isOfAnotherDay = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && (('asOf' in input && input.asOf != null) || ('knownAt' in input && input.knownAt != null));

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
  const listeners = { change: new Set<() => void>(), ran: new Set<(ran: Ran) => void>(), statement: new Set<(ms: number) => void>() };
  const warehouse = await SharedWarehouse.over(database, Number(env.UV_THREADPOOL_SIZE ?? 4), (ms) => {
    for (const listener of listeners.statement) listener(ms);
  });
  const store = storeOnDemand(folder, storeUrl);
  const log = openAuditLog(store.open, now);
  const live = new LiveFeed();
  const usage = new UsageNotes();
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  let closed = false;
  let settings: string | null = null;

  const workspace = async (): Promise<Workspace> => {
    const read = await readWorkspace(folder, env);
    const text = JSON.stringify([read.settings, read.config]);
    if (settings !== null && settings !== text) live.tell({ kind: 'settings' }, { permission: 'kpi.read', actorId: null });
    settings = text;
    return read;
  };

  /** Work that nobody waits for, but closing. */
  const track = (work: Promise<unknown>): Promise<void> => {
    const settled: Promise<void> = work.then(
      () => undefined,
      () => undefined,
    );
    running.add(settled);
    return settled.finally(() => running.delete(settled));
  };

  /** Where the operation belongs: beside the warehouse, among its readers, or as its writer. */
  const place = async (operation: Operation, parsed: unknown, opened: Workspace, caller: Caller): Promise<unknown> => {
    const { actor, progress, signal } = caller;
    const runOn = (database: OpenWarehouse, stopped: AbortSignal | null): Promise<unknown> => {
      const context = { workspace: opened, database, store: store.open, actor, now, progress, signal: stopped };
      return keptAnswer(operation, context, parsed, () => operation.run(context, parsed));
    };
    if (operation.on === 'store') return runOn(database, signal);
    if (operation.lane === 'alone') return warehouse.alone(signal, (whole) => runOn(whole, signal));
    if (operation.effect === 'write' && operation.on === 'warehouse') return warehouse.write(signal, (whole) => runOn(whole, signal));
    // Whoever sits at the machine, and a job, take the time they take.
    const isTimed = actor.kind !== 'local' && actor.kind !== 'system';
    const stop = stopFor(signal, closing.signal, isTimed ? opened.config.server.query_seconds : null);
    try {
      const lane = operation.lane === 'long' || isOfAnotherDay(parsed) ? ('long' as const) : ('short' as const);
      const asked = { lane, call: `${operation.id} ${JSON.stringify(parsed)}`, workspace: opened, stop };
      return await warehouse.read(asked, (view) => runOn(view, stop.signal));
    } finally {
      stop.done();
    }
  };

  const runNow = async (id: string, input: unknown, caller: Caller): Promise<unknown> => {
    const { actor, signal } = caller;
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
      if (operation.effect === 'read') {
        const answer = await place(operation, parsed, opened, caller);
        usage.note(operation.id, parsed, actor, todayIn({ now, workspace: opened }));
        // Who looks must not wait for it, nor hear of it where it fails.
        if (!usage.isEmpty) void track(store.open().then(({ db }) => usage.write(db)));
        return answer;
      }
      const told = operation.on === 'warehouse' ? tellRun(live, operation.id, caller) : null;
      try {
        const result = await place(operation, parsed, opened, { ...caller, progress: told?.progress ?? caller.progress });
        told?.ended('ok');
        return result;
      } catch (error) {
        told?.ended(asCuadroError(error).code);
        throw error;
      } finally {
        if (operation.on === 'warehouse') {
          for (const listener of listeners.change) listener();
          live.tell({ kind: 'data' }, { permission: 'kpi.read', actorId: null });
        }
      }
    });
  };
  const run: Host['run'] = (id, input, caller = { actor: localActor, progress: () => undefined, signal: null }) => {
    const began = performance.now();
    const ran = (outcome: string): void => {
      for (const listener of listeners.ran)
        listener({ operation: operations.has(id) ? id : 'unknown', outcome, ms: performance.now() - began });
    };
    const turn = runNow(id, input, caller);
    const settled: Promise<void> = turn
      .then(
        () => ran('ok'),
        (error: unknown) => ran(asCuadroError(error).code),
      )
      .finally(() => running.delete(settled));
    running.add(settled);
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
    await warehouse.close();
    database.close();
    await store.close();
    throw error;
  }
  return {
    store: store.open,
    workspace,
    run,
    live,
    onChange: (listener) => void listeners.change.add(listener),
    onOperation: (listener) => void listeners.ran.add(listener),
    onStatement: (listener) => void listeners.statement.add(listener),
    load: () => warehouse.load(),
    cancelReads: () => closing.abort(),
    close: async () => {
      closed = true;
      void stopListening();
      await Promise.all(running);
      await log.flush();
      await warehouse.close();
      database.close();
      await store.close();
    },
  };
}
