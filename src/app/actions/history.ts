import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { newId } from '../people/token.ts';
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
  await db
    .insertInto('action_event')
    .values({ id: newId(), action_id: action, ...by, at: storedInstant(now), what, fields: JSON.stringify(fields) })
    .execute();
}
