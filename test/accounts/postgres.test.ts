import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';
import { type AccountsServer, type Browser, password, startAccounts } from './server.ts';
import { totpCode } from './totp.ts';

let postgres: PostgresServer;
let server: AccountsServer;
let owner: Browser;

beforeAll(async () => {
  postgres = await startPostgres();
  server = await startAccounts({}, await postgres.newDatabase());
  owner = await server.owner();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await postgres?.stop();
});

it('signs in, lists and ends sessions with the store in PostgreSQL', async () => {
  const other = server.browser();
  await other.signIn('olga@empresa.es', password);
  const { sessions } = (await owner.get('/api/v1/sessions')).json;
  expect(sessions).toHaveLength(2);
  expect((await owner.send('DELETE', '/api/v1/sessions/others')).json).toEqual({ ended: 1 });
  expect((await other.get('/api/v1/session')).json.kind).toBe('nobody');
  expect((await server.browser().signIn('olga@empresa.es', 'otra cosa larga')).status).toBe(401);
});

it('keeps second factors and keys there', async () => {
  const { browser, id } = await server.join(owner, 'ana@empresa.es', { role: 'analyst', steward: true });
  const { json } = await browser.post('/api/auth/two-factor/enable', { password });
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: totpCode(json.totpURI) })).status).toBe(200);
  const again = server.browser();
  expect((await again.signIn('ana@empresa.es', password)).json.twoFactorRedirect).toBe(true);
  expect((await again.post('/api/auth/two-factor/verify-backup-code', { code: json.backupCodes[0] })).status).toBe(200);
  const made = await again.post('/api/v1/keys', { name: 'informe', permissions: ['kpi.read'] });
  const byKey = await server.browser().send('GET', '/api/v1/session', undefined, { authorization: `Bearer ${made.json.secret}` });
  expect(byKey.json).toMatchObject({ kind: 'key', id });
});

it('resets a password by a link, once', async () => {
  const { json } = await owner.post('/api/v1/people/ana@empresa.es/reset');
  const body = { token: json.path.split('#')[1], newPassword: 'otra frase muy mía' };
  const reset = () => server.browser().post('/api/auth/reset-password', body);
  const answers = await Promise.all([reset(), reset(), reset()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
});

it('uses an invitation once, and leaves an owner, however many ask at the same time', async () => {
  const { json } = await owner.post('/api/v1/invitations', { email: 'uno@empresa.es', role: 'owner' });
  const body = { token: json.path.split('#')[1], name: 'Uno', password };
  const accept = () => server.browser().post('/api/v1/invitations/accept', body);
  const accepted = await Promise.all([accept(), accept(), accept()]);
  expect(accepted.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  const demote = (who: string) => owner.send('PATCH', `/api/v1/people/${who}@empresa.es`, { role: 'administrator' });
  const demoted = await Promise.all([demote('olga'), demote('uno')]);
  expect(demoted.filter(({ status }) => status === 200)).toHaveLength(1);
  const owners = await server.db.selectFrom('member').select('user_id').where('role', '=', 'owner').execute();
  expect(owners).toHaveLength(1);
});
