import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/server/http/limits.ts';
import { type Identity, type Spoilt, startProvider } from '../accounts/provider.ts';
import { type Served, serveSample } from './serve.ts';
import { openBrowser, photograph, settle, violations, visit } from './visit.ts';

/** Single sign-on as somebody at a browser meets it; the answers one by one are tried in `test/accounts/single-sign-on.test.ts`. */

const password = 'una frase muy mía';
const ana: Identity = { sub: 'ana', email: 'ana@empresa.es', email_verified: true, name: 'Ana Ruiz' };
const luis: Identity = { sub: 'luis', email: 'luis@otra.example', email_verified: true, name: 'Luis Gil' };

let provider: Awaited<ReturnType<typeof startProvider>>;
let served: Served;
let browser: Browser;
/** One who looks on in Spanish and one in English, for the whole file: what each attempt leaves behind is the next one's to bear. */
let es: Page;
let en: Page;
/** Where Ana's invitation leads. */
let invitation: string;
let troubles: () => readonly string[];
let closeAll: () => Promise<unknown>;

beforeAll(async () => {
  // By this name it is another site than Cuadro at 127.0.0.1, as a provider is: what comes back from another site brings fewer cookies.
  provider = await startProvider('localhost');
  provider.state.isDown = true;
  const settings = {
    CUADRO_SSO_ISSUER: provider.issuer,
    CUADRO_SSO_CLIENT_ID: 'cuadro',
    CUADRO_SSO_CLIENT_SECRET: 'muy secreto',
    CUADRO_SSO_NAME: 'Empresa',
  };
  served = await serveSample(0.02, undefined, settings, { limits: { ...defaultLimits, signIns: 10_000 } });
  browser = await openBrowser();
  const post = async (path: string, body: unknown, cookie = ''): Promise<Response> => {
    const answer = await fetch(served.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: served.url, cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
  };
  const token = String(served.firstRun).split('#')[1];
  await post('/api/v1/invitations/accept', { token, name: 'Olga', email: 'olga@empresa.es', password });
  const signed = await post('/api/auth/sign-in/email', { email: 'olga@empresa.es', password });
  const cookie = signed.headers.getSetCookie().map((line) => line.split(';')[0]);
  const invited = await post('/api/v1/invitations', { email: ana.email, role: 'analyst' }, cookie.join('; '));
  invitation = (await invited.json()).path;
  const [first, second] = await Promise.all([
    visit(browser, `${served.url}/sign-in`),
    visit(browser, `${served.url}/sign-in`, { language: 'en', theme: 'dark', width: 320 }),
  ]);
  [es, en] = [first.page, second.page];
  troubles = () => [...first.troubles, ...second.troubles];
  closeAll = () => Promise.all([first.close(), second.close()]);
}, 300_000);
afterAll(async () => {
  await closeAll?.();
  await browser?.close();
  await served?.close();
  await provider?.stop();
});
beforeEach(() => {
  provider.state.spoilt = null;
});

const button = (page: Page) => page.getByRole('button', { name: /(Entrar|Sign in) (con|with) Empresa/ });
const kindOf = async (page: Page): Promise<string> => (await (await page.request.get(`${served.url}/api/v1/session`)).json()).kind;

/** Goes to the provider as somebody and comes back to the page of sign-in. @returns what it says */
async function refusedAs(page: Page, identity: Identity): Promise<string> {
  provider.state.identity = identity;
  if (!page.url().endsWith('/sign-in')) await page.goto(`${served.url}/sign-in`);
  await button(page).click();
  await page.waitForURL(/\/sign-in\?error=/);
  const told = String(await page.getByRole('alert').textContent());
  expect(await kindOf(page)).toBe('nobody');
  return told;
}

describe('single sign-on in a browser', () => {
  it('says that the provider is down, and works when it is up again', async () => {
    await button(es).click();
    expect(await es.getByRole('alert').textContent()).toContain('El servicio de identidad de su empresa no responde');
    await button(en).click();
    expect(await en.getByRole('alert').textContent()).toContain("Your company's identity service does not answer");
    expect(await kindOf(es)).toBe('nobody');
    // A password needs no provider.
    expect((await es.request.get(`${served.url}/api/auth/get-session`)).status()).toBe(200);
    provider.state.isDown = false;
  });

  it('tells whoever was not invited so, and gives them nothing', async () => {
    // It had failed: it is asked again after a second.
    const begin = () =>
      es.request.post(`${served.url}/api/auth/sign-in/social`, { data: { provider: 'sso' }, headers: { origin: served.url } });
    await expect.poll(async () => (await begin()).status(), { timeout: 10_000, interval: 250 }).toBe(200);
    expect(await refusedAs(es, luis)).toContain('nadie le ha invitado a Cuadro');
    await photograph(es, 'sign-in-not-invited');
    expect(await violations(es)).toEqual([]);
    expect(await refusedAs(en, luis)).toContain('nobody has invited you to Cuadro');
    expect(await violations(en)).toEqual([]);
    expect((await es.request.get(`${served.url}/api/v1/people`)).status()).toBe(401);
    expect(await refusedAs(es, { ...ana, email_verified: false })).toContain('no confirma que esa dirección de correo sea suya');
  });

  const lies: readonly (readonly [Spoilt, RegExp])[] = [
    ['signature', /no es de fiar, así que no se ha abierto ninguna sesión/],
    ['issuer', /no es de fiar/],
    ['audience', /no es de fiar/],
    ['expired', /no es de fiar/],
    ['code', /no ha completado el acceso/],
  ];
  it.each(lies)('opens no session by a provider that lies: %s', async (spoilt, told) => {
    provider.state.spoilt = spoilt;
    expect(await refusedAs(es, ana)).toMatch(told);
  });

  it('shows the board to whoever was invited, once for each way back, until they sign out', async () => {
    provider.state.identity = ana;
    await es.goto(served.url + invitation);
    await button(es).waitFor();
    await photograph(es, 'join-single-sign-on');
    expect(await violations(es)).toEqual([]);
    const back = es.waitForRequest(/\/api\/auth\/callback\/sso/);
    await button(es).click();
    await es.waitForURL(`${served.url}/`);
    await settle(es);
    await es.getByRole('article').nth(2).waitFor();
    const user = es.getByRole('button', { name: /Ana Ruiz/ });
    await user.click();
    await es.getByRole('menuitem', { name: 'Salir' }).click();
    await es.waitForURL(`${served.url}/sign-in`);
    expect(await kindOf(es)).toBe('nobody');
    // The way back again, as somebody might find it in the browser's history.
    await es.goto((await back).url());
    expect(await es.getByRole('alert').textContent()).toContain('ya se usó o ha caducado');
    expect(await kindOf(es)).toBe('nobody');
    // The provider that was down is told in the console too, as any answer of 503.
    expect(troubles().filter((line) => !line.includes('503'))).toEqual([]);
  });
});
