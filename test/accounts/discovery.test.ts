import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/app/config/schema.ts';
import { checkSso } from '../../src/app/doctor/network.ts';
import { discover, KnownProvider } from '../../src/app/people/sign-in/discovery.ts';
import { startProvider } from './provider.ts';

/** Where nobody listens. */
let nobody = '';
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
  const gone = await startProvider();
  nobody = gone.issuer;
  await gone.stop();
  provider = await startProvider();
});
afterAll(() => provider.stop());

const sso = (settings: Partial<typeof defaultConfig.sso>) =>
  checkSso({
    ...defaultConfig,
    server: { ...defaultConfig.server, public_url: 'https://cuadro.example.com' },
    sso: { ...defaultConfig.sso, ...settings },
  });

describe('what a provider publishes', () => {
  it('is believed where it calls itself what the settings call it, with a slash at the end or without', async () => {
    expect(await discover(`${provider.issuer}/`)).toMatchObject({ ok: true, document: { issuer: provider.issuer } });
    provider.state.spoilt = 'document';
    expect(await discover(provider.issuer)).toEqual({ ok: false, why: 'other_issuer', found: 'https://otro.example' });
    provider.state.spoilt = null;
  });

  it('is told apart from what is down and from what is no provider', async () => {
    provider.state.isDown = true;
    expect(await discover(provider.issuer)).toEqual({ ok: false, why: 'unreachable', found: '503' });
    provider.state.isDown = false;
    expect(await discover(`${provider.issuer}/elsewhere`)).toEqual({ ok: false, why: 'no_document', found: '404' });
    expect(await discover(nobody)).toEqual({ ok: false, why: 'unreachable', found: 'ECONNREFUSED' });
  });

  it('is waited for by whoever signs in by it and by nobody else, and complained of once', async () => {
    const complaints: string[] = [];
    const known = new KnownProvider((message) => complaints.push(message));
    expect(known.now(nobody)).toBeNull();
    expect(await known.ask(nobody)).toMatchObject({ ok: false });
    expect(known.now(nobody)).toMatchObject({ ok: false });
    expect(complaints).toEqual(['single sign-on: unreachable (ECONNREFUSED)']);
    // Other settings are another provider.
    expect(await known.ask(provider.issuer)).toMatchObject({ ok: true });
    expect(known.now(provider.issuer)).toMatchObject({ ok: true });
  });

  it('is told by the doctor, with the address to come back to', async () => {
    expect(await sso({})).toMatchObject({ code: 'sso_none', severity: 'ok' });
    expect(await sso({ issuer: provider.issuer })).toMatchObject({ code: 'sso_no_client', severity: 'error' });
    expect(await sso({ issuer: provider.issuer, client_id: 'cuadro' })).toEqual({
      code: 'sso',
      severity: 'ok',
      params: { issuer: provider.issuer, back: 'https://cuadro.example.com/api/auth/callback/sso' },
    });
    expect(await sso({ issuer: nobody, client_id: 'cuadro' })).toMatchObject({ code: 'sso_unreachable', severity: 'error' });
  });
});
