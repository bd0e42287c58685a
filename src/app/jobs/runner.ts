import { CuadroError } from '../../model/error.ts';
import type { Store } from '../../store/open.ts';
import type { Audience, LiveEvent } from '../live/feed.ts';
import { type Actor, systemActor } from '../rights/actor.ts';
import { parseInput } from '../run-operation.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { backOffMs } from './back-off.ts';
import { type Claim, claimNext, keepClaim } from './claim.ts';
import { finish, type JobError, type Outcome } from './finish.ts';
import type { JobContext, JobKind } from './kind.ts';
import { plan } from './schedule.ts';

/** What a runner needs of the world; tests give their own clock, dice and timer. */
export interface RunnerWorld {
  readonly store: () => Promise<Store>;
  readonly workspace: () => Promise<Workspace>;
  /** Runs an operation as somebody. */
  readonly call: (operation: string, input: unknown, signal: AbortSignal, actor: Actor) => Promise<unknown>;
  /** Tells those who look; without it nobody does. */
  readonly live?: (event: LiveEvent, audience: Audience) => void;
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly now: () => Temporal.Instant;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Calls `work` again and again. @returns what ends it */
  readonly every: (milliseconds: number, work: () => void) => () => void;
  /** Its name among all runners of the store. */
  readonly name: string;
}

/** A runner that has not been heard of for so long is taken for dead. */
export const leaseMs = 60_000;

const errorOf = (error: unknown): JobError => {
  if (!(error instanceof CuadroError)) return { code: 'internal_error', found: error instanceof Error ? error.name : null };
  const { code, where, found, expected, params } = error;
  return { code, where, found, expected, params };
};

/** What the caller did wrong will be as wrong next time. */
const isWorthAnother = (error: unknown): boolean => !(error instanceof CuadroError && error.blame === 'input');

/** Does the jobs of a store, one at a time, for as long as there are some due. */
export class JobRunner {
  private readonly world: RunnerWorld;
  private readonly stopping = new AbortController();
  private working: Promise<number> | null = null;
  /** Of the job under way: says that it is alive, and hears whether it is still wanted. */
  private beat: (() => Promise<void>) | null = null;

  constructor(world: RunnerWorld) {
    this.world = world;
  }

  /** Plans what is due and does it. One call at a time: another waits for the same. @returns how many jobs it did */
  work(): Promise<number> {
    if (this.stopping.signal.aborted) return Promise.resolve(0);
    this.working ??= this.workNow().finally(() => {
      this.working = null;
    });
    return this.working;
  }

  private async workNow(): Promise<number> {
    const { store, workspace, now } = this.world;
    const { db } = await store();
    await plan(db, await workspace(), now(), this.world.kinds);
    for (let done = 0; ; done += 1) {
      if (this.stopping.signal.aborted) return done;
      const claim = await claimNext(db, { runner: this.world.name, leaseMs, now: now() });
      if (claim === null) return done;
      await this.run(claim);
    }
  }

  private async run(claim: Claim): Promise<void> {
    const { store, now, every, name } = this.world;
    const opened = await store();
    const cancel = new AbortController();
    let cancelled = false;
    const beat = async (): Promise<void> => {
      const kept = await keepClaim(opened.db, claim, { runner: name, leaseMs, now: now() });
      if (kept === 'kept') return;
      cancelled = kept === 'cancel';
      cancel.abort();
    };
    this.beat = beat;
    // A beat that fails is made up for by the next; should none get through, another takes over and this one's end is not written.
    const stopBeating = every(leaseMs / 4, () => void beat().catch(() => undefined));
    try {
      const signal = AbortSignal.any([cancel.signal, this.stopping.signal]);
      const outcome = await this.attempt(claim, opened, signal, () => cancelled);
      await finish(opened.db, claim, outcome, now());
    } finally {
      stopBeating();
      this.beat = null;
    }
  }

  private async attempt(claim: Claim, store: Store, signal: AbortSignal, wasCancelled: () => boolean): Promise<Outcome> {
    const { kinds, workspace, call, live, now, random } = this.world;
    try {
      const kind = kinds.get(claim.kind);
      if (!kind) throw new CuadroError({ code: 'job_kind_unknown', found: claim.kind });
      const context: JobContext = {
        store,
        workspace: await workspace(),
        call: (id, input) => call(id, input, signal, systemActor),
        callAs: (actor, id, input) => call(id, input, signal, actor),
        live: live ?? (() => undefined),
        now,
        random,
        signal,
      };
      return { kind: 'done', result: await kind.run(context, parseInput(kind.input, claim.input)) };
    } catch (error) {
      if (wasCancelled()) return { kind: 'cancelled' };
      if (this.stopping.signal.aborted) return { kind: 'stopped' };
      const again = isWorthAnother(error) && claim.attempt < claim.maxAttempts;
      const pause = backOffMs(claim.attempt, random());
      return { kind: 'failed', error: errorOf(error), again: again ? now().add({ milliseconds: pause }) : null };
    }
  }

  /** Hears at once, rather than in a while, whether the job under way was cancelled. */
  async look(): Promise<void> {
    await this.beat?.();
  }

  /** Stops what is under way, which another runner will begin anew, and takes nothing more. */
  async close(): Promise<void> {
    this.stopping.abort();
    await this.working?.catch(() => undefined);
  }
}
