import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHost } from '../../src/app/host.ts';
import { type Passwords, scryptPasswords } from '../../src/app/people/passwords.ts';
import { createWorkspace } from '../../src/app/workspace/create.ts';
import { defaultLimits } from '../../src/server/http/limits.ts';
import { startServer } from '../../src/server/serve.ts';
import type { StoreDatabase } from '../../src/store/open.ts';

/** Counted: how often a password was hashed is what an answer's time is made of. */
export class CountedPasswords implements Passwords {
  calls = 0;
  readonly hash: Passwords['hash'] = (password) => {
    this.calls++;
    return scryptPasswords.hash(password);
  };
  readonly verify: Passwords['verify'] = (given) => {
    this.calls++;
    return scryptPasswords.verify(given);
  };
}

/** A browser: keeps its cookies, says where it comes from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.#url), {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: this.#url }),
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    // Tests look into what they were answered; the schema of an operation is tested elsewhere.
    const json = isJson ? JSON.parse(text) : null;
    return { status: response.status, text, json, headers: response.headers };
  }

  readonly get = (path: string) => this.send('GET', path);
  readonly post = (path: string, body: unknown = {}) => this.send('POST', path, body);

  signIn(email: string, password: string) {
    return this.post('/api/auth/sign-in/email', { email, password });
  }
}

export const password = 'una frase muy mía';

/** A workspace without data, served on a port of its own. */
export async function startAccounts(env: Readonly<Record<string, string>> = {}, storeUrl: string | null = null) {
  const parent = await mkdtemp(join(tmpdir(), 'cuadro-accounts-'));
  const folder = join(parent, 'workspace');
  await createWorkspace(folder, { name: 'Prueba', locale: null, timezone: null, currency: null });
  const passwords = new CountedPasswords();
  const clock = { now: Temporal.Now.instant() };
  const host = await openHost(folder, () => clock.now, storeUrl, env);
  const server = await startServer(host, {
    host: '127.0.0.1',
    port: 0,
    web: null,
    now: () => clock.now,
    passwords,
    limits: { ...defaultLimits, signIns: 10_000, requests: 100_000 },
  });
  const db: StoreDatabase = (await host.store()).db;
  const browser = (): Browser => new Browser(server.url);

  /** Invites, accepts and signs in. */
  const join_ = async (by: Browser, email: string, grant: Readonly<Record<string, unknown>>) => {
    const invited = await by.post('/api/v1/invitations', { email, ...grant });
    if (invited.status !== 200) throw new Error(invited.text);
    const token = String(invited.json.path).split('#')[1];
    const accepted = await browser().post('/api/v1/invitations/accept', { token, name: email.split('@')[0], password });
    if (accepted.status !== 200) throw new Error(accepted.text);
    const their = browser();
    const signed = await their.signIn(email, password);
    if (signed.status !== 200) throw new Error(signed.text);
    const { json } = await their.get('/api/v1/session');
    return { browser: their, id: String(json.id) };
  };

  /** The owner, by the first run's link. */
  const owner = async (email = 'olga@empresa.es'): Promise<Browser> => {
    const token = String(server.firstRun).split('#')[1];
    const made = await browser().post('/api/v1/invitations/accept', { token, name: 'Olga', email, password });
    if (made.status !== 200) throw new Error(made.text);
    const their = browser();
    await their.signIn(email, password);
    return their;
  };

  return {
    ...server,
    host,
    folder,
    db,
    clock,
    passwords,
    browser,
    owner,
    join: join_,
    stop: async (): Promise<void> => {
      await server.close();
      await host.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

export type AccountsServer = Awaited<ReturnType<typeof startAccounts>>;
