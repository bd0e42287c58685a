import type { StoreDatabase } from '../../store/open.ts';
import type { Actor } from '../rights/actor.ts';
import { findKey } from './api-key.ts';
import { rightsOf } from './grant.ts';
import { findMember, type Member } from './member.ts';

/** How exactly "last seen" and "last used" are kept: a write for each request would cost more than it tells. */
const seenEvery = { minutes: 5 } as const;

const isStale = (seen: string | null, now: Temporal.Instant): boolean =>
  seen === null || Temporal.Instant.compare(Temporal.Instant.from(seen).add(seenEvery), now) < 0;

async function noteSeen(db: StoreDatabase, { id, lastSeenAt }: Member, now: Temporal.Instant): Promise<void> {
  if (isStale(lastSeenAt, now)) await db.updateTable('member').set({ last_seen_at: now.toString() }).where('user_id', '=', id).execute();
}

/** Someone signed in; null: their account has been closed or has no rights here. */
export async function userActor(
  db: StoreDatabase,
  { userId, sessionId, from, now }: { userId: string; sessionId: string; from: string; now: Temporal.Instant },
): Promise<Actor | null> {
  const member = await findMember(db, userId);
  if (!member?.active) return null;
  await noteSeen(db, member, now);
  return { kind: 'user', id: member.id, name: member.email, ...rightsOf(member.grant), from, session: sessionId };
}

/** A program with a key: its member's rights, cut down to the key's; null: no such key, expired, or its member's account closed. */
export async function keyActor(
  db: StoreDatabase,
  { token, from, now }: { token: string; from: string; now: Temporal.Instant },
): Promise<Actor | null> {
  const key = await findKey(db, token, now);
  if (!key) return null;
  const member = await findMember(db, key.userId);
  if (!member?.active) return null;
  if (isStale(key.lastUsedAt, now)) {
    await db.updateTable('api_key').set({ last_used_at: now.toString() }).where('id', '=', key.id).execute();
  }
  const rights = rightsOf(member.grant);
  const permissions = new Set(key.permissions.filter((permission) => rights.permissions.has(permission)));
  return { kind: 'key', id: member.id, name: `${key.name} (${member.email})`, ...rights, permissions, from };
}
