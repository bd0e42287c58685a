import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Identity {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly [claim: string]: unknown;
}

/** How a provider lies; `document`: it publishes another issuer; `person`: userinfo speaks of somebody else; `code`: it takes no code. */
export type Spoilt = 'signature' | 'audience' | 'nonce' | 'issuer' | 'expired' | 'endless' | 'token' | 'document' | 'person' | 'code';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider of single sign-on that believes whoever the test says is there. @param name by which it is known; it listens on 127.0.0.1 */
export async function startProvider(name = '127.0.0.1') {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  const pending = new Map<string, { identity: Identity; nonce: string | null }>();
  const told = new Map<string, Identity>();
  const state = {
    /** Who signs in next. */
    identity: { sub: '1', email: '' } as Identity,
    /** How the token is spoilt. */
    spoilt: null as Spoilt | null,
    secrets: [] as string[],
    /** Answers nothing but 503. */
    isDown: false,
    /** Where the address stands: in the token, or told by userinfo. */
    emailIn: 'token' as 'token' | 'userinfo',
  };

  const tokenOf = ({ identity, nonce }: { identity: Identity; nonce: string | null }): string => {
    const seconds = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: state.spoilt === 'issuer' ? 'https://otro.example' : issuer,
      aud: state.spoilt === 'audience' ? 'otro' : 'cuadro',
      iat: seconds,
      ...(state.spoilt === 'endless' ? {} : { exp: state.spoilt === 'expired' ? seconds - 300 : seconds + 300 }),
      ...(nonce === null ? {} : { nonce: state.spoilt === 'nonce' ? 'otro' : nonce }),
      ...(state.emailIn === 'token' ? identity : { sub: identity.sub }),
    };
    const content = `${encoded({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${encoded(claims)}`;
    const key: KeyObject = state.spoilt === 'signature' ? stranger : privateKey;
    return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (state.isDown) return json({}, 503);
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer: state.spoilt === 'document' ? 'https://otro.example' : issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (url.pathname === '/jwks') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/userinfo') {
      const found = told.get(String(request.headers.authorization).replace('Bearer ', ''));
      return found ? json(state.spoilt === 'person' ? { ...found, sub: 'otra' } : found) : json({}, 401);
    }
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      pending.set(code, { identity: state.identity, nonce: url.searchParams.get('nonce') });
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === '/token') {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const form = new URLSearchParams(body);
      state.secrets.push(form.get('client_secret') ?? '');
      const found = pending.get(form.get('code') ?? '');
      pending.delete(form.get('code') ?? '');
      if (!found || form.get('code_verifier') === null || state.spoilt === 'code') return json({ error: 'invalid_grant' }, 400);
      const access = randomUUID();
      told.set(access, found.identity);
      const token = state.spoilt === 'token' ? {} : { id_token: tokenOf(found) };
      return json({ access_token: access, token_type: 'Bearer', expires_in: 300, ...token });
    }
    return json({}, 404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://${name}:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    state,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
