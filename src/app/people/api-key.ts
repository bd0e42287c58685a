import type { StoreDatabase } from '../../store/open.ts';
import { type Permission, permissions } from '../rights/permission.ts';
import { isPast } from './expiry.ts';
import { hashToken, newId, newToken } from './token.ts';

/** A program's way in. */
export interface ApiKey {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  /** The first characters, by which people recognise it. */
  readonly start: string;
  readonly permissions: readonly Permission[];
  readonly expiresAt: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** Tells a Cuadro key from other secrets: in a log, in a repository that a scanner looks through. */
const prefix = 'cuadro_';

/** What a key may be for; a person's own matters (sessions, keys, profile) are not for programs. */
export const keyPermissions = permissions.filter((permission) => permission !== 'self');

function permissionsIn(json: string): readonly Permission[] {
  const words: unknown = JSON.parse(json);
  return Array.isArray(words) ? keyPermissions.filter((permission) => words.includes(permission)) : [];
}

const selected = (db: StoreDatabase) => db.selectFrom('api_key').selectAll();
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const keyOf = (row: Found): ApiKey => ({
  id: row.id,
  userId: row.user_id,
  name: row.name,
  start: row.start,
  permissions: permissionsIn(row.permissions),
  expiresAt: row.expires_at,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
});

/** @returns the key with this secret, if it has not expired */
export async function findKey(db: StoreDatabase, token: string, now: Temporal.Instant): Promise<ApiKey | null> {
  if (!token.startsWith(prefix) || token.length > 200) return null;
  const row = await selected(db).where('token_hash', '=', hashToken(token)).executeTakeFirst();
  if (!row || isPast(row.expires_at, now)) return null;
  return keyOf(row);
}

export async function keysOf(db: StoreDatabase, userId: string): Promise<readonly ApiKey[]> {
  return (await selected(db).where('user_id', '=', userId).orderBy('created_at').orderBy('id').execute()).map(keyOf);
}

/** @returns the secret, which is nowhere kept, and the key */
export async function makeKey(
  db: StoreDatabase,
  wanted: Pick<ApiKey, 'userId' | 'name' | 'permissions' | 'expiresAt'>,
  now: Temporal.Instant,
): Promise<{ readonly secret: string; readonly key: ApiKey }> {
  const secret = `${prefix}${newToken()}`;
  const row = {
    id: newId(),
    user_id: wanted.userId,
    name: wanted.name,
    start: secret.slice(0, prefix.length + 5),
    token_hash: hashToken(secret),
    permissions: JSON.stringify(wanted.permissions),
    expires_at: wanted.expiresAt,
    created_at: now.toString(),
    last_used_at: null,
  };
  await db.insertInto('api_key').values(row).execute();
  return { secret, key: keyOf(row) };
}
