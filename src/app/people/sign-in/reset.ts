import type { StoreDatabase } from '../../../store/open.ts';
import { hashToken, newId, newToken } from '../token.ts';
import { resetHours } from './auth.ts';

/** Where in the web application a new password is set. Behind the `#`, so that no log and no other site gets it. */
export const resetPath = (token: string): string => `/reset#${token}`;

/** A link by which someone sets a new password, as better-auth itself makes them; for who has no mail. An earlier one of ours ends. */
export async function makeReset(db: StoreDatabase, userId: string, now: Temporal.Instant): Promise<{ token: string; expiresAt: string }> {
  const token = newToken();
  const expiresAt = new Date(now.add({ hours: resetHours }).epochMilliseconds).toISOString();
  const at = new Date(now.epochMilliseconds).toISOString();
  const row = { id: newId(), identifier: hashToken(`reset-password:${token}`), value: userId, expiresAt, createdAt: at, updatedAt: at };
  await db.insertInto('auth_verification').values(row).execute();
  return { token, expiresAt };
}
