import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsServer, type Browser, password, startAccounts } from './server.ts';

let server: AccountsServer;
let owner: Browser;

beforeAll(async () => {
  server = await startAccounts();
  owner = await server.owner();
}, 30_000);
afterAll(() => server?.stop());

describe('an attempt to sign in', () => {
  it('costs as much and says the same for an address that nobody has', async () => {
    const attempt = async (email: string) => {
      const before = server.passwords.calls;
      const { status, text } = await server.browser().signIn(email, 'otra cosa larga');
      return { status, text, hashed: server.passwords.calls - before };
    };
    const known = await attempt('olga@empresa.es');
    expect(known).toMatchObject({ status: 401, hashed: 1 });
    expect(await attempt('nadie@empresa.es')).toEqual(known);
    // Nor for someone who signs in elsewhere and has no password here.
    const { id } = await server.join(owner, 'sinclave@empresa.es', { role: 'viewer' });
    await server.db.deleteFrom('auth_account').where('userId', '=', id).execute();
    expect(await attempt('sinclave@empresa.es')).toEqual(known);
  });

  it('stops being heard after ten failures for one address, whether anyone has it or not', async () => {
    await server.join(owner, 'tenaz@empresa.es', { role: 'viewer' });
    for (const email of ['tenaz@empresa.es', 'inventado@empresa.es']) {
      for (let tried = 0; tried < 10; tried++) expect((await server.browser().signIn(email, `intento número ${tried}`)).status).toBe(401);
      const before = server.passwords.calls;
      expect((await server.browser().signIn(email.toUpperCase(), password)).status).toBe(429);
      expect(server.passwords.calls).toBe(before);
    }
    expect((await server.browser().signIn('olga@empresa.es', password)).status).toBe(200);
  });
});

describe('the audit log', () => {
  it('tells who signed in, who tried and from where, and never what they typed', async () => {
    await server.join(owner, 'rastro@empresa.es', { role: 'viewer' });
    const browser = server.browser();
    await browser.signIn('rastro@empresa.es', 'secreto de prueba');
    await browser.signIn('secreto escrito en mal sitio', 'x');
    await browser.signIn('rastro@empresa.es', password);
    await browser.post('/api/auth/sign-out');
    const rows = await server.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('operation', 'like', 'sign%')
      .orderBy('sequence', 'desc')
      .limit(4)
      .execute();
    const { id } = await server.db.selectFrom('auth_user').select('id').where('email', '=', 'rastro@empresa.es').executeTakeFirstOrThrow();
    expect(
      rows.reverse().map(({ operation, outcome, actor_id, detail, origin }) => [operation, outcome, actor_id, detail, origin]),
    ).toEqual([
      ['sign_in', 'refused', null, JSON.stringify({ member: id }), '127.0.0.1'],
      ['sign_in', 'refused', null, '{}', '127.0.0.1'],
      ['sign_in', 'ok', id, '{}', '127.0.0.1'],
      ['sign_out', 'ok', id, '{}', '127.0.0.1'],
    ]);
    const all = JSON.stringify(await server.db.selectFrom('audit_entry').selectAll().execute());
    for (const word of ['secreto', password]) expect(all).not.toContain(word);
  });
});
