import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Identity, startProvider } from './provider.ts';
import { type AccountsServer, type Browser, startAccounts } from './server.ts';

let provider: Awaited<ReturnType<typeof startProvider>>;
let server: AccountsServer;
let owner: Browser;

beforeAll(async () => {
  provider = await startProvider();
  server = await startAccounts({
    CUADRO_SSO_ISSUER: provider.issuer,
    CUADRO_SSO_CLIENT_ID: 'cuadro',
    CUADRO_SSO_CLIENT_SECRET: 'muy secreto',
    CUADRO_SSO_NAME: 'Empresa',
    CUADRO_SSO_DOMAINS: 'empresa.es',
    CUADRO_SSO_ROLE: 'member',
  });
}, 30_000);
afterAll(async () => {
  await server?.stop();
  await provider?.stop();
});
beforeEach(() => {
  provider.state.spoilt = null;
});

/** Goes to the provider and back. */
async function signInAs(identity: Identity, browser = server.browser(), back?: (url: URL) => void) {
  provider.state.identity = identity;
  const { status, json } = await browser.post('/api/auth/sign-in/social', {
    provider: 'sso',
    callbackURL: '/board',
    errorCallbackURL: '/sign-in',
  });
  if (status !== 200) throw new Error(JSON.stringify(json));
  const returned = await fetch(json.url, { redirect: 'manual' });
  const callback = new URL(returned.headers.get('location') ?? '');
  back?.(callback);
  const answer = await browser.get(`${callback.pathname}${callback.search}`);
  return {
    browser,
    location: answer.headers.get('location') ?? '',
    session: (await browser.get('/api/v1/session')).json,
    callback,
    answer,
  };
}

describe('single sign-on', () => {
  it('makes no first account', async () => {
    const { session } = await signInAs({ sub: 'a', email: 'ana@empresa.es', email_verified: true });
    expect(session.kind).toBe('nobody');
    expect(await server.db.selectFrom('auth_user').select('id').execute()).toEqual([]);
    owner = await server.owner('olga@empresa.es');
  });

  it('lets in an allowed domain with the role of the settings, and nothing that the provider says besides', async () => {
    const { session, location } = await signInAs({
      sub: 'b',
      email: 'Berta@Empresa.es',
      email_verified: true,
      name: 'Berta Ruiz',
      role: 'owner',
      steward: true,
      picture: 'https://malo.example/seguir.png',
    });
    expect(location).toBe('/board');
    expect(session).toMatchObject({
      kind: 'user',
      email: 'berta@empresa.es',
      name: 'Berta Ruiz',
      role: 'member',
      steward: false,
      singleSignOn: 'Empresa',
    });
    expect(provider.state.secrets.at(-1)).toBe('muy secreto');
    expect(await server.db.selectFrom('auth_user').select('image').where('email', '=', 'berta@empresa.es').execute()).toEqual([
      { image: null },
    ]);
    const again = await signInAs({ sub: 'b', email: 'berta@empresa.es', email_verified: true });
    expect(again.session.id).toBe(session.id);
  });

  it('gives an invited address what it was invited to', async () => {
    await owner.post('/api/v1/invitations', { email: 'socia@otra.example', role: 'analyst', amounts: 'hidden' });
    const { session } = await signInAs({ sub: 'c', email: 'socia@otra.example', email_verified: true });
    expect(session).toMatchObject({ kind: 'user', role: 'analyst', amounts: 'hidden' });
    expect((await owner.get('/api/v1/people')).json.invitations).toEqual([]);
  });

  it('keeps out whoever nobody invited, and addresses that the provider has not checked', async () => {
    await owner.post('/api/v1/invitations', { email: 'invitada@otra.example', role: 'administrator' });
    for (const identity of [
      { sub: 'd', email: 'nadie@otra.example', email_verified: true },
      { sub: 'e', email: 'eva@empresa.es.malo.example', email_verified: true },
      { sub: 'f', email: 'eva@noempresa.es', email_verified: true },
      { sub: 'g', email: 'eva@empresa.es' },
      { sub: 'h', email: 'eva@empresa.es', email_verified: false },
      { sub: 'i', email: 'invitada@otra.example', email_verified: false },
    ]) {
      const { session, location } = await signInAs(identity);
      expect([session.kind, location.startsWith('/sign-in?')], JSON.stringify(identity)).toEqual(['nobody', true]);
    }
    const left = await server.db.selectFrom('auth_user').select('email').where('email', 'like', 'eva%').execute();
    expect(left).toEqual([]);
  });

  it("takes nobody's account by an address that it has not checked", async () => {
    const stolen = await signInAs({ sub: 'x', email: 'olga@empresa.es', email_verified: false });
    expect(stolen.session.kind).toBe('nobody');
    const own = await signInAs({ sub: 'o', email: 'olga@empresa.es', email_verified: true });
    expect(own.session).toMatchObject({ email: 'olga@empresa.es', role: 'owner' });
    // An address that the company has given to someone new does not open the account of whoever had it.
    const heir = await signInAs({ sub: 'heredera', email: 'olga@empresa.es', email_verified: true });
    expect(heir.session.kind).toBe('nobody');
    const again = await signInAs({ sub: 'o', email: 'olga@empresa.es', email_verified: true });
    expect(again.session.role).toBe('owner');
  });

  it('believes no token that is not signed for us, now and for this sign-in', async () => {
    for (const spoilt of ['signature', 'audience', 'nonce', 'issuer', 'expired', 'endless', 'token'] as const) {
      provider.state.spoilt = spoilt;
      const { session, location } = await signInAs({ sub: 'b', email: 'berta@empresa.es', email_verified: true });
      expect([session.kind, location], spoilt).toEqual(['nobody', '/sign-in?error=unable_to_get_user_info']);
    }
    provider.state.spoilt = 'code';
    const { session, location } = await signInAs({ sub: 'b', email: 'berta@empresa.es', email_verified: true });
    expect([session.kind, location]).toEqual(['nobody', '/sign-in?error=invalid_code']);
  });

  it('takes the address from userinfo where the token has none, of the same person', async () => {
    provider.state.emailIn = 'userinfo';
    try {
      const identity = { sub: 'b', email: 'berta@empresa.es', email_verified: true };
      expect((await signInAs(identity)).session.email).toBe('berta@empresa.es');
      provider.state.spoilt = 'person';
      const { session, location } = await signInAs({ ...identity, sub: 'w' });
      expect([session.kind, location]).toEqual(['nobody', '/sign-in?error=unable_to_get_user_info']);
    } finally {
      provider.state.emailIn = 'token';
    }
  });

  it('is finished where it was begun, once', async () => {
    const identity = { sub: 'b', email: 'berta@empresa.es', email_verified: true };
    const { callback } = await signInAs(identity);
    // A link to someone's own sign-in, sent to another browser, signs nobody in.
    const victim = server.browser();
    const begun = await victim.post('/api/auth/sign-in/social', { provider: 'sso', callbackURL: '/board' });
    expect(begun.status).toBe(200);
    await victim.get(`${callback.pathname}${callback.search}`);
    expect((await victim.get('/api/v1/session')).json.kind).toBe('nobody');
    const forged = await signInAs(identity, server.browser(), (url) => url.searchParams.set('state', 'inventado'));
    expect(forged.session.kind).toBe('nobody');
  });

  it('takes nobody elsewhere and knows no other provider', async () => {
    for (const field of ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL']) {
      const answer = await server.browser().post('/api/auth/sign-in/social', { provider: 'sso', [field]: 'https://malo.example/' });
      expect(answer.status, field).toBe(403);
    }
    expect((await server.browser().post('/api/auth/sign-in/social', { provider: 'google' })).status).toBe(404);
    const brought = { provider: 'sso', idToken: { token: 'a.b.c' } };
    expect((await server.browser().post('/api/auth/sign-in/social', brought)).status).toBe(404);
  });

  it('lets no closed account in', async () => {
    await owner.send('PATCH', '/api/v1/people/berta@empresa.es', { active: false });
    const { session } = await signInAs({ sub: 'b', email: 'berta@empresa.es', email_verified: true });
    expect(session.kind).toBe('nobody');
  });
});
