import type { z } from 'zod';
import type { Words } from '../i18n/language.ts';
import type { Store } from '../store/open.ts';
import type { OpenWarehouse } from '../warehouse/duckdb/database.ts';
import type { AuditDetail } from './audit/entry.ts';
import type { Actor } from './rights/actor.ts';
import type { Permission } from './rights/permission.ts';
import type { Workspace } from './workspace/workspace.ts';

/** A step of long work, for people: `done` of `total` (null: unknown) in `unit` (rows, bytes, files). */
export interface Progress {
  readonly step: string;
  /** The file or entity it is about. */
  readonly what?: string;
  readonly done: number | null;
  readonly total: number | null;
  readonly unit: string | null;
}

/** What an operation may use: one open workspace, the clock, and a way to say how far it is. Nothing else is global. */
export interface OperationContext {
  readonly workspace: Workspace;
  readonly database: OpenWarehouse;
  /** Opened when first asked for. */
  readonly store: () => Promise<Store>;
  /** On whose behalf: what they may see bounds rows and fields of whatever is answered. */
  readonly actor: Actor;
  readonly now: () => Temporal.Instant;
  readonly progress: (progress: Progress) => void;
  /** Fires when the caller has gone or wants to stop; null: it never does. */
  readonly signal: AbortSignal | null;
}

/** Where an operation stands in REST, below `/api/v1`. `{name}` is a field of the input; the rest is the query of a GET, else the body. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
}

/** As deep as it goes: what an operation answers is never changed by whoever gets it. */
export type Frozen<T> = unknown extends T ? T : { readonly [Key in keyof T]: Frozen<T[Key]> };

/**
 * A use case: the one way in for the command line, REST, MCP and the web. Input and output are plain JSON,
 * so that a call can cross a socket; the same call gives the same result either way.
 */
export interface Operation<Input extends z.ZodType = z.ZodType, Output = unknown, Id extends string = string> {
  readonly id: Id;
  /** What it does or gives, in a line without a full stop: for the lists of REST, MCP and the pages about them. */
  readonly words: Words;
  readonly input: Input;
  /** The contract of what `run` answers: every field, with its unit or its values where they are few. */
  readonly output: z.ZodType;
  readonly rest: Route;
  /** `read` changes nothing; `write` may make a batch or a file. */
  readonly effect: 'read' | 'write';
  /**
   * What it works on. One on the `store` alone never waits for one on the `warehouse`, where a write has it to itself. What writes on `both` reads the warehouse among its
   * readers and writes to the store alone, once it has read all: where the warehouse moved meanwhile it is begun anew.
   */
  readonly on: 'warehouse' | 'store' | 'both';
  /** On the warehouse: `long` reads leave room for others, `alone` has it to itself, readers too. Default of reads: short, unless of another day. */
  readonly lane?: 'long' | 'alone';
  /** Whether this whole answer may be kept while nothing changes that it stands on (`kept-answers.ts`): it must not follow from the clock. */
  isKept?(answer: Output): boolean;
  /** `public`: open to whoever has not signed in (`nobody`): the operation itself says to whom it answers what. */
  readonly permission: Permission | 'public';
  /** What the audit log says of a call that went well, beside KPIs, batch and period: ids and counts, no values, no people. */
  audit?(input: z.output<Input>, output: Output): AuditDetail;
  /** @throws CuadroError for what a user can mend. */
  readonly run: (context: OperationContext, input: z.output<Input>) => Promise<Output>;
}

/** @returns the operation as given; the call ties `run` to the types of `input` and `output`. */
export const defineOperation = <
  const Id extends string,
  Input extends z.ZodType,
  Schema extends z.ZodType,
  Output extends Frozen<z.output<Schema>>,
>(
  operation: Operation<Input, Output, Id> & { readonly output: Schema },
): Operation<Input, Output, Id> & { readonly output: Schema } => operation;
