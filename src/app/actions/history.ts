import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { Actor } from '../rights/actor.ts';

/** Writes down a step of an action. @param fields names of what changed, never what it was */
export async function logAction(
  db: StoreDatabase,
  action: string,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
  what: 'made' | 'changed' | 'done' | 'dropped' | 'reopened',
  fields: readonly string[],
): Promise<void> {
  const by = { by_id: actor.kind === 'user' || actor.kind === 'key' ? actor.id : null, by_name: null };
  const { steps } = await db
    .selectFrom('action_event')
    .select(({ fn }) => fn.countAll<number>().as('steps'))
    .where('action_id', '=', action)
    .executeTakeFirstOrThrow();
  // Steps of one moment stand in their order too.
  const id = `${action}:${String(Number(steps) + 1).padStart(5, '0')}`;
  await db
    .insertInto('action_event')
    .values({ id, action_id: action, ...by, at: storedInstant(now), what, fields: JSON.stringify(fields) })
    .execute();
}
