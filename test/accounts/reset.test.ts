import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AccountsServer, type Browser, password, startAccounts } from './server.ts';

let server: AccountsServer;
let owner: Browser;
let smtp: SMTPServer;
const mail: { to: string; text: string }[] = [];
const waiting: (() => void)[] = [];

/** Quoted-printable, as texts with accents go. */
function decoded(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replaceAll('\r\n', '\n');
  if (/content-transfer-encoding: base64/i.test(raw)) return Buffer.from(body, 'base64').toString();
  const bytes = body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

const nextMail = async (): Promise<{ to: string; text: string }> => {
  while (mail.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  return mail.shift() ?? { to: '', text: '' };
};
const linkIn = (text: string): string => /https?:\/\/\S+#\S+/.exec(text)?.[0] ?? '';

beforeAll(async () => {
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mail.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: decoded(Buffer.concat(chunks).toString()) });
        for (const wake of waiting.splice(0)) wake();
        done();
      });
    },
  });
  const listening = smtp.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => listening.once('listening', resolve));
  const { port } = listening.address() as AddressInfo;
  server = await startAccounts({
    CUADRO_MAIL_HOST: '127.0.0.1',
    CUADRO_MAIL_PORT: String(port),
    CUADRO_MAIL_ENCRYPTION: 'none',
    CUADRO_MAIL_FROM: 'Cuadro <cuadro@empresa.es>',
  });
  owner = await server.owner();
}, 30_000);
afterAll(async () => {
  await server?.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});
beforeEach(() => mail.splice(0));

const ask = (email: string) => server.browser().post('/api/auth/request-password-reset', { email });
const reset = (token: string, newPassword: string) => server.browser().post('/api/auth/reset-password', { token, newPassword });

describe('mail', () => {
  it('brings an invitation', async () => {
    const { json } = await owner.post('/api/v1/invitations', { email: 'berta@empresa.es', role: 'viewer' });
    expect(json.mailed).toBe(true);
    const { to, text } = await nextMail();
    expect(to).toBe('berta@empresa.es');
    expect(text).toContain('Prueba');
    expect(linkIn(text)).toBe(json.link);
  });

  it('cannot be turned to another address', async () => {
    for (const email of ['a@b.es\r\nBcc: c@d.es', 'a@b.es,c@d.es', 'a@b.es>, <c@d.es', '"a"@b.es, c@d.es']) {
      expect((await owner.post('/api/v1/invitations', { email, role: 'viewer' })).status, email).toBe(400);
    }
    expect(mail).toEqual([]);
  });
});

describe('a new password', () => {
  it('is asked for with one answer, whether anyone has the address or not', async () => {
    const known = await ask('olga@empresa.es');
    const unknown = await ask('nadie@empresa.es');
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect(unknown.status).toBe(200);
    expect((await nextMail()).to).toBe('olga@empresa.es');
    expect(mail).toEqual([]);
  });

  it('is set once by the link that came, and ends all sessions', async () => {
    const { browser } = await server.join(owner, 'carla@empresa.es', { role: 'viewer' });
    mail.splice(0);
    await ask('carla@empresa.es');
    const { text } = await nextMail();
    const link = linkIn(text);
    expect(link).toMatch(/\/reset#/);
    const token = link.split('#')[1] ?? '';
    expect(JSON.stringify(await server.db.selectFrom('auth_verification').selectAll().execute())).not.toContain(token);
    expect((await reset(token, 'corta')).status).toBe(400);
    expect((await reset(token, 'Contraseña2026')).json.code).toBe('PASSWORD_COMMON');
    expect((await reset(token, 'otra frase muy mía')).status).toBe(200);
    expect((await browser.get('/api/v1/session')).json.kind).toBe('nobody');
    expect((await server.browser().signIn('carla@empresa.es', password)).status).toBe(401);
    expect((await server.browser().signIn('carla@empresa.es', 'otra frase muy mía')).status).toBe(200);
    expect((await reset(token, 'la tercera frase mía')).status).toBe(400);
  });

  it('is not set by a link that has expired or was made up', async () => {
    await ask('olga@empresa.es');
    const token = linkIn((await nextMail()).text).split('#')[1] ?? '';
    await server.db
      .updateTable('auth_verification')
      .set({ expiresAt: new Date(Date.now() - 1_000).toISOString() })
      .execute();
    expect((await reset(token, 'otra frase muy mía')).status).toBe(400);
    expect((await reset('x'.repeat(24), 'otra frase muy mía')).status).toBe(400);
    expect((await server.browser().signIn('olga@empresa.es', password)).status).toBe(200);
  });

  it('is not sent to a closed account', async () => {
    const { id } = await server.join(owner, 'cerrada@empresa.es', { role: 'viewer' });
    await owner.send('PATCH', `/api/v1/people/${id}`, { active: false });
    await nextMail();
    await ask('cerrada@empresa.es');
    await ask('olga@empresa.es');
    expect((await nextMail()).to).toBe('olga@empresa.es');
  });

  it('is set by a link that an administrator gives by hand, once', async () => {
    await server.join(owner, 'dora@empresa.es', { role: 'viewer' });
    const { json } = await owner.post('/api/v1/people/dora@empresa.es/reset');
    const token = json.path.split('#')[1];
    expect(JSON.stringify(await server.db.selectFrom('auth_verification').selectAll().execute())).not.toContain(token);
    expect((await reset(token, 'otra frase muy mía')).status).toBe(200);
    expect((await reset(token, 'la tercera frase mía')).status).toBe(400);
    expect((await server.browser().signIn('dora@empresa.es', 'otra frase muy mía')).status).toBe(200);
  });

  it('is answered the same when mail does not go out', async () => {
    const nothing = createServer().listen(0, '127.0.0.1');
    await new Promise<void>((resolve) => nothing.once('listening', resolve));
    const { port } = nothing.address() as AddressInfo;
    await new Promise<void>((resolve) => nothing.close(() => resolve()));
    const mute = await startAccounts({
      CUADRO_MAIL_HOST: '127.0.0.1',
      CUADRO_MAIL_PORT: String(port),
      CUADRO_MAIL_ENCRYPTION: 'none',
      CUADRO_MAIL_FROM: 'Cuadro <cuadro@empresa.es>',
    });
    try {
      const boss = await mute.owner();
      expect((await boss.post('/api/v1/invitations', { email: 'eva@empresa.es', role: 'viewer' })).json.mailed).toBe(false);
      expect((await mute.browser().post('/api/auth/request-password-reset', { email: 'olga@empresa.es' })).status).toBe(200);
    } finally {
      await mute.stop();
    }
  });
});
