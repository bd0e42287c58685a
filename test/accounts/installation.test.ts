import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markSample } from '../../src/app/workspace/sample.ts';
import { cuadro } from '../cli/run.ts';
import { type AccountsServer, type Browser, password, startAccounts } from './server.ts';

describe('the sample company', () => {
  let server: AccountsServer;
  beforeAll(async () => {
    server = await startAccounts();
    await markSample(server.folder, { until: '2026-10-31', scale: 1 });
  }, 30_000);
  afterAll(() => server?.stop());

  it('may be looked at from this machine without an account, and says that it is made up', async () => {
    const { json } = await server.browser().get('/api/v1/session');
    expect(json).toMatchObject({ kind: 'guest', role: 'guest', sample: true, personal: 'masked', id: null });
    expect(json.permissions.sort()).toEqual(['data.read', 'kpi.read', 'records.read']);
  });

  it('is not changed, nor its people seen, by whoever looks', async () => {
    const guest = server.browser();
    for (const [method, path, body] of [
      ['GET', '/api/v1/people', undefined],
      ['POST', '/api/v1/invitations', { email: 'a@b.es', role: 'owner' }],
      ['POST', '/api/v1/keys', { name: 'x', permissions: ['kpi.read'] }],
      ['GET', '/api/v1/sessions', undefined],
      ['PATCH', '/api/v1/profile', { name: 'x' }],
    ] as const) {
      expect((await guest.send(method, path, body)).status, path).toBe(403);
    }
  });

  it('is hidden from whoever comes from elsewhere, by a proxy or another name', async () => {
    for (const headers of [
      { 'x-forwarded-for': '203.0.113.9' },
      { forwarded: 'for=203.0.113.9' },
      { 'x-real-ip': '203.0.113.9' },
      { via: '1.1 x' },
    ]) {
      const { json } = await server.browser().send('GET', '/api/v1/session', undefined, headers);
      expect(json.kind, JSON.stringify(headers)).toBe('nobody');
    }
  });

  it('has no guests any more once it has an owner', async () => {
    await server.owner();
    expect((await server.browser().get('/api/v1/session')).json.kind).toBe('nobody');
  });
});

describe('behind a proxy with TLS', () => {
  it('sends cookies that travel encrypted only, and links to the public address', async () => {
    const server = await startAccounts({ CUADRO_SERVER_PUBLIC_URL: 'https://cuadro.empresa.es' });
    try {
      expect(server.firstRun).toMatch(/^https:\/\/cuadro\.empresa\.es\/join#/);
      const token = String(server.firstRun).split('#')[1];
      const browser = server.browser();
      await browser.post('/api/v1/invitations/accept', { token, name: 'Olga', email: 'olga@empresa.es', password });
      const origin = { origin: 'https://cuadro.empresa.es' };
      const answer = await browser.send('POST', '/api/auth/sign-in/email', { email: 'olga@empresa.es', password }, origin);
      expect(answer.headers.getSetCookie().find((line) => line.includes('session_token'))).toMatch(/^__Secure-.*; Secure/i);
      expect((await browser.get('/api/v1/session')).json.kind).toBe('user');
      const invited = await browser.send('POST', '/api/v1/invitations', { email: 'a@empresa.es', role: 'viewer' }, origin);
      expect(invited.json.link).toMatch(/^https:\/\/cuadro\.empresa\.es\/join#/);
    } finally {
      await server.stop();
    }
  });
});

describe('the secret', () => {
  it('is refused when it is too short to be one, in the environment or in its file', async () => {
    const server = await startAccounts({ CUADRO_ACCOUNTS_SECRET: 'corto' });
    try {
      const { json } = await server.browser().signIn('olga@empresa.es', password);
      expect(json.code).toBe('secret_unusable');
    } finally {
      await server.stop();
    }
    const other = await startAccounts();
    try {
      await writeFile(join(other.folder, 'secret.key'), '\n');
      const { json } = await other.browser().signIn('olga@empresa.es', password);
      expect(json.code).toBe('secret_unusable');
    } finally {
      await other.stop();
    }
  });
});

describe('from the shell', () => {
  let server: AccountsServer;
  let owner: Browser;
  beforeAll(async () => {
    server = await startAccounts();
    owner = await server.owner();
  }, 30_000);
  afterAll(() => server?.stop());
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await cuadro(server.folder, [...args, '--data', server.folder, '--json']);
    return { code, json: stdout === '' ? null : JSON.parse(stdout), stderr };
  };

  it('lists, invites and changes people, through the server that runs', async () => {
    const invited = await run('invite', 'ana@empresa.es', '--role', 'manager', '--steward', 'yes', '--crm-user', 'crm:U7');
    expect(invited.json).toMatchObject({ email: 'ana@empresa.es', mailed: false });
    const token = String(invited.json.path).split('#')[1];
    await server.browser().post('/api/v1/invitations/accept', { token, name: 'Ana', password });
    const { members } = (await run('people')).json;
    expect(members.map(({ email, role }: { email: string; role: string }) => [email, role])).toEqual([
      ['ana@empresa.es', 'manager'],
      ['olga@empresa.es', 'owner'],
    ]);
    const changed = await run('member', 'ana@empresa.es', '--role', 'owner', '--rows', 'all', '--crm-user', 'none');
    expect(changed.json).toMatchObject({ role: 'owner', rows: 'all', crmUser: null, steward: true });
    expect((await run('member', 'olga@empresa.es', '--close')).json.active).toBe(false);
    expect((await owner.get('/api/v1/session')).json.kind).toBe('nobody');
    expect((await run('member', 'ana@empresa.es', '--remove')).json.error.code).toBe('last_owner');
    expect((await run('member', 'ana@empresa.es')).json.error.code).toBe('option_invalid');
    expect((await run('member', 'ana@empresa.es', '--close', '--remove')).json.error.code).toBe('option_invalid');
  });

  it('lets a locked-out owner in again', async () => {
    await run('member', 'olga@empresa.es', '--reopen');
    const { json } = await run('member', 'olga@empresa.es', '--reset-password');
    const body = { token: String(json.path).split('#')[1], newPassword: 'otra frase muy mía' };
    expect((await server.browser().post('/api/auth/reset-password', body)).status).toBe(200);
    expect((await server.browser().signIn('olga@empresa.es', 'otra frase muy mía')).status).toBe(200);
  });

  it('makes, lists and ends keys of whom it names', async () => {
    expect((await run('key', '--make', 'x')).json.error.code).toBe('option_missing');
    const made = await run(
      'key',
      '--member',
      'ana@empresa.es',
      '--make',
      'informe',
      '--permissions',
      'kpi.read',
      'export',
      '--days',
      'never',
    );
    expect(made.json.key).toMatchObject({ permissions: ['kpi.read', 'export'], expiresAt: null });
    const byKey = () => server.browser().send('GET', '/api/v1/session', undefined, { authorization: `Bearer ${made.json.secret}` });
    expect((await byKey()).json.kind).toBe('key');
    expect((await run('key', '--member', 'ana@empresa.es')).json.keys).toHaveLength(1);
    expect((await run('key', '--member', 'ana@empresa.es', '--end', made.json.key.id)).json).toEqual({ ended: 'informe' });
    expect((await byKey()).json.kind).toBe('nobody');
  });
});
