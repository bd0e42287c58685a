import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { isPast } from './expiry.ts';
import { type Grant, grantColumns, grantOf, plainGrant } from './grant.ts';
import { hasMembers, plainEmail } from './member.ts';
import { checkPassword, type Passwords } from './passwords.ts';
import { hashToken, newId, newToken } from './token.ts';

/** A link that makes one account, once. */
export interface Invitation {
  readonly id: string;
  /** Null in the first run's link: whoever has it says who they are. */
  readonly email: string | null;
  readonly grant: Grant;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly expiresAt: string;
}

const lifetimes = { invitation: { hours: 24 * 7 }, firstRun: { hours: 24 } } as const;

const selected = (db: StoreDatabase) => db.selectFrom('invitation').selectAll();
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const invitationOf = (row: Found): Invitation => ({
  id: row.id,
  email: row.email,
  grant: grantOf(row),
  madeBy: row.made_by,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
});

/** Where in the web application a link leads. Behind the `#`, so that no log and no other site gets it. */
export const invitationPath = (token: string): string => `/join#${token}`;

async function make(
  db: StoreDatabase,
  wanted: { readonly email: string | null; readonly grant: Grant; readonly madeBy: string },
  now: Temporal.Instant,
): Promise<{ readonly token: string; readonly invitation: Invitation }> {
  const token = newToken();
  const row = {
    id: newId(),
    token_hash: hashToken(token),
    email: wanted.email,
    ...grantColumns(wanted.grant),
    made_by: wanted.madeBy,
    made_at: now.toString(),
    expires_at: now.add(wanted.email === null ? lifetimes.firstRun : lifetimes.invitation).toString(),
    used_at: null,
  };
  // Of several links for one person only the newest is good.
  await db
    .deleteFrom('invitation')
    .where('used_at', 'is', null)
    .where('email', wanted.email === null ? 'is' : '=', wanted.email)
    .execute();
  await db.insertInto('invitation').values(row).execute();
  return { token, invitation: invitationOf(row) };
}

/**
 * Invites an address; an earlier invitation of it ends.
 * @throws CuadroError `member_exists`, `segment_needed`
 */
export async function invite(
  db: StoreDatabase,
  wanted: { readonly email: string; readonly grant: Grant; readonly madeBy: string },
  now: Temporal.Instant,
): Promise<{ readonly token: string; readonly invitation: Invitation }> {
  const email = plainEmail(wanted.email);
  const taken = await db.selectFrom('auth_user').select('id').where('email', '=', email).executeTakeFirst();
  if (taken) throw new CuadroError({ code: 'member_exists', where: 'email', found: email });
  return make(db, { ...wanted, email }, now);
}

/** The link that makes the owner; an earlier one ends. Null where there are accounts already. */
export async function firstRunToken(db: StoreDatabase, now: Temporal.Instant): Promise<string | null> {
  if (await hasMembers(db)) return null;
  return (await make(db, { email: null, grant: plainGrant('owner'), madeBy: '' }, now)).token;
}

/** Those that can still be used. */
export async function openInvitations(db: StoreDatabase, now: Temporal.Instant): Promise<readonly Invitation[]> {
  const rows = await selected(db).where('used_at', 'is', null).where('email', 'is not', null).orderBy('made_at').execute();
  return rows.filter((row) => !isPast(row.expires_at, now)).map(invitationOf);
}

/** @throws CuadroError `invitation_invalid`: unknown, used or expired, without saying which */
export async function requireInvitation(db: StoreDatabase, token: string, now: Temporal.Instant): Promise<Invitation> {
  const row = await selected(db).where('token_hash', '=', hashToken(token)).executeTakeFirst();
  const isSpent = !row || row.used_at !== null || isPast(row.expires_at, now);
  if (isSpent || (row.email === null && (await hasMembers(db)))) throw new CuadroError({ code: 'invitation_invalid' });
  return invitationOf(row);
}

/** The invitation of an address that a provider of single sign-on vouches for. */
export async function invitationFor(db: StoreDatabase, email: string, now: Temporal.Instant): Promise<Invitation | null> {
  return (await openInvitations(db, now)).find((invitation) => invitation.email === plainEmail(email)) ?? null;
}

/** Uses an invitation up. @throws CuadroError `invitation_invalid`: somebody else was quicker */
export async function spend(db: StoreDatabase, { id }: Invitation, now: Temporal.Instant): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ used_at: now.toString() })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== 1) throw new CuadroError({ code: 'invitation_invalid' });
}

/** Gives a user their rights. */
export async function admit(
  db: StoreDatabase,
  { userId, grant }: { readonly userId: string; readonly grant: Grant },
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('member')
    .values({
      user_id: userId,
      ...grantColumns(grant),
      language: null,
      board: null,
      active: 1,
      created_at: now.toString(),
      last_seen_at: null,
    })
    .execute();
}

/**
 * Makes the account that an invitation is for, with a password. The address counts as proven: the link came to it.
 * @throws CuadroError `invitation_invalid`, `member_exists`, `password_*`, `input_invalid` (the first run's link asks for an address)
 */
export async function acceptInvitation(
  db: StoreDatabase,
  given: { readonly token: string; readonly name: string; readonly password: string; readonly email: string | null },
  { now, passwords }: { readonly now: Temporal.Instant; readonly passwords: Passwords },
): Promise<{ readonly email: string }> {
  const invitation = await requireInvitation(db, given.token, now);
  // An invitation is for its own address, whatever is sent along.
  const email = plainEmail(invitation.email ?? given.email ?? '');
  if (email === '') throw new CuadroError({ code: 'input_invalid', where: 'email', expected: 'nombre@empresa.es', found: '' });
  checkPassword(given.password, [email, given.name]);
  const password = await passwords.hash(given.password);
  const userId = newId();
  const at = new Date(now.epochMilliseconds).toISOString();
  await db.transaction().execute(async (transaction) => {
    // Before all else: of several who come at once, the others wait here and find it used.
    await spend(transaction, invitation, now);
    const taken = await transaction.selectFrom('auth_user').select('id').where('email', '=', email).executeTakeFirst();
    if (taken) throw new CuadroError({ code: 'member_exists', where: 'email', found: email });
    const user = { id: userId, name: given.name, email, emailVerified: 1, image: null, createdAt: at, updatedAt: at, twoFactorEnabled: 0 };
    await transaction.insertInto('auth_user').values(user).execute();
    await transaction
      .insertInto('auth_account')
      .values({
        id: newId(),
        userId,
        accountId: userId,
        providerId: 'credential',
        accessToken: null,
        refreshToken: null,
        idToken: null,
        accessTokenExpiresAt: null,
        refreshTokenExpiresAt: null,
        scope: null,
        password,
        createdAt: at,
        updatedAt: at,
      })
      .execute();
    await admit(transaction, { userId, grant: invitation.grant }, now);
    // Whoever came in by another link needs this one no more.
    await transaction.deleteFrom('invitation').where('email', '=', email).where('used_at', 'is', null).execute();
  });
  return { email };
}
