import type { StoreDatabase } from '../../../store/open.ts';
import { canonical, type NewEntry } from '../../audit/entry.ts';
import { type Actor, nobody } from '../../rights/actor.ts';
import { rightsOf } from '../grant.ts';
import { findMember, plainEmail } from '../member.ts';
import { authBase } from './paths.ts';

/** What of sign-in is written into the audit log, by the name it has there. */
const kinds: Readonly<Record<string, { readonly name: string; readonly opens: boolean }>> = {
  '/sign-in/email': { name: 'sign_in', opens: true },
  '/callback/sso': { name: 'sign_in_sso', opens: true },
  '/two-factor/verify-totp': { name: 'sign_in_code', opens: true },
  '/two-factor/verify-backup-code': { name: 'sign_in_backup_code', opens: true },
  '/passkey/verify-authentication': { name: 'sign_in_passkey', opens: true },
  '/sign-out': { name: 'sign_out', opens: false },
  '/request-password-reset': { name: 'ask_password_reset', opens: false },
  '/reset-password': { name: 'reset_password', opens: false },
  '/change-password': { name: 'change_password', opens: false },
  '/two-factor/enable': { name: 'enable_second_factor', opens: false },
  '/two-factor/disable': { name: 'disable_second_factor', opens: false },
  '/two-factor/generate-backup-codes': { name: 'make_backup_codes', opens: false },
  '/passkey/verify-registration': { name: 'add_passkey', opens: false },
  '/passkey/delete-passkey': { name: 'remove_passkey', opens: false },
};

export const notedAs = (path: string): { readonly name: string; readonly opens: boolean } | null =>
  kinds[path.slice(authBase.length)] ?? null;

/** The account that a request names by its address; what else was typed there (a password, say) is not kept. */
async function memberNamed(db: StoreDatabase, body: unknown): Promise<string | null> {
  const email: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'email') : null;
  if (typeof email !== 'string') return null;
  const found = await db.selectFrom('auth_user').select('id').where('email', '=', plainEmail(email)).executeTakeFirst();
  return found?.id ?? null;
}

/** @param userId of whom the session is that was opened or used; null: of nobody */
export async function signInEntry(
  db: StoreDatabase,
  event: {
    readonly name: string;
    readonly opens: boolean;
    readonly status: number;
    readonly userId: string | null;
    readonly body: unknown;
    readonly from: string;
    readonly at: Temporal.Instant;
  },
): Promise<NewEntry> {
  const { name, opens, status, userId, from } = event;
  const member = userId === null ? null : await findMember(db, userId);
  const actor: Actor = member ? { kind: 'user', id: member.id, name: member.email, ...rightsOf(member.grant), from } : nobody(from);
  const named = member ? null : await memberNamed(db, event.body);
  const isFine = status < 400 && (!opens || member !== null);
  return {
    at: event.at.toString({ smallestUnit: 'millisecond' }),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_role: actor.role,
    operation: name,
    permission: 'public',
    detail: canonical(named === null ? {} : { member: named }),
    // The right password, and a code is still to come.
    outcome: isFine ? 'ok' : status < 300 ? 'not_yet' : status === 429 ? 'too_many_requests' : 'refused',
    origin: from,
  };
}
