import { asCuadroError } from '../../i18n/errors.ts';
import type { Operation } from '../operation.ts';
import type { Actor } from '../rights/actor.ts';
import { commonDetail } from './detail.ts';
import { type AuditDetail, canonical } from './entry.ts';
import type { AuditLog } from './log.ts';

/** Looking at aggregates leaves a note; all else is on the disk before it is answered. */
export const isCoarse = ({ effect, permission }: Pick<Operation, 'effect' | 'permission'>): boolean =>
  effect === 'read' && ['kpi.read', 'data.read', 'self', 'public'].includes(permission);

/**
 * Runs an operation and writes down who ran it, about what and how it ended: the one place that does.
 * What is refused is written too. A result that could not be written down is not given.
 * @param input as it came: it may be wrong
 * @throws CuadroError as `run`; `audit_unwritable`
 */
export async function audited<Output>(
  operation: Operation,
  call: { readonly log: AuditLog; readonly actor: Actor; readonly now: () => Temporal.Instant; readonly input: unknown },
  run: () => Promise<Output>,
): Promise<Output> {
  const { log, actor, now, input } = call;
  const coarse = isCoarse(operation);
  if (!coarse) await log.ready();
  const entry = (outcome: string, detail: AuditDetail) => ({
    at: now().toString({ smallestUnit: 'millisecond' }),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_role: actor.role,
    operation: operation.id,
    permission: operation.permission,
    detail: canonical(detail),
    outcome,
    origin: actor.from,
  });
  const write = async (outcome: string, output: Output | null): Promise<void> => {
    const own = output === null ? null : operation.audit?.(operation.input.parse(input), output);
    const line = entry(outcome, { ...commonDetail(input), ...own });
    if (coarse) log.note(line);
    else await log.record(line);
  };
  let output: Output;
  try {
    output = await run();
  } catch (error) {
    // What went wrong is what the caller is to hear of, also where it cannot be written down.
    await write(asCuadroError(error).code, null).catch(() => undefined);
    throw error;
  }
  await write('ok', output);
  return output;
}
