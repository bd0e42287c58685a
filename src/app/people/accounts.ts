import { openAuditLog } from '../audit/log.ts';
import type { Host } from '../host.ts';
import type { Actor } from '../rights/actor.ts';
import { keyActor, userActor } from './actor-of.ts';
import { firstRunToken, invitationPath } from './invitation.ts';
import { sendResetMail } from './mail/letters.ts';
import { type Passwords, scryptPasswords } from './passwords.ts';
import { workspaceSecret } from './secret.ts';
import { type Auth, addressHeader, makeAuth, newAttempts } from './sign-in/auth.ts';
import { type Discovered, KnownProvider } from './sign-in/discovery.ts';
import { notedAs, signInEntry } from './sign-in/noted.ts';
import { authBase, isOpenPath } from './sign-in/paths.ts';

export interface AccountsOptions {
  readonly host: Pick<Host, 'store' | 'workspace'>;
  /** By which browsers come, as it is known now: the port is there once the server listens. */
  readonly url: () => string;
  readonly now: () => Temporal.Instant;
  readonly passwords?: Passwords;
  /** What goes wrong, without personal data. */
  readonly complain?: (message: string) => void;
}

/** What a request says of who sends it. */
export interface Credentials {
  readonly authorization: string | null;
  readonly cookie: string | null;
  /** The address it comes from. */
  readonly from: string;
}

/** People of a workspace, as a server meets them. */
export interface Accounts {
  /** Sign-in and what belongs to it, below `/api/auth`. */
  handle(request: Request, from: string): Promise<Response>;
  /** Who asks, with all their rights; null: nobody who is known. `cookies` goes back to the browser: a session in use lives on. */
  actorOf(credentials: Credentials): Promise<{ readonly actor: Actor | null; readonly cookies: readonly string[] }>;
  /** The link that makes the owner, where there is no account yet. Each call makes a new one and ends the one before. */
  firstRunLink(): Promise<string | null>;
  /** Waits for mail that is on its way. */
  close(): Promise<void>;
}

/** What a response gives the browser to bring next time. */
const cookiesSet = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function userIn(auth: Auth, cookie: string): Promise<string | null> {
  if (!cookie.includes('session_token=')) return null;
  return (await auth.api.getSession({ headers: new Headers({ cookie }) }))?.user.id ?? null;
}

/** Of what is open, what asks for the provider of single sign-on: nothing else waits for it. */
const ssoStart = `${authBase}/sign-in/social`;
const ssoPaths: readonly string[] = [ssoStart, `${authBase}/callback/sso`];

export function openAccounts({ host, url, now, passwords = scryptPasswords, complain = () => undefined }: AccountsOptions): Accounts {
  const attempts = newAttempts();
  const log = openAuditLog(host.store, now);
  const pending = new Set<Promise<unknown>>();
  const later = (work: Promise<unknown>): void => {
    const quiet = work.catch(() => complain('mail_failed')).finally(() => pending.delete(quiet));
    pending.add(quiet);
  };

  const providers = new KnownProvider(complain);
  /** What is known of the provider; null: there is none, or it is being asked. @param patient whether its answer is waited for */
  const providerNow = async (patient: boolean): Promise<Discovered | null> => {
    const { issuer, client_id } = (await host.workspace()).config.sso;
    if (issuer === null || client_id === null) return null;
    return patient ? providers.ask(issuer) : providers.now(issuer);
  };

  let kept: { readonly key: string; readonly auth: Auth } | null = null;
  /** Made anew when the address, the settings or what is known of the provider have changed. */
  const authWith = async (found: Discovered | null): Promise<Auth> => {
    const { folder, settings, config } = await host.workspace();
    const { accounts, sso } = config;
    const provider = found?.ok ? found.document : null;
    const key = JSON.stringify([url(), settings.name, accounts, sso, provider]);
    if (kept?.key === key) return kept.auth;
    const { db } = await host.store();
    const auth = makeAuth({
      db,
      secret: await workspaceSecret(folder, accounts.secret),
      url: url(),
      name: settings.name,
      accounts,
      sso,
      provider,
      passwords,
      attempts,
      now,
      sendReset: (to, token) => sendResetMail(host, { to, url: url(), token }),
      later,
      complain,
    });
    kept = { key, auth };
    return auth;
  };

  const notFound = (): Response => Response.json({ code: 'not_found' }, { status: 404 });

  return {
    handle: async (request, from) => {
      const { pathname } = new URL(request.url);
      if (!isOpenPath(request.method, pathname)) return notFound();
      // Only what these routes need: no word of a proxy, no key that stands beside the session.
      const headers = new Headers();
      for (const name of [
        'content-type',
        'cookie',
        'origin',
        'referer',
        'user-agent',
        'sec-fetch-site',
        'sec-fetch-mode',
        'sec-fetch-dest',
      ]) {
        const value = request.headers.get(name);
        if (value !== null) headers.set(name, value);
      }
      headers.set(addressHeader, from);
      const found = await providerNow(ssoPaths.includes(pathname));
      if (pathname === ssoStart && found?.ok === false) return Response.json({ code: 'sso_unavailable' }, { status: 503 });
      const auth = await authWith(found);
      const kind = notedAs(pathname);
      if (kind === null) return auth.handler(new Request(request, { headers }));
      const body = request.method === 'POST' ? await request.clone().text() : '';
      // Whose it is: told by the session before what ends one, by the session after what opens one.
      const before = kind.opens ? null : await userIn(auth, headers.get('cookie') ?? '');
      const response = await auth.handler(new Request(request, { headers }));
      const userId = kind.opens ? await userIn(auth, cookiesSet(response)) : before;
      const { db } = await host.store();
      const event = { ...kind, status: response.status, userId, body: asJson(body), from, at: now() };
      await log.record(await signInEntry(db, event));
      return response;
    },
    actorOf: async ({ authorization, cookie, from }) => {
      const { db } = await host.store();
      if (authorization !== null) {
        const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
        return { actor: token === undefined ? null : await keyActor(db, { token, from, now: now() }), cookies: [] };
      }
      if (cookie === null || !cookie.includes('cuadro.')) return { actor: null, cookies: [] };
      const auth = await authWith(await providerNow(false));
      const { response, headers } = await auth.api.getSession({
        headers: new Headers({ cookie, [addressHeader]: from }),
        returnHeaders: true,
      });
      const cookies = headers?.getSetCookie() ?? [];
      if (!response) return { actor: null, cookies };
      const { user, session } = response;
      return { actor: await userActor(db, { userId: user.id, sessionId: session.id, from, now: now() }), cookies };
    },
    firstRunLink: async () => {
      const token = await firstRunToken((await host.store()).db, now());
      return token === null ? null : new URL(invitationPath(token), url()).href;
    },
    close: async () => {
      await Promise.all(pending);
      await log.flush();
    },
  };
}
