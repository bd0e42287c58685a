import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsServer, type Browser, password, startAccounts } from './server.ts';
import { totpCode } from './totp.ts';

let server: AccountsServer;
let owner: Browser;

beforeAll(async () => {
  server = await startAccounts();
  owner = await server.owner();
}, 30_000);
afterAll(() => server?.stop());

describe('a code from an authenticator application', () => {
  let uri: string;
  let backupCodes: string[];

  it('is set up with the password and a first code', async () => {
    expect((await owner.post('/api/auth/two-factor/enable', { password: 'otra cosa larga' })).status).toBe(400);
    const { json } = await owner.post('/api/auth/two-factor/enable', { password });
    ({ totpURI: uri, backupCodes } = json);
    expect(backupCodes).toHaveLength(10);
    // Until a code has been shown to work, signing in asks for none: nobody locks themselves out.
    expect((await owner.get('/api/v1/session')).json.twoFactor).toBe(false);
    expect((await owner.post('/api/auth/two-factor/verify-totp', { code: totpCode(uri) })).status).toBe(200);
    expect((await owner.get('/api/v1/session')).json.twoFactor).toBe(true);
  });

  it('is kept as nobody can read it', async () => {
    const kept = JSON.stringify(await server.db.selectFrom('auth_two_factor').selectAll().execute());
    expect(kept).not.toContain(new URL(uri).searchParams.get('secret'));
    for (const code of backupCodes) expect(kept).not.toContain(code);
  });

  it('is asked for after the password, which alone opens nothing', async () => {
    const browser = server.browser();
    const first = await browser.signIn('olga@empresa.es', password);
    expect(first.json.twoFactorRedirect).toBe(true);
    expect((await browser.get('/api/v1/session')).json.kind).toBe('nobody');
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: totpCode(uri, Date.now() - 600_000) })).status).toBe(401);
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: totpCode(uri) })).status).toBe(200);
    expect((await browser.get('/api/v1/session')).json.kind).toBe('user');
    // Without a password before it, a code is worth nothing.
    expect((await server.browser().post('/api/auth/two-factor/verify-totp', { code: totpCode(uri) })).status).toBe(401);
  });

  it('is replaced by a backup code once', async () => {
    const [code = ''] = backupCodes;
    const use = async () => {
      const browser = server.browser();
      await browser.signIn('olga@empresa.es', password);
      return (await browser.post('/api/auth/two-factor/verify-backup-code', { code })).status;
    };
    expect(await use()).toBe(200);
    expect(await use()).toBe(401);
  });

  it('is not guessed: after ten wrong ones the account waits', async () => {
    const { browser, id } = await server.join(owner, 'lenta@empresa.es', { role: 'viewer' });
    const { json } = await browser.post('/api/auth/two-factor/enable', { password });
    await browser.post('/api/auth/two-factor/verify-totp', { code: totpCode(json.totpURI) });
    for (let challenge = 0; challenge < 3; challenge++) {
      const thief = server.browser();
      await thief.signIn('lenta@empresa.es', password);
      for (let tried = 0; tried < 4; tried++) await thief.post('/api/auth/two-factor/verify-totp', { code: '123456' });
    }
    const right = server.browser();
    await right.signIn('lenta@empresa.es', password);
    expect((await right.post('/api/auth/two-factor/verify-totp', { code: totpCode(json.totpURI) })).status).not.toBe(200);
    expect((await right.get('/api/v1/session')).json.kind).toBe('nobody');
    // Who has lost it asks someone who may change people.
    expect((await owner.send('PATCH', `/api/v1/people/${id}`, { clearSecondFactor: true })).json.twoFactor).toBe(false);
    expect((await right.signIn('lenta@empresa.es', password)).status).toBe(200);
    expect((await right.get('/api/v1/session')).json.kind).toBe('user');
  });
});

/** What a security key answers, made here: a P-256 key, no attestation. */
class Authenticator {
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  readonly #origin: string;
  #uses = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  #data(rpId: string, attested: Buffer): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#uses);
    const flags = 0x01 | 0x04 | (attested.length > 0 ? 0x40 : 0);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter, attested]);
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }));
  }

  #response(response: Readonly<Record<string, Buffer>>) {
    const id = this.#id.toString('base64url');
    const texts = Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]));
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: texts };
  }

  register(rpId: string, challenge: string) {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    // COSE: a map of key type EC2, ES256, curve P-256, x, y.
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
    const data = this.#data(rpId, Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), this.#id, cose]));
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return this.#response({ clientDataJSON: this.#client('webauthn.create', challenge), attestationObject });
  }

  assert(rpId: string, challenge: string, key = this.#pair.privateKey) {
    const authenticatorData = this.#data(rpId, Buffer.alloc(0));
    const clientDataJSON = this.#client('webauthn.get', challenge);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
    return this.#response({ clientDataJSON, authenticatorData, signature: sign('sha256', signed, key) });
  }
}

describe('a passkey', () => {
  const path = (name: string): string => `/api/auth/passkey/${name}`;
  let person: { browser: Browser; id: string };
  let device: Authenticator;

  beforeAll(async () => {
    person = await server.join(owner, 'llave@empresa.es', { role: 'viewer' });
    device = new Authenticator(server.url);
  });

  it('is registered by whoever is signed in', async () => {
    expect((await server.browser().get(path('generate-register-options'))).status).toBe(401);
    const { json: options } = await person.browser.get(path('generate-register-options'));
    expect(options.rp).toEqual({ id: 'localhost', name: 'Prueba' });
    expect(options.authenticatorSelection).toMatchObject({ userVerification: 'required', residentKey: 'required' });
    const elsewhere = new Authenticator('https://malo.example').register('localhost', options.challenge);
    expect((await person.browser.post(path('verify-registration'), { response: elsewhere })).status).not.toBe(200);
    const { json: again } = await person.browser.get(path('generate-register-options'));
    const answer = await person.browser.post(path('verify-registration'), {
      response: device.register('localhost', again.challenge),
      name: 'portátil',
    });
    expect([answer.status, answer.json?.name]).toEqual([200, 'portátil']);
  });

  it('opens a session without a password, and no forged one does', async () => {
    const browser = server.browser();
    const challenge = async () => (await browser.get(path('generate-authenticate-options'))).json.challenge;
    const forger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const forged = device.assert('localhost', await challenge(), forger);
    expect((await browser.post(path('verify-authentication'), { response: forged })).status).not.toBe(200);
    await challenge();
    const stale = device.assert('localhost', randomBytes(32).toString('base64url'));
    expect((await browser.post(path('verify-authentication'), { response: stale })).status).not.toBe(200);
    expect((await browser.get('/api/v1/session')).json.kind).toBe('nobody');
    const right = device.assert('localhost', await challenge());
    expect((await browser.post(path('verify-authentication'), { response: right })).status).toBe(200);
    expect((await browser.get('/api/v1/session')).json.id).toBe(person.id);
    // The same answer a second time is no answer.
    expect((await server.browser().post(path('verify-authentication'), { response: right })).status).not.toBe(200);
  });

  it("is nobody else's to see, rename or delete", async () => {
    const [{ id }] = (await person.browser.get(path('list-user-passkeys'))).json;
    const { browser: mallory } = await server.join(owner, 'mallory@empresa.es', { role: 'viewer' });
    expect((await mallory.get(path('list-user-passkeys'))).json).toEqual([]);
    expect((await mallory.post(path('delete-passkey'), { id })).status).not.toBe(200);
    expect((await mallory.post(path('update-passkey'), { id, name: 'mía' })).status).not.toBe(200);
    expect((await person.browser.get(path('list-user-passkeys'))).json).toMatchObject([{ id, name: 'portátil' }]);
  });

  it('opens nothing to a closed account', async () => {
    await owner.send('PATCH', `/api/v1/people/${person.id}`, { active: false });
    const browser = server.browser();
    const { json } = await browser.get(path('generate-authenticate-options'));
    expect((await browser.post(path('verify-authentication'), { response: device.assert('localhost', json.challenge) })).status).not.toBe(
      200,
    );
    expect((await browser.get('/api/v1/session')).json.kind).toBe('nobody');
  });
});
