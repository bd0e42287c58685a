import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { Config } from '../config/schema.ts';
import type { Actor } from './actor.ts';
import type { Permission } from './permission.ts';

/**
 * Sensitive rights rest while nobody has written down that their holder passed a training that still counts. Whoever works at the machine
 * itself, and jobs, are not asked.
 * @param db opened only where the permission asks for a training
 * @throws CuadroError `training_due`
 */
export async function requireTraining(
  { kind, id }: Actor,
  permission: Permission | 'public',
  { rights }: Pick<Config, 'rights'>,
  db: () => Promise<StoreDatabase>,
  now: Temporal.Instant,
): Promise<void> {
  if (permission === 'public' || (kind !== 'user' && kind !== 'key') || !rights.training.required_for.includes(permission)) return;
  const store = await db();
  const rows = await store.selectFrom('training').select('expires_at').where('user_id', '=', id).execute();
  const latest = rows
    .map(({ expires_at }) => expires_at)
    .toSorted()
    .at(-1);
  if (latest !== undefined && latest > now.toString({ smallestUnit: 'millisecond' })) return;
  throw new CuadroError({ code: 'training_due', found: latest ?? '–', expected: permission });
}
