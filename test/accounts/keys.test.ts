import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsServer, type Browser, startAccounts } from './server.ts';

let server: AccountsServer;
let owner: Browser;
let ana: { browser: Browser; id: string };

beforeAll(async () => {
  server = await startAccounts();
  owner = await server.owner();
  ana = await server.join(owner, 'ana@empresa.es', { role: 'analyst' });
}, 30_000);
afterAll(() => server?.stop());

const withKey = (secret: string, method = 'GET', path = '/api/v1/session', body?: unknown) =>
  server.browser().send(method, path, body, { authorization: `Bearer ${secret}` });

describe('a key', () => {
  let secret: string;
  let id: string;

  it('is shown once and kept as its hash', async () => {
    const { json } = await ana.browser.post('/api/v1/keys', { name: 'Power BI', permissions: ['kpi.read', 'export'], days: 30 });
    secret = json.secret;
    id = json.key.id;
    expect(secret).toMatch(/^cuadro_[\w-]{43}$/);
    const kept = JSON.stringify(await server.db.selectFrom('api_key').selectAll().execute());
    expect(kept).not.toContain(secret);
    const { keys } = (await ana.browser.get('/api/v1/keys')).json;
    expect(keys).toMatchObject([
      { id, name: 'Power BI', start: secret.slice(0, 12), permissions: ['kpi.read', 'export'], lastUsedAt: null },
    ]);
    expect(JSON.stringify(keys)).not.toContain(secret);
  });

  it("has its own permissions and its member's rows", async () => {
    const { json } = await withKey(secret);
    expect(json).toMatchObject({ kind: 'key', id: ana.id, role: 'analyst', personal: 'masked', rows: { kind: 'all' } });
    expect(json.permissions.sort()).toEqual(['export', 'kpi.read']);
    expect((await withKey(secret, 'GET', '/api/v1/batches')).status).toBe(403);
    expect((await ana.browser.get('/api/v1/keys')).json.keys[0].lastUsedAt).not.toBeNull();
  });

  it("never has more than its member: made so, or when the member's rights shrink", async () => {
    const more = await ana.browser.post('/api/v1/keys', { name: 'de más', permissions: ['kpi.read', 'people.write'] });
    expect([more.status, more.json.code]).toEqual([422, 'key_permissions']);
    expect((await ana.browser.post('/api/v1/keys', { name: 'propia', permissions: ['self'] })).status).toBe(400);
    await owner.send('PATCH', `/api/v1/people/${ana.id}`, { role: 'viewer' });
    expect((await withKey(secret)).json.permissions).toEqual(['kpi.read']);
    await owner.send('PATCH', `/api/v1/people/${ana.id}`, { role: 'analyst' });
  });

  it('makes no keys, ends no sessions, changes no profile and no owners', async () => {
    const { json } = await owner.post('/api/v1/keys', { name: 'altas', permissions: ['people.read', 'people.write'] });
    for (const [method, path, body] of [
      ['POST', '/api/v1/keys', { name: 'hija', permissions: ['people.write'], days: null }],
      ['GET', '/api/v1/keys', undefined],
      ['DELETE', '/api/v1/sessions/all', undefined],
      ['PATCH', '/api/v1/profile', { name: 'Robot' }],
      ['POST', '/api/v1/invitations', { email: 'dueno@empresa.es', role: 'owner' }],
      ['PATCH', `/api/v1/people/${ana.id}`, { role: 'owner' }],
    ] as const) {
      expect([403, 422], `${method} ${path}`).toContain((await withKey(json.secret, method, path, body)).status);
    }
    expect((await withKey(json.secret, 'GET', '/api/v1/people')).status).toBe(200);
    expect((await withKey(json.secret, 'POST', '/api/v1/invitations', { email: 'nueva@empresa.es', role: 'viewer' })).status).toBe(200);
  });

  it('is of use in no other form, and a bad one is not mended by a cookie', async () => {
    for (const bad of [`${secret}x`, secret.slice(0, -1), secret.toUpperCase(), 'cuadro_', '', 'x'.repeat(5_000)]) {
      expect((await withKey(bad, 'GET', '/api/v1/kpis?language=es')).status, bad.slice(0, 20)).toBe(401);
    }
    const answer = await ana.browser.send('GET', '/api/v1/session', undefined, { authorization: 'Bearer cuadro_falsa' });
    expect(answer.json.kind).toBe('nobody');
    expect((await server.browser().get(`/api/v1/kpis?language=es&access_token=${secret}`)).status).not.toBe(200);
  });

  it('expires', async () => {
    const start = server.clock.now;
    server.clock.now = start.add({ hours: 24 * 30 - 1 });
    expect((await withKey(secret)).json.kind).toBe('key');
    server.clock.now = start.add({ hours: 24 * 30 + 1 });
    expect((await withKey(secret)).json.kind).toBe('nobody');
    server.clock.now = start;
  });

  it("is nobody else's to see or end", async () => {
    const { browser: mallory } = await server.join(owner, 'mallory@empresa.es', { role: 'analyst' });
    expect((await mallory.send('DELETE', `/api/v1/keys/${id}`)).json.code).toBe('key_unknown');
    expect((await mallory.get(`/api/v1/keys?member=${ana.id}`)).status).toBe(403);
    expect((await mallory.send('DELETE', `/api/v1/keys/${id}`, { member: ana.id })).status).toBe(403);
    // Not even an owner acts as someone else; they may see and end what that person has.
    expect((await owner.post('/api/v1/keys', { name: 'ajena', permissions: ['kpi.read'], member: ana.id })).status).toBe(403);
    expect((await owner.get(`/api/v1/keys?member=${ana.id}`)).json.keys).toHaveLength(1);
    expect((await withKey(secret)).json.kind).toBe('key');
  });

  it('ends at once', async () => {
    expect((await ana.browser.send('DELETE', `/api/v1/keys/${id}`)).json).toEqual({ ended: 'Power BI' });
    expect((await withKey(secret)).json.kind).toBe('nobody');
  });
});
