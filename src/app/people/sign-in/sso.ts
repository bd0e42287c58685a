import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins/generic-oauth';
import { createRemoteJWKSet, decodeJwt } from 'jose';
import type { StoreDatabase } from '../../../store/open.ts';
import type { Config } from '../../config/schema.ts';
import { type Grant, plainGrant } from '../grant.ts';
import { type Invitation, invitationFor } from '../invitation.ts';
import { hasMembers, plainEmail } from '../member.ts';
import type { ProviderDocument } from './discovery.ts';

type SsoSettings = Config['sso'];
type Provider = Awaited<ReturnType<ReturnType<typeof genericOAuth>['init']>>['context']['socialProviders'][number];

/** One provider, always by this name: it stands in the address that the provider sends people back to. */
export const ssoId = 'sso';

/** How long the provider may take to exchange a code or to tell who came. */
const patienceMs = 10_000;

async function within<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('timeout')), patienceMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** What a provider says of a code that it refuses (`invalid_client`, say), or why it did not answer. */
function problemIn(error: unknown): string {
  const said: unknown = typeof error === 'object' && error !== null ? Reflect.get(Object(Reflect.get(error, 'error')), 'error') : null;
  if (typeof said === 'string' && /^[\w.-]{1,60}$/.test(said)) return said;
  return error instanceof Error ? error.message : String(error);
}

/** A sign-in has a token, signed, for us, which runs out, and speaks of whom userinfo speaks of (OpenID Connect Core 1.0, 2 and 5.3.2). */
function hold(provider: Provider, document: ProviderDocument, clientId: string, complain: (message: string) => void): void {
  const { validateAuthorizationCode, getUserInfo } = provider;
  provider.issuer = document.issuer;
  provider.requiresIdTokenNonce = true;
  provider.idToken = {
    jwks: createRemoteJWKSet(new URL(document.jwks_uri)),
    issuer: document.issuer,
    audience: clientId,
    algorithms: document.id_token_signing_alg_values_supported,
    verifyClaims: ({ exp, sub }) => typeof exp === 'number' && typeof sub === 'string' && sub !== '',
  };
  provider.validateAuthorizationCode = async (data) => {
    try {
      return await within(validateAuthorizationCode(data));
    } catch (error) {
      complain(`single sign-on: the code could not be exchanged (${problemIn(error)})`);
      throw error;
    }
  };
  provider.getUserInfo = async (tokens) => {
    if (tokens.idToken === undefined) {
      complain('single sign-on: no id_token');
      return null;
    }
    const told = await within(getUserInfo(tokens)).catch(() => null);
    if (told !== null && Reflect.get(told.data, 'sub') !== decodeJwt(tokens.idToken).sub) {
      complain('single sign-on: id_token and userinfo speak of different people');
      return null;
    }
    return told;
  };
}

/** The provider of `cuadro.yaml`; none where it is not set up or not known yet. Its word on who someone is counts only with a verified signature. */
export function ssoPlugin(
  { client_id: clientId, client_secret: clientSecret, name, trust_email: trustEmail }: SsoSettings,
  document: ProviderDocument | null,
  complain: (message: string) => void,
) {
  const config: GenericOAuthConfig[] =
    document === null || clientId === null
      ? []
      : [
          {
            providerId: ssoId,
            name,
            authorizationUrl: document.authorization_endpoint,
            tokenUrl: document.token_endpoint,
            ...(document.userinfo_endpoint === undefined ? {} : { userInfoUrl: document.userinfo_endpoint }),
            accountSubject: ({ profile }) => profile.sub ?? '',
            clientId,
            ...(clientSecret === null ? {} : { clientSecret }),
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            disableProviderLogout: true,
            // What the provider calls someone goes no further than name and address: no field of ours can come from there.
            mapProfileToUser: ({ email, name: given, emailVerified }) => ({
              name: typeof given === 'string' && given.trim() !== '' ? given : String(email ?? ''),
              emailVerified: trustEmail || emailVerified === true,
            }),
          },
        ];
  const plugin = genericOAuth({ config });
  return {
    ...plugin,
    init: async (context: Parameters<typeof plugin.init>[0]) => {
      const made = await plugin.init(context);
      for (const provider of made.context.socialProviders)
        if (document !== null && clientId !== null && provider.id === ssoId) hold(provider, document, clientId, complain);
      return made;
    },
  };
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
