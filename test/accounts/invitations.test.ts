import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsServer, type Browser, password, startAccounts } from './server.ts';

let server: AccountsServer;
let owner: Browser;
let firstToken: string;

beforeAll(async () => {
  server = await startAccounts();
  firstToken = String(server.firstRun).split('#')[1] ?? '';
}, 30_000);
afterAll(() => server?.stop());

const tokenOf = (answer: { json: { path: string } }): string => answer.json.path.split('#')[1] ?? '';

describe('the first run', () => {
  it('shows nothing to whoever has no account', async () => {
    const stranger = server.browser();
    expect((await stranger.get('/api/v1/kpis?language=es')).status).toBe(401);
    expect((await stranger.get('/api/v1/session')).json).toMatchObject({ kind: 'nobody', role: null, permissions: [], needsOwner: true });
  });

  it('keeps no token as it is', async () => {
    const rows = await server.db.selectFrom('invitation').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(firstToken);
  });

  it('refuses weak passwords and uses up no link by it', async () => {
    const stranger = server.browser();
    for (const [weak, code] of [
      ['corta', 'password_short'],
      ['Contraseña2026!', 'password_common'],
      ['1234567890', 'password_common'],
      ['olga@empresa.es', 'password_common'],
      ['x'.repeat(129), 'password_long'],
    ]) {
      const answer = await stranger.post('/api/v1/invitations/accept', {
        token: firstToken,
        name: 'Olga',
        email: 'olga@empresa.es',
        password: weak,
      });
      expect([answer.status, answer.json.code], weak).toEqual([422, code]);
    }
  });

  it('makes the owner once', async () => {
    owner = await server.owner();
    expect((await owner.get('/api/v1/session')).json).toMatchObject({
      kind: 'user',
      role: 'owner',
      rows: { kind: 'all' },
      needsOwner: false,
    });
    const again = await server
      .browser()
      .post('/api/v1/invitations/accept', { token: firstToken, name: 'Eva', email: 'eva@x.es', password });
    expect(again.json.code).toBe('invitation_invalid');
    expect(await server.db.selectFrom('member').select('role').execute()).toEqual([{ role: 'owner' }]);
  });

  it('keeps the secret of the cookies from everyone else', () => {
    expect(statSync(join(server.folder, 'secret.key')).mode & 0o777).toBe(0o600);
  });
});

describe('an invitation', () => {
  it('gives the rights it names, to the address it names', async () => {
    const made = await owner.post('/api/v1/invitations', {
      email: 'Marta@Empresa.es',
      role: 'manager',
      steward: true,
      amounts: 'hidden',
      crmUser: { source: 'crm', id: 'U1' },
    });
    expect(made.json).toMatchObject({ email: 'marta@empresa.es', mailed: false });
    const token = tokenOf(made);
    const stranger = server.browser();
    expect((await stranger.post('/api/v1/invitations/look', { token })).json).toMatchObject({ email: 'marta@empresa.es', role: 'manager' });
    // Whatever else is sent along is not taken.
    const sly = await stranger.post('/api/v1/invitations/accept', { token, name: 'Marta', password, role: 'owner', steward: true });
    expect(sly.status).toBe(400);
    const accepted = await stranger.post('/api/v1/invitations/accept', { token, name: 'Marta', password, email: 'otra@empresa.es' });
    expect(accepted.json).toEqual({ email: 'marta@empresa.es' });
    await stranger.signIn('marta@empresa.es', password);
    const { json } = await stranger.get('/api/v1/session');
    expect(json).toMatchObject({
      role: 'manager',
      steward: true,
      amounts: 'hidden',
      rows: { kind: 'team', user: { source: 'crm', id: 'U1' } },
    });
    expect(json.permissions).toContain('data.write');
    expect(json.permissions).not.toContain('people.read');
  });

  it('is used once', async () => {
    const token = tokenOf(await owner.post('/api/v1/invitations', { email: 'uno@empresa.es', role: 'viewer' }));
    const accept = () => server.browser().post('/api/v1/invitations/accept', { token, name: 'Uno', password });
    const answers = await Promise.all([accept(), accept(), accept()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    expect((await accept()).json.code).toBe('invitation_invalid');
  });

  it('expires, can be withdrawn, and ends with a newer one', async () => {
    const start = server.clock.now;
    const token = tokenOf(await owner.post('/api/v1/invitations', { email: 'tarde@empresa.es', role: 'viewer' }));
    const look = async (given: string) => (await server.browser().post('/api/v1/invitations/look', { token: given })).json.code;
    server.clock.now = start.add({ hours: 24 * 7 - 1 });
    expect(await look(token)).toBeUndefined();
    server.clock.now = start.add({ hours: 24 * 7 });
    expect(await look(token)).toBe('invitation_invalid');
    server.clock.now = start;
    const newer = await owner.post('/api/v1/invitations', { email: 'tarde@empresa.es', role: 'viewer' });
    expect(await look(token)).toBe('invitation_invalid');
    expect((await owner.send('DELETE', `/api/v1/invitations/${newer.json.invitation}`)).status).toBe(200);
    expect(await look(tokenOf(newer))).toBe('invitation_invalid');
    expect(await look('x'.repeat(43))).toBe('invitation_invalid');
  });

  it('is not for someone who has an account', async () => {
    expect((await owner.post('/api/v1/invitations', { email: 'OLGA@empresa.es', role: 'viewer' })).json.code).toBe('member_exists');
  });

  it('names a segment that there is', async () => {
    const invite = (segment?: string) =>
      owner.post('/api/v1/invitations', { email: 's@empresa.es', role: 'viewer', rows: 'segment', segment });
    expect((await invite()).json.code).toBe('segment_needed');
    expect((await invite('__proto__')).json.code).toBe('segment_unknown');
  });
});

describe('who may change people', () => {
  it('is nobody below an administrator', async () => {
    for (const role of ['analyst', 'manager', 'member', 'viewer']) {
      const { browser } = await server.join(owner, `${role}@empresa.es`, { role });
      expect((await browser.get('/api/v1/people')).status, role).toBe(403);
      expect((await browser.post('/api/v1/invitations', { email: 'a@b.es', role: 'viewer' })).status, role).toBe(403);
      expect((await browser.send('PATCH', '/api/v1/people/olga@empresa.es', { active: false })).status, role).toBe(403);
      expect((await browser.send('PATCH', `/api/v1/people/${role}@empresa.es`, { role: 'owner' })).status, role).toBe(403);
    }
  });

  it('is an administrator, but over owners only an owner', async () => {
    const { browser: admin, id } = await server.join(owner, 'admin@empresa.es', { role: 'administrator' });
    const { browser: eva } = await server.join(admin, 'eva@empresa.es', { role: 'viewer' });
    for (const answer of [
      await admin.post('/api/v1/invitations', { email: 'o2@empresa.es', role: 'owner' }),
      await admin.send('PATCH', '/api/v1/people/eva@empresa.es', { role: 'owner' }),
      await admin.send('PATCH', `/api/v1/people/${id}`, { role: 'owner' }),
      await admin.send('PATCH', '/api/v1/people/olga@empresa.es', { role: 'viewer' }),
      await admin.send('DELETE', '/api/v1/people/olga@empresa.es'),
      await admin.post('/api/v1/people/olga@empresa.es/reset'),
      await admin.get('/api/v1/sessions?member=olga@empresa.es'),
      await admin.send('DELETE', '/api/v1/sessions/all', { member: 'olga@empresa.es' }),
    ]) {
      expect([answer.status === 200, answer.json.code]).toEqual([false, 'owner_only']);
    }
    const changed = await admin.send('PATCH', '/api/v1/people/eva@empresa.es', { role: 'analyst', personal: 'shown' });
    expect(changed.json).toMatchObject({ role: 'analyst', personal: 'shown', active: true });
    expect((await eva.get('/api/v1/session')).json).toMatchObject({ role: 'analyst', personal: 'shown' });
  });

  it('always leaves an owner', async () => {
    for (const answer of [
      await owner.send('PATCH', '/api/v1/people/olga@empresa.es', { role: 'administrator' }),
      await owner.send('PATCH', '/api/v1/people/olga@empresa.es', { active: false }),
      await owner.send('DELETE', '/api/v1/people/olga@empresa.es'),
    ]) {
      expect(answer.json.code).toBe('last_owner');
    }
    expect((await owner.get('/api/v1/session')).json.role).toBe('owner');
    await server.join(owner, 'otro@empresa.es', { role: 'owner' });
    const both = await Promise.all([
      owner.send('PATCH', '/api/v1/people/olga@empresa.es', { role: 'administrator' }),
      owner.send('PATCH', '/api/v1/people/otro@empresa.es', { role: 'administrator' }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    await server.db
      .updateTable('member')
      .set({ role: 'owner' })
      .where('user_id', 'in', await ownerIds())
      .execute();
  });

  it('shuts a closed account out at once', async () => {
    const { browser: ida, id } = await server.join(owner, 'ida@empresa.es', { role: 'analyst' });
    const { json } = await ida.post('/api/v1/keys', { name: 'informe', permissions: ['kpi.read'] });
    const byKey = () => server.browser().send('GET', '/api/v1/session', undefined, { authorization: `Bearer ${json.secret}` });
    expect((await byKey()).json.kind).toBe('key');
    await owner.send('PATCH', `/api/v1/people/${id}`, { active: false });
    expect((await ida.get('/api/v1/session')).json.kind).toBe('nobody');
    expect((await byKey()).json.kind).toBe('nobody');
    expect((await server.browser().signIn('ida@empresa.es', password)).status).toBe(403);
    await owner.send('PATCH', `/api/v1/people/${id}`, { active: true });
    expect((await server.browser().signIn('ida@empresa.es', password)).status).toBe(200);
    await owner.send('DELETE', `/api/v1/people/${id}`);
    expect((await server.browser().signIn('ida@empresa.es', password)).status).toBe(401);
    expect(await server.db.selectFrom('api_key').select('id').where('user_id', '=', id).execute()).toEqual([]);
  });
});

const ownerIds = async (): Promise<string[]> =>
  (await server.db.selectFrom('auth_user').select('id').where('email', 'in', ['olga@empresa.es', 'otro@empresa.es']).execute()).map(
    ({ id }) => id,
  );
