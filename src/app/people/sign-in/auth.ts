import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { CuadroError } from '../../../model/error.ts';
import type { StoreDatabase } from '../../../store/open.ts';
import type { Config } from '../../config/schema.ts';
import { admit, spend } from '../invitation.ts';
import { findMember, plainEmail } from '../member.ts';
import { checkPassword, longestPassword, type Passwords, shortestPassword } from '../passwords.ts';
import { newId } from '../token.ts';
import { Attempts } from './attempts.ts';
import type { ProviderDocument } from './discovery.ts';
import { isLoopbackUrl, ownOrigins, passkeyName } from './origins.ts';
import { authBase } from './paths.ts';
import { admissionOf, isLinked, ssoId, ssoPlugin } from './sso.ts';

export interface AuthOptions {
  readonly db: StoreDatabase;
  readonly secret: string;
  /** By which browsers come. */
  readonly url: string;
  /** Shown in authenticator applications. */
  readonly name: string;
  readonly accounts: Config['accounts'];
  readonly sso: Config['sso'];
  /** What the provider of single sign-on publishes of itself; null: there is none, or it is not known yet. */
  readonly provider: ProviderDocument | null;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly now: () => Temporal.Instant;
  /** Brings someone the link by which they set a new password. */
  readonly sendReset: (to: { readonly id: string; readonly email: string }, token: string) => Promise<void>;
  /** Work that the answer does not wait for. */
  readonly later: (work: Promise<unknown>) => void;
  /** What goes wrong, without personal data. */
  readonly complain: (message: string) => void;
}

/** The header that brings the address a request came from; set by us alone. */
export const addressHeader = 'x-cuadro-address';

const hour = 3_600;
const day = 24 * hour;

/** How long a link to set a new password is good. */
export const resetHours = 1;

/** One failure for every attempt refused, so that the answer tells nothing. */
export const newAttempts = (): Attempts => new Attempts({ most: 10, spanMs: 15 * 60_000, nowMs: () => performance.now() });

const refused = (code: string): APIError => new APIError('FORBIDDEN', { code, message: code });

const text = (body: unknown, field: string): string => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, field) : null;
  return typeof value === 'string' ? value : '';
};

/** A password that someone chooses later is held to the same rules as the first. */
function checkNewPassword(body: unknown): void {
  try {
    checkPassword(text(body, 'newPassword'));
  } catch (error) {
    if (!(error instanceof CuadroError)) throw error;
    throw new APIError('BAD_REQUEST', { code: error.code.toUpperCase(), message: error.code });
  }
}

/** better-auth on our store: sign-in, second factors, passkeys, single sign-on, sessions. Who may what is not its business. */
export const makeAuth = ({
  db,
  secret,
  url,
  name,
  accounts,
  sso,
  provider,
  passwords,
  attempts,
  now,
  sendReset,
  later,
  complain,
}: AuthOptions) =>
  betterAuth({
    appName: name,
    baseURL: new URL(url).origin,
    basePath: authBase,
    secret,
    // Dates as text and truth as 0 and 1 on PostgreSQL too, hence always `sqlite`.
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    trustedOrigins: [...ownOrigins(url)],
    // No level: with one, better-auth writes each refusal to standard error as well.
    logger: { log: (level, message) => (level === 'error' ? complain(message) : undefined) },
    onAPIError: { errorURL: '/sign-in' },
    // The server counts requests itself, for all its routes.
    rateLimit: { enabled: false },
    user: {
      modelName: 'auth_user',
      validateUserInfo: async ({ user, source }) => {
        if (source.method !== 'oauth') return;
        // Addresses are given to new people: who already comes from the provider as someone is not another from there.
        if (source.action === 'link-account' && (await isLinked(db, String(user.id)))) return { error: 'linked_already' };
        if (source.action !== 'create-user') return;
        const given = { email: String(user.email ?? ''), isProven: user.emailVerified === true };
        if (!given.isProven) return { error: 'email_not_verified' };
        if ((await admissionOf(db, sso, given, now())) === null) return { error: 'not_invited' };
      },
    },
    session: {
      modelName: 'auth_session',
      expiresIn: accounts.session_days * day,
      updateAge: Math.min(day, (accounts.session_days * day) / 2),
      freshAge: day,
      // An ended session is over at once.
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'auth_account',
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false },
    },
    verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: passwords,
      resetPasswordTokenExpiresIn: resetHours * hour,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendReset({ id: user.id, email: user.email }, token),
    },
    plugins: [
      twoFactor({
        issuer: name,
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
        backupCodeOptions: { storeBackupCodes: 'encrypted', allowPasswordless: true },
        totpOptions: { allowPasswordless: true },
        allowPasswordless: true,
      }),
      passkey({
        rpID: passkeyName(url),
        rpName: name,
        origin: [...ownOrigins(url)],
        schema: { passkey: { modelName: 'auth_passkey' } },
        // The key stands for both factors: it asks for a finger, a face or a number.
        authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
      }),
      ssoPlugin(sso, provider, complain),
    ],
    databaseHooks: {
      user: {
        create: {
          // A picture elsewhere would tell that place who opens Cuadro.
          before: async (user) => ({ data: { ...user, image: null } }),
          after: async (user) => {
            const admission = await admissionOf(db, sso, { email: user.email, isProven: user.emailVerified }, now());
            if (!admission) throw refused('not_invited');
            const { grant, invitation } = admission;
            if (invitation) await spend(db, invitation, now());
            await admit(db, { userId: user.id, grant }, now());
          },
        },
      },
      session: {
        create: {
          before: async ({ userId }) => {
            if (!(await findMember(db, userId))?.active) throw refused('account_closed');
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        if (path === '/reset-password' || path === '/change-password') checkNewPassword(body);
        if (path === '/sign-in/email' && attempts.isBlocked(plainEmail(text(body, 'email')))) {
          throw new APIError('TOO_MANY_REQUESTS', { code: 'too_many_attempts', message: 'too_many_attempts' });
        }
        // Only our own provider: a token brought along is no sign-in.
        if (path === '/sign-in/social' && (text(body, 'provider') !== ssoId || Reflect.has(Object(body), 'idToken'))) {
          throw new APIError('NOT_FOUND', { code: 'provider_unknown', message: 'provider_unknown' });
        }
      }),
      after: createAuthMiddleware(async ({ path, body, context }) => {
        if (path !== '/sign-in/email') return;
        const email = plainEmail(text(body, 'email'));
        if (context.returned instanceof APIError) attempts.fail(email);
        else attempts.succeed(email);
      }),
    },
    advanced: {
      cookiePrefix: 'cuadro',
      useSecureCookies: url.startsWith('https:') || !isLoopbackUrl(url),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // Said here because better-auth leaves both out where it believes to be in a test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: newId, validateSchema: false },
      backgroundTasks: { handler: later },
    },
  });

export type Auth = ReturnType<typeof makeAuth>;
