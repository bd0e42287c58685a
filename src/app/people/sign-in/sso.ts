import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { StoreDatabase } from '../../../store/open.ts';
import type { Config } from '../../config/schema.ts';
import { type Grant, plainGrant } from '../grant.ts';
import { type Invitation, invitationFor } from '../invitation.ts';
import { hasMembers, plainEmail } from '../member.ts';

type SsoSettings = Config['sso'];

/** One provider, always by this name: it stands in the address that the provider sends people back to. */
export const ssoId = 'sso';

/** The provider of `cuadro.yaml`; none where it is not set up. Its word on who someone is counts only with a verified signature. */
export function ssoPlugin({ issuer, client_id: clientId, client_secret: clientSecret, name, trust_email: trustEmail }: SsoSettings) {
  const config: GenericOAuthConfig[] =
    issuer === null || clientId === null
      ? []
      : [
          {
            providerId: ssoId,
            name,
            discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
            clientId,
            ...(clientSecret === null ? {} : { clientSecret }),
            scopes: ['openid', 'email', 'profile'],
            requireIdTokenVerification: true,
            pkce: true,
            disableProviderLogout: true,
            // What the provider calls someone goes no further than name and address: no field of ours can come from there.
            mapProfileToUser: ({ email, name: given, emailVerified }) => ({
              name: typeof given === 'string' && given.trim() !== '' ? given : String(email ?? ''),
              emailVerified: trustEmail || emailVerified === true,
            }),
          },
        ];
  return genericOAuth({ config });
}

/** What someone without an account gets who comes by single sign-on; null: nobody asked them in. */
export async function admissionOf(
  db: StoreDatabase,
  { domains, role }: SsoSettings,
  { email, isProven }: { readonly email: string; readonly isProven: boolean },
  now: Temporal.Instant,
): Promise<{ readonly grant: Grant; readonly invitation: Invitation | null } | null> {
  // The first account comes by the link on the terminal, never from outside.
  if (!isProven || !(await hasMembers(db))) return null;
  const invitation = await invitationFor(db, email, now);
  if (invitation) return { grant: invitation.grant, invitation };
  const domain = plainEmail(email).split('@').at(-1) ?? '';
  return domains.some((allowed) => allowed.toLowerCase() === domain) ? { grant: plainGrant(role), invitation: null } : null;
}

/** Whether an account comes from the provider already. */
export async function isLinked(db: StoreDatabase, userId: string): Promise<boolean> {
  const found = db.selectFrom('auth_account').select('id').where('userId', '=', userId).where('providerId', '=', ssoId);
  return (await found.executeTakeFirst()) !== undefined;
}
