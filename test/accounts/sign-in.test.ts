import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsServer, type Browser, password, startAccounts } from './server.ts';

let server: AccountsServer;
let owner: Browser;

beforeAll(async () => {
  server = await startAccounts();
  owner = await server.owner();
}, 30_000);
afterAll(() => server?.stop());

const sessionCookie = 'cuadro.session_token';

describe('a session', () => {
  it('is a cookie that scripts and other sites do not get', async () => {
    const answer = await server.browser().signIn('olga@empresa.es', password);
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(sessionCookie)) ?? '';
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).toMatch(/Path=\//i);
    // Without TLS, on this machine only.
    expect(line).not.toMatch(/Secure/i);
  });

  it('is another after signing in than whatever the browser brought', async () => {
    const thief = server.browser();
    await thief.signIn('olga@empresa.es', password);
    const planted = thief.cookies.get(sessionCookie) ?? '';
    const { browser: victim, id } = await server.join(owner, 'victima@empresa.es', { role: 'viewer' });
    await victim.post('/api/auth/sign-out');
    for (const cookie of [planted, 'inventada.AAAA']) {
      victim.cookies.set(sessionCookie, cookie);
      expect((await victim.signIn('victima@empresa.es', password)).status).toBe(200);
      expect(victim.cookies.get(sessionCookie)).not.toBe(cookie);
      expect((await victim.get('/api/v1/session')).json.id).toBe(id);
      expect((await thief.get('/api/v1/session')).json.email).toBe('olga@empresa.es');
    }
  });

  it('is good with its signature only', async () => {
    const { token } = await server.db.selectFrom('auth_session').select('token').executeTakeFirstOrThrow();
    const forger = server.browser();
    for (const forged of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`]) {
      forger.cookies.set(sessionCookie, encodeURIComponent(forged));
      expect((await forger.get('/api/v1/session')).json.kind).toBe('nobody');
    }
  });

  it('is listed to its owner and ended by them, at once', async () => {
    const { browser: here } = await server.join(owner, 'dos@empresa.es', { role: 'viewer' });
    const there = server.browser();
    await there.signIn('dos@empresa.es', password);
    const { json } = await here.get('/api/v1/sessions');
    expect(json.sessions.map((one: { current: boolean }) => one.current).sort()).toEqual([false, true]);
    expect(json.sessions[0].address).toBe('127.0.0.1');
    expect(JSON.stringify(json)).not.toContain(String(here.cookies.get(sessionCookie)).split('.')[0]);
    const other = json.sessions.find((one: { current: boolean }) => !one.current).id;
    expect((await here.send('DELETE', `/api/v1/sessions/${other}`)).json).toEqual({ ended: 1 });
    expect((await there.get('/api/v1/session')).json.kind).toBe('nobody');
    await there.signIn('dos@empresa.es', password);
    expect((await here.send('DELETE', '/api/v1/sessions/others')).json).toEqual({ ended: 1 });
    expect((await here.get('/api/v1/session')).json.kind).toBe('user');
    await here.post('/api/auth/sign-out');
    expect((await here.get('/api/v1/session')).json.kind).toBe('nobody');
  });

  it("is nobody else's to see or end", async () => {
    const { browser: mallory } = await server.join(owner, 'mallory@empresa.es', { role: 'analyst' });
    const [mine] = (await owner.get('/api/v1/sessions')).json.sessions;
    expect((await mallory.send('DELETE', `/api/v1/sessions/${mine.id}`)).json.code).toBe('session_unknown');
    expect((await mallory.get('/api/v1/sessions?member=olga@empresa.es')).status).toBe(403);
    expect((await mallory.send('DELETE', `/api/v1/sessions/${mine.id}`, { member: 'olga@empresa.es' })).status).toBe(403);
    expect((await owner.get('/api/v1/session')).json.kind).toBe('user');
  });

  it('ends in the store when its time is over', async () => {
    const { browser, id } = await server.join(owner, 'caduca@empresa.es', { role: 'viewer' });
    await server.db
      .updateTable('auth_session')
      .set({ expiresAt: new Date(Date.now() - 1_000).toISOString() })
      .where('userId', '=', id)
      .execute();
    expect((await browser.get('/api/v1/session')).json.kind).toBe('nobody');
  });
});

describe('what better-auth would let people do', () => {
  it('is not there unless it is meant to be', async () => {
    for (const [path, body] of [
      ['/sign-up/email', { email: 'yo@empresa.es', password, name: 'Yo' }],
      ['/update-user', { name: 'Otra', role: 'owner' }],
      ['/change-email', { newEmail: 'otra@empresa.es' }],
      ['/delete-user', {}],
      ['/link-social', { provider: 'sso' }],
      ['/unlink-account', { providerId: 'credential' }],
      ['/update-session', { userId: 'x' }],
      ['/get-access-token', { providerId: 'sso' }],
      ['/revoke-sessions', {}],
      ['/two-factor/send-otp', {}],
      ['/sign-in/email/', { email: 'olga@empresa.es', password }],
      ['//sign-in/email', { email: 'olga@empresa.es', password }],
      ['/%73ign-up/email', { email: 'yo@empresa.es', password, name: 'Yo' }],
      ['/sign-in/email/../../sign-up/email', { email: 'yo@empresa.es', password, name: 'Yo' }],
    ] as const) {
      expect((await owner.post(`/api/auth${path}`, body)).status, path).toBe(404);
    }
    for (const path of ['/list-accounts', '/list-sessions', '/error', '/ok', '/reset-password/abc', '/verify-email?token=x']) {
      expect((await owner.get(`/api/auth${path}`)).status, path).toBe(404);
    }
    expect(await server.db.selectFrom('auth_user').select('id').where('email', '=', 'yo@empresa.es').execute()).toEqual([]);
  });

  it('gives no rights by anything sent along', async () => {
    const { browser, id } = await server.join(owner, 'llana@empresa.es', { role: 'viewer' });
    for (const body of [{ role: 'owner' }, { permissions: ['people.write'] }, { email: 'x@y.es' }, { steward: true }, { id: 'x' }]) {
      expect((await browser.send('PATCH', '/api/v1/profile', body)).status, JSON.stringify(body)).toBe(400);
    }
    await browser.post('/api/auth/sign-in/email', { email: 'llana@empresa.es', password, role: 'owner', user: { role: 'owner' } });
    expect((await browser.get('/api/v1/session')).json).toMatchObject({ id, role: 'viewer', steward: false });
    expect((await browser.send('PATCH', '/api/v1/profile', { name: 'Llana Ruiz', speaks: 'en' })).status).toBe(200);
    expect((await browser.get('/api/v1/session')).json).toMatchObject({ name: 'Llana Ruiz', language: 'en', role: 'viewer' });
  });

  it('takes nobody elsewhere', async () => {
    for (const elsewhere of [
      'https://malo.example/',
      '//malo.example/',
      '/\\malo.example/',
      'javascript:alert(1)',
      'http://127.0.0.1.malo.example/',
      '/%2f%2fmalo.example',
    ]) {
      for (const field of ['callbackURL', 'redirectTo', 'errorCallbackURL']) {
        const answer = await owner.post('/api/auth/sign-in/email', { email: 'olga@empresa.es', password, [field]: elsewhere });
        expect([answer.status, answer.headers.get('location')], `${field} ${elsewhere}`).toEqual([403, null]);
      }
    }
    expect((await owner.post('/api/auth/sign-in/email', { email: 'olga@empresa.es', password, callbackURL: '/board' })).status).toBe(200);
  });

  it('is not done from another site', async () => {
    for (const path of ['/api/auth/sign-in/email', '/api/auth/sign-out', '/api/auth/change-password', '/api/v1/keys']) {
      const body = { email: 'olga@empresa.es', password, name: 'x', permissions: ['kpi.read'] };
      for (const origin of ['https://malo.example', 'null', 'http://localhost:1']) {
        expect((await owner.send('POST', path, body, { origin })).status, `${path} ${origin}`).toBe(403);
      }
    }
    expect((await owner.get('/api/v1/session')).json.kind).toBe('user');
  });
});
