import { duckdbPlaces } from '../warehouse/world/places.ts';
import { readRevision } from '../warehouse/world/versions.ts';
import { ownKpisMark } from './catalogue.ts';
import type { Operation, OperationContext } from './operation.ts';
import { retiredKpis } from './reviews/followed.ts';

/** Answers kept of one open warehouse: the newest so many. */
const most = 100;

const answers = new WeakMap<object, Map<string, unknown>>();

/** Those that are being worked out: whoever asks the same waits for them. */
const underway = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * A whole answer, worked out once for as long as nothing that it stands on changes: the input, the data, the settings, the company's own KPIs,
 * what the actor may see. Only for operations that say which (`isKept`): their answer does not follow from the clock.
 */
export async function keptAnswer(
  operation: Operation,
  context: OperationContext,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (!operation.isKept) return work();
  const { database, workspace, actor } = context;
  const { run } = database.session;
  const { kind, role, rows, personal, amounts, permissions } = actor;
  const key = JSON.stringify([
    operation.id,
    input,
    await readRevision(run, await duckdbPlaces(run)),
    workspace.settings,
    workspace.config.rights,
    await ownKpisMark(workspace.folder),
    [...(await retiredKpis((await context.store()).db))].toSorted(),
    { trusted: kind === 'local' || kind === 'system', role, rows, personal, amounts, permissions: [...permissions].toSorted() },
  ]);
  const known = answers.get(database.root) ?? new Map<string, unknown>();
  answers.set(database.root, known);
  const others = underway.get(database.root) ?? new Map<string, Promise<unknown>>();
  underway.set(database.root, others);
  // One that fails or is cut off is its caller's alone: whoever waited asks for themselves.
  await others.get(key)?.catch(() => undefined);
  context.signal?.throwIfAborted();
  if (known.has(key)) {
    const answer = known.get(key);
    known.delete(key);
    known.set(key, answer);
    return answer;
  }
  const working = work();
  others.set(key, working);
  const answer = await working.finally(() => {
    if (others.get(key) === working) others.delete(key);
  });
  // What was cut off on the way is this caller's alone.
  if (context.signal?.aborted || !operation.isKept(answer)) return answer;
  known.set(key, answer);
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return answer;
}
