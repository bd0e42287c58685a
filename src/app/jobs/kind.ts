import type { z } from 'zod';
import type { Store } from '../../store/open.ts';
import type { Audience, LiveEvent } from '../live/feed.ts';
import type { Actor } from '../rights/actor.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a kind of job may use. */
export interface JobContext {
  readonly store: Store;
  readonly workspace: Workspace;
  /** Runs an operation on behalf of the system. @throws CuadroError as the operation */
  readonly call: (operation: string, input: unknown) => Promise<unknown>;
  /** Runs an operation as somebody else, with what they may see and nothing more. @throws CuadroError as the operation; `forbidden` */
  readonly callAs: (actor: Actor, operation: string, input: unknown) => Promise<unknown>;
  /** Tells those who look. */
  readonly live: (event: LiveEvent, audience: Audience) => void;
  readonly now: () => Temporal.Instant;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Fires when the job is cancelled, its runner is shut down or another has taken it over. */
  readonly signal: AbortSignal;
}

/** What came of it, for people: plain JSON. */
export type JobResult = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A kind of work that servers do by themselves. A job may be begun again after a crash, so that what it does must bear being done twice.
 */
export interface JobKind<Input extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly input: Input;
  /** How often it is begun before it is given up. */
  readonly attempts: number;
  /** @throws CuadroError: the caller's fault (`blame: 'input'`) ends the job, anything else is tried again later */
  readonly run: (context: JobContext, input: z.output<Input>) => Promise<JobResult>;
}

/** @returns the kind as given; the call ties `run` to the type of `input`. */
export const defineJobKind = <Input extends z.ZodType>(kind: JobKind<Input>): JobKind<Input> => kind;
