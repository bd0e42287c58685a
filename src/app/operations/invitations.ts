import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { defineOperation } from '../operation.ts';
import { type Grant, grantSchema } from '../people/grant.ts';
import { acceptInvitation, invitationPath, invite, requireInvitation } from '../people/invitation.ts';
import { publicLink } from '../people/link.ts';
import { sendInvitationMail } from '../people/mail/letters.ts';
import { requireOwnerFor, requireSegment } from '../people/member.ts';
import { scryptPasswords } from '../people/passwords.ts';

const token = z.string().min(20).max(200);

const { role, steward, rows, segment, personal, amounts, crmUser } = grantSchema.shape;

/** Invites someone by their address: gives the link, and sends it where mail is set up. */
export const inviteOperation = defineOperation({
  id: 'invite',
  words: {
    es: 'invita a alguien por su dirección, con los derechos que tendrá',
    en: 'invite someone by their address, with the rights they will have',
  },
  input: z.strictObject({
    email: z.email().max(320),
    role,
    steward: steward.default(false),
    rows: rows.default(null),
    segment: segment.default(null),
    personal: personal.default(null),
    amounts: amounts.default(null),
    crmUser: crmUser.default(null),
  }),
  output: z.strictObject({
    invitation: z.string().describe('Its id.'),
    email: z.string(),
    link: z.string().describe('Good once, for seven days; shown this once.'),
    path: z.string().describe('The same below the address by which one has come here.'),
    expiresAt: z.string(),
    mailed: z.boolean().describe('false: mail is not set up or did not go out; the link has to be given by hand.'),
  }),
  rest: { method: 'POST', path: '/invitations' },
  effect: 'write',
  on: 'store',
  permission: 'people.write',
  audit: (given, { invitation }) => ({ invitation, role: given.role, steward: given.steward }),
  run: async ({ actor, store, now, workspace }, { email, ...grant }) => {
    requireOwnerFor(actor, grant.role === 'owner');
    requireSegment(workspace, grant);
    const given: Grant = grant;
    const made = await invite((await store()).db, { email, grant: given, madeBy: actor.name }, now());
    const path = invitationPath(made.token);
    const link = publicLink(workspace, path);
    const to = made.invitation.email ?? email;
    const mailed = await sendInvitationMail(workspace, { to, by: actor.name, link }).catch(() => false);
    return { invitation: made.invitation.id, email: to, link, path, expiresAt: made.invitation.expiresAt, mailed };
  },
});

/** Takes an invitation back. */
export const withdrawInvitationOperation = defineOperation({
  id: 'withdraw_invitation',
  words: { es: 'retira una invitación que no se ha usado', en: 'take back an invitation that was not used' },
  input: z.strictObject({ invitation: z.string().min(1).max(100) }),
  output: z.strictObject({ withdrawn: z.string().describe('Whom it was for.') }),
  rest: { method: 'DELETE', path: '/invitations/{invitation}' },
  effect: 'write',
  on: 'store',
  permission: 'people.write',
  audit: ({ invitation }) => ({ invitation }),
  run: async ({ store }, { invitation }) => {
    const { db } = await store();
    const open = db.deleteFrom('invitation').where('id', '=', invitation).where('used_at', 'is', null).where('email', 'is not', null);
    const gone = await open.returning('email').executeTakeFirst();
    if (!gone) throw new CuadroError({ code: 'invitation_unknown', where: 'invitation', found: invitation });
    return { withdrawn: gone.email ?? '' };
  },
});

/** Whom a link is for, so that the page can greet them. */
export const invitationOperation = defineOperation({
  id: 'invitation',
  words: { es: 'para quién es un enlace de invitación', en: 'whom an invitation link is for' },
  input: z.strictObject({ token }),
  output: z.strictObject({
    email: z.string().nullable().describe("null: the first run's link; whoever has it says who they are."),
    role,
    invitedBy: z.string(),
    workspace: z.string(),
    expiresAt: z.string(),
  }),
  rest: { method: 'POST', path: '/invitations/look' },
  effect: 'read',
  on: 'store',
  permission: 'public',
  run: async ({ store, now, workspace }, given) => {
    const { email, grant, madeBy, expiresAt } = await requireInvitation((await store()).db, given.token, now());
    return { email, role: grant.role, invitedBy: madeBy, workspace: workspace.settings.name, expiresAt };
  },
});

/** Makes the account that a link is for. Signing in is the next step. */
export const acceptInvitationOperation = defineOperation({
  id: 'accept_invitation',
  words: {
    es: 'crea la cuenta a la que da derecho un enlace, con su contraseña',
    en: 'make the account that a link is for, with its password',
  },
  input: z.strictObject({
    token,
    name: z.string().trim().min(1).max(200),
    password: z.string().max(1_000),
    /** Only with the first run's link: an invitation is for its own address. */
    email: z.email().max(320).nullable().default(null),
  }),
  output: z.strictObject({ email: z.string() }),
  rest: { method: 'POST', path: '/invitations/accept' },
  effect: 'write',
  on: 'store',
  permission: 'public',
  run: async ({ store, now }, given) => acceptInvitation((await store()).db, given, { now: now(), passwords: scryptPasswords }),
});
