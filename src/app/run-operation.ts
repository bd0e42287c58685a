import type { z } from 'zod';
import { openWorkspaceDatabase } from '../landing/open.ts';
import { CuadroError } from '../model/error.ts';
import { storeOnDemand } from '../store/open.ts';
import { audited } from './audit/audited.ts';
import { openAuditLog } from './audit/log.ts';
import type { Environment } from './config/values.ts';
import { describeIssue } from './issue.ts';
import { addressNotices } from './notices/address.ts';
import type { Operation, OperationContext, Progress } from './operation.ts';
import { crmUsersOperation } from './operations/crm-users.ts';
import { localActor } from './rights/actor.ts';
import { askServer } from './socket/client.ts';
import { requireWorkspace } from './workspace/find.ts';
import { readWorkspace } from './workspace/read.ts';

export interface Surroundings {
  readonly folder: string;
  readonly now: () => Temporal.Instant;
  readonly progress: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** How long to queue for a workspace that another command has. Default 30 s. */
  readonly busyTimeoutMs?: number;
  /** Of PostgreSQL, where the store is there and not in the workspace. */
  readonly storeUrl?: string | null;
  readonly env?: Environment;
}

/** @throws CuadroError `input_invalid` */
export function parseInput<Input extends z.ZodType>(schema: Input, input: unknown): z.output<Input> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = describeIssue(parsed.error, input);
  throw new CuadroError({ code: 'input_invalid', where: issue.path, expected: issue.expected, found: issue.found });
}

/** Where no server runs there are no jobs: what was told comes to the inbox at once. What leaves for the outside waits for a server. */
async function addressHere(context: OperationContext): Promise<void> {
  const { db } = await context.store();
  const people = async () => (await crmUsersOperation.run(context, {})).users;
  for (let isLeft = true; isLeft; ) isLeft = (await addressNotices(db, context.workspace.config, { people, now: context.now })).size > 0;
}

/** Between two looks at whether a server has come up or the lock is free. */
const patienceMs = 1_000;

/**
 * Runs an operation: on the workspace's server when one runs, else in this process, under the workspace's lock.
 * @throws CuadroError as the operation; `workspace_missing`, `workspace_busy`, `settings_*`
 */
export async function callOperation<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
  { folder, now, progress, signal, busyTimeoutMs = 30_000, storeUrl = null, env = {} }: Surroundings,
): Promise<Output> {
  const parsed = parseInput(operation.input, input);
  requireWorkspace(folder);
  const workspace = await readWorkspace(folder, env);
  const deadline = performance.now() + busyTimeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const answered = await askServer(folder, { operation: operation.id, input }, progress, signal);
    // The server runs the same operation of the same version on the same input.
    if (answered) return answered.result as Output;
    const left = deadline - performance.now();
    try {
      const database = await openWorkspaceDatabase(folder, {
        busyTimeoutMs: Math.max(0, Math.min(patienceMs, left)),
        ...(signal ? { signal } : {}),
      });
      try {
        const store = storeOnDemand(folder, storeUrl);
        const context = {
          workspace,
          database,
          store: store.open,
          actor: localActor,
          now,
          progress,
          signal: signal ?? null,
        };
        const log = openAuditLog(store.open, now);
        const run = async (): Promise<Output> => {
          const output = await operation.run(context, parsed);
          if (operation.effect === 'write') await addressHere(context);
          return output;
        };
        return await audited(operation, { log, actor: localActor, now, input }, run).finally(() => log.flush().then(store.close));
      } finally {
        database.close();
      }
    } catch (error) {
      if (!(error instanceof CuadroError && error.code === 'workspace_busy') || left <= patienceMs) throw error;
    }
  }
}
