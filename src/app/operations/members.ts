import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { defineOperation } from '../operation.ts';
import { type Grant, grantColumns, grantSchema } from '../people/grant.ts';
import { publicLink } from '../people/link.ts';
import { findMember, requireMember, requireOwnerFor, requireSegment } from '../people/member.ts';
import { memberOutput, memberShown } from '../people/output.ts';
import { makeReset, resetPath } from '../people/sign-in/reset.ts';

/** An id or an e-mail address. */
const member = z.string().min(1).max(320);

/** Of two who step down at once only one may: whoever comes second waits here and then counts what is left. */
const holdOwners = (db: StoreDatabase) => db.updateTable('member').set({ role: 'owner' }).where('role', '=', 'owner').execute();

/** @throws CuadroError `last_owner` */
async function requireAnOwner(db: StoreDatabase): Promise<void> {
  const left = await db
    .selectFrom('member')
    .select('user_id')
    .where('role', '=', 'owner')
    .where('active', '=', 1)
    .limit(1)
    .executeTakeFirst();
  if (!left) throw new CuadroError({ code: 'last_owner', where: 'member' });
}

const { role, steward, rows, segment, personal, amounts, crmUser } = grantSchema.shape;

/** Changes what someone may; what is not given stays. A closed account is out at once. */
export const changeMemberOperation = defineOperation({
  id: 'change_member',
  words: {
    es: 'cambia lo que alguien puede ver y hacer, o cierra su cuenta',
    en: 'change what someone may see and do, or close their account',
  },
  input: z.strictObject({
    member,
    role: role.optional(),
    steward: steward.optional(),
    rows: rows.optional(),
    segment: segment.optional(),
    personal: personal.optional(),
    amounts: amounts.optional(),
    crmUser: crmUser.optional(),
    active: z.boolean().optional(),
    /** Takes away a second factor that they have lost. */
    clearSecondFactor: z.literal(true).optional(),
  }),
  output: memberOutput,
  rest: { method: 'PATCH', path: '/people/{member}' },
  effect: 'write',
  on: 'store',
  permission: 'people.write',
  audit: (given, { id, role: now, steward: isSteward, active }) => ({
    member: id,
    role: now,
    steward: isSteward,
    active,
    changed: Object.keys(given).filter((key) => key !== 'member'),
  }),
  run: async ({ actor, store, workspace }, { member: who, active, clearSecondFactor, ...changes }) => {
    const { db } = await store();
    const before = await requireMember(db, who);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const grant: Grant = { ...before.grant, ...given };
    requireOwnerFor(actor, before.grant.role === 'owner' || grant.role === 'owner');
    if ('segment' in given || 'rows' in given) requireSegment(workspace, grant);
    await db.transaction().execute(async (transaction) => {
      await holdOwners(transaction);
      await transaction
        .updateTable('member')
        .set({ ...grantColumns(grant), active: (active ?? before.active) ? 1 : 0 })
        .where('user_id', '=', before.id)
        .execute();
      await requireAnOwner(transaction);
      if (active === false) await transaction.deleteFrom('auth_session').where('userId', '=', before.id).execute();
      if (clearSecondFactor) {
        await transaction.deleteFrom('auth_two_factor').where('userId', '=', before.id).execute();
        await transaction.updateTable('auth_user').set({ twoFactorEnabled: 0 }).where('id', '=', before.id).execute();
      }
    });
    return memberShown((await findMember(db, before.id)) ?? before);
  },
});

/** Removes an account with its sessions, keys and passkeys. What it did stays in the audit log. */
export const removeMemberOperation = defineOperation({
  id: 'remove_member',
  words: { es: 'elimina una cuenta con sus sesiones y claves', en: 'remove an account with its sessions and keys' },
  input: z.strictObject({ member }),
  output: z.strictObject({ removed: z.string().describe('Their e-mail address.') }),
  rest: { method: 'DELETE', path: '/people/{member}' },
  effect: 'write',
  on: 'store',
  permission: 'people.write',
  run: async ({ actor, store }, { member: who }) => {
    const { db } = await store();
    const found = await requireMember(db, who);
    requireOwnerFor(actor, found.grant.role === 'owner');
    await db.transaction().execute(async (transaction) => {
      await holdOwners(transaction);
      // Boards for all stay; those of their own go with them.
      await transaction.deleteFrom('board').where('owner_id', '=', found.id).where('shared', '=', 0).execute();
      await transaction.deleteFrom('auth_user').where('id', '=', found.id).execute();
      await requireAnOwner(transaction);
    });
    return { removed: found.email };
  },
});

/** A link by which someone sets a new password, to be given by hand: for where there is no mail. */
export const resetLinkOperation = defineOperation({
  id: 'reset_link',
  words: { es: 'da un enlace para que alguien ponga una contraseña nueva', en: 'give a link by which someone sets a new password' },
  input: z.strictObject({ member }),
  output: z.strictObject({
    email: z.string(),
    link: z.string().describe('Good once, for an hour; shown this once.'),
    path: z.string().describe('The same below the address by which one has come here.'),
    expiresAt: z.string(),
  }),
  rest: { method: 'POST', path: '/people/{member}/reset' },
  effect: 'write',
  on: 'store',
  permission: 'people.write',
  run: async ({ actor, store, now, workspace }, { member: who }) => {
    const { db } = await store();
    const found = await requireMember(db, who);
    requireOwnerFor(actor, found.grant.role === 'owner');
    const { token, expiresAt } = await makeReset(db, found.id, now());
    const path = resetPath(token);
    return { email: found.email, link: publicLink(workspace, path), path, expiresAt };
  },
});
