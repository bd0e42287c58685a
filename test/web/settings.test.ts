/// <reference lib="dom" />
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runnerOf, startJobs } from '../../src/app/jobs/start.ts';
import { tell } from '../../src/app/notices/tell.ts';
import { totpCode } from '../accounts/totp.ts';
import { type Served, serveSample } from './serve.ts';
import { type Look, looks, openBrowser, photograph, scrollsSideways, settle, tooWide, violations, visit } from './visit.ts';

const password = 'una frase muy mía';
const email = 'olga@empresa.es';
const tabs = ['account', 'notices', 'company', 'glossary', 'people', 'keys', 'channels', 'log', 'backups', 'installation'] as const;
/** Those with forms and tables, which narrow pages are hard on; the others in the dark with `npm run test:long` only. */
const narrow = ['company', 'people', 'log', 'backups'];

let served: Served;
let browser: Browser;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>> = [];
beforeAll(async () => {
  served = await serveSample();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** As the owner sees it. */
const open = (path: string, look: Partial<Look> = {}) => visit(browser, served.url + path, look, cookies);

async function check(page: Page, name: string, look: Partial<Look>): Promise<void> {
  await photograph(page, name, look);
  expect(await violations(page), name).toEqual([]);
  expect(await scrollsSideways(page), name).toBe(false);
}

describe('the first run', () => {
  it('shows the settings to a guest, who changes nothing', async () => {
    const { page, troubles, close } = await open('/settings');
    expect(await page.getByRole('button', { name: 'Guardar' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Claves de API' }).click();
    await page.getByText('No tiene permiso para ver esto').waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('makes the owner by the link, and leads to the first board', async () => {
    const path = String(served.firstRun).replace(/^https?:\/\/[^/]+/, '');
    for (const look of looks.slice(1)) {
      const { page, close } = await open(path, look);
      await page.locator('input[name=password]').waitFor();
      await check(page, 'join', look);
      await close();
    }
    const { page, troubles, close } = await open(path);
    await page.getByLabel('Nombre').fill('Olga Prado');
    await page.getByLabel('Correo electrónico').fill(email);
    await page.getByLabel('Contraseña', { exact: true }).fill('corta');
    await page.getByRole('button', { name: 'Crear cuenta y entrar' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('demasiado corta');
    await page.getByLabel('Contraseña', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/start');
    cookies = await page.context().cookies();
    // A password that was too short is told in the console too, as any answer of 422.
    expect(troubles.filter((line) => !line.includes('422'))).toEqual([]);
    await close();
  });

  it('goes from the company to a board in four steps, then to what keeps watch', async () => {
    const { page, troubles, close } = await open('/start');
    await check(page, 'start-company', {});
    await page.getByRole('button', { name: 'Seguir', exact: true }).click();
    await page.getByRole('button', { name: 'Seguir con los datos de ejemplo' }).waitFor();
    await check(page, 'start-data', {});
    await page.getByRole('button', { name: 'Seguir con los datos de ejemplo' }).click();
    const goals = page.getByRole('group', { name: 'Sus objetivos' }).getByRole('checkbox');
    await goals.first().waitFor();
    for (const index of [0, 1, 2]) await goals.nth(index).check();
    expect(await goals.nth(3).isDisabled()).toBe(true);
    await check(page, 'start-goals', {});
    await page.getByRole('button', { name: 'Seguir', exact: true }).click();
    await page.getByRole('button', { name: 'Guardar tablero' }).waitFor();
    await check(page, 'start-kpis', {});
    await page.getByRole('button', { name: 'Guardar tablero' }).click();
    await page.getByText('Ya tiene su tablero «Mi tablero»').waitFor();
    const { boards } = await page.evaluate(async () => (await fetch('/api/v1/boards')).json());
    expect(boards).toMatchObject([{ name: 'Mi tablero', shared: false, mine: true }]);
    expect(boards[0].layout.cards.length).toBeGreaterThan(2);
    expect(boards[0].layout.goals).toHaveLength(3);
    await page.getByRole('button', { name: 'Seguir', exact: true }).click();
    const follow = page.getByRole('region', { name: /^Primeros pasos/ });
    // The sample has targets and a rule of its own, and no mail server.
    await follow.getByText('Hay una meta puesta').waitFor();
    await follow.getByText('2 de 3').waitFor();
    await follow.getByText('Falta el servidor de correo').waitFor();
    await check(page, 'start-follow', {});
    await page.goto(`${served.url}/`);
    await follow.getByRole('link', { name: 'Reciba el resumen' }).waitFor();
    await follow.getByRole('button', { name: 'Ocultar' }).click();
    await follow.waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('the settings', () => {
  it.each(looks)('in $language, $theme, $width px', async (look) => {
    const { page, troubles, close } = await open('/settings', look);
    const links = page.locator('nav a[href*="tab="]');
    for (const [index, tab] of tabs.entries()) {
      if (look.width < 720 && !narrow.includes(tab)) continue;
      await links.nth(index).click();
      await page.waitForURL(`**tab=${tab}*`);
      await settle(page);
      await check(page, `settings-${tab}`, look);
      expect(await tooWide(page), tab).toEqual([]);
    }
    expect(troubles).toEqual([]);
    await close();
  });

  it('bring notices: counted while one looks, read by following them; by e-mail what one chooses; outside by a channel', async () => {
    const { db } = await served.host.store();
    const now = Temporal.Instant.from('2026-07-15T09:00:00Z');
    const { page, troubles, close } = await open('/settings?tab=notices');
    await page.getByLabel('Le dan la enhorabuena').uncheck();
    await page.getByLabel('Cada cuánto').selectOption('month');
    await page.getByLabel('Día').selectOption('28');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Guardado.').waitFor();
    const chosen = await db.selectFrom('notice_preference').selectAll().execute();
    expect(chosen).toMatchObject([{ digest: 'month', digest_day: 28, digest_hour: 8 }]);
    expect(chosen[0]?.mail).not.toContain('kudos');
    const facts = {
      alert: 'a',
      rule: null,
      says: { es: 'Ha bajado dos meses seguidos.', en: 'Down two months.' },
      value: 0.18,
      limit: 0.25,
      unit: 'rate',
      day: '2026-06-30',
      why: null,
      path: '/kpis/opportunity_conversion_rate?to=2026-06-30',
    } as const;
    await tell(
      db,
      { key: 'web', kind: 'alert_firing', to: [{ role: 'owner' }], about: { kpi: 'opportunity_conversion_rate' }, facts },
      now,
    );
    const runner = runnerOf(served.host, () => now);
    await runner.work();
    await runner.close();
    // Nobody has loaded the page anew.
    await page
      .getByRole('link', { name: /^Bandeja: \d+ avisos? sin leer$/ })
      .first()
      .click();
    const alert = page.getByRole('link', { name: /^Alerta: Tasa de conversión de oportunidades/ }).first();
    await alert.waitFor();
    expect(await page.getByRole('listitem').filter({ has: alert }).textContent()).toMatch(/Valor: 18,0\s%/);
    await check(page, 'notices', {});
    await alert.click();
    await page.waitForURL('**/kpis/opportunity_conversion_rate?to=2026-06-30');
    await expect
      .poll(() =>
        db
          .selectFrom('notice_reader')
          .innerJoin('notice', 'notice.id', 'notice_id')
          .select('read_at')
          .where('key', '=', 'web')
          .where('member_id', 'is not', null)
          .executeTakeFirst(),
      )
      .toMatchObject({ read_at: expect.any(String) });
    await page.goto(`${served.url}/settings?tab=channels`);
    await page.getByRole('button', { name: 'Canal nuevo' }).click();
    await page.getByLabel('Nombre').fill('Calidad');
    await page.getByLabel('Tipo').selectOption('webhook');
    await page.getByLabel('Dirección').fill('https://10.0.0.1/secreto');
    await page.getByRole('button', { name: 'Guardar' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('red privada');
    await page.getByLabel('Dirección').fill('https://avisos.example.com/secreto');
    await page.getByRole('button', { name: 'Guardar' }).click();
    expect(await page.getByLabel('Clave de firma').inputValue()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'Hecho' }).click();
    await page.getByText('avisos.example.com').waitFor();
    expect(await page.content()).not.toContain('secreto');
    await page.getByRole('button', { name: 'Cambiar' }).click();
    await page.getByLabel('Una alerta se recupera').uncheck();
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('button', { name: 'Guardar' }).waitFor({ state: 'detached' });
    const { kinds } = await db.selectFrom('channel').select('kinds').executeTakeFirstOrThrow();
    expect(JSON.parse(kinds)).toEqual(['alert_firing', 'alert_escalated']);
    expect(troubles.filter((line) => !line.includes('422'))).toEqual([]);
    await close();
  });

  it('are written into cuadro.yaml, and not over what someone else has written', async () => {
    const file = join(served.folder, 'cuadro.yaml');
    const { page, close } = await open('/settings?tab=company');
    const section = page.getByRole('region', { name: 'Festivos' });
    await section.getByLabel('Día festivo').fill('25/12/2026');
    await section.getByRole('button', { name: 'Añadir' }).click();
    await section.getByRole('button', { name: 'Guardar' }).click();
    await section.getByText('Guardado.').waitFor();
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('2026-12-25');
    const calendar = page.getByRole('region', { name: 'Calendario' });
    writeFileSync(file, `${text}# de otra mano\n`);
    await calendar.getByLabel('El ejercicio empieza en').selectOption('7');
    await calendar.getByRole('button', { name: 'Guardar' }).click();
    await calendar.getByRole('alert').waitFor();
    expect(readFileSync(file, 'utf8')).toBe(`${text}# de otra mano\n`);
    await calendar.getByRole('button', { name: 'Ver los ajustes actuales' }).click();
    await calendar.getByRole('alert').waitFor({ state: 'detached' });
    await calendar.getByLabel('El ejercicio empieza en').selectOption('7');
    await calendar.getByRole('button', { name: 'Guardar' }).click();
    await calendar.getByText('Guardado.').waitFor();
    expect(readFileSync(file, 'utf8')).toMatch(/fiscal_year_starts_in: 7[\s\S]*# de otra mano/);
    await close();
  });

  it('invite someone, by the keyboard alone', async () => {
    const { page, close } = await open('/settings?tab=people');
    await page.getByRole('button', { name: 'Invitar a alguien' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('ana@empresa.es');
    await page.keyboard.press('Enter');
    const link = page.getByLabel(/Dé este enlace/);
    await link.waitFor();
    const url = new URL(await link.inputValue());
    await close();
    const other = await visit(browser, served.url + url.pathname + url.hash);
    expect(await other.page.getByLabel('Correo electrónico').inputValue()).toBe('ana@empresa.es');
    await other.close();
  });

  it('make a key that works, and end it', async () => {
    const { page, close } = await open('/settings?tab=keys');
    await page.getByRole('button', { name: 'Clave nueva' }).click();
    await page.getByLabel('Para qué es').fill('Power BI');
    await page.getByRole('button', { name: 'Crear clave' }).click();
    const secret = await page.getByLabel(/no se volverá a mostrar/).inputValue();
    const ask = () => fetch(`${served.url}/api/v1/settings`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await ask()).status).toBe(200);
    await page.getByRole('button', { name: 'Ya la he guardado' }).click();
    await page.getByRole('button', { name: 'Anular' }).press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Anular' }).press('Enter');
    await page.getByRole('button', { name: 'Anular la clave' }).press('Enter');
    await page.getByText('No tiene ninguna clave.').waitFor();
    expect((await ask()).status).toBe(401);
    await close();
  });

  it('make a backup, by themselves and now', async () => {
    const jobs = startJobs(served.host, () => Temporal.Instant.from('2026-07-15T10:00:00Z'));
    const { page, close } = await open('/settings?tab=backups');
    await page.getByLabel('Cuándo').selectOption('weekly');
    await page.getByLabel('A las').fill('3:15');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Guardado.').waitFor();
    expect(readFileSync(join(served.folder, 'cuadro.yaml'), 'utf8')).toMatch(/backups:\s+folder: copias\s+every: 15 3 \* \* 1/);
    // A server that takes longer over an answer than the page waits between two questions.
    await page.route('**/api/v1/jobs?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Hacer una copia ahora' }).click();
    await page.getByText('Copia hecha.').waitFor();
    await page.getByRole('list', { name: 'Copias hechas' }).getByRole('listitem').waitFor();
    await check(page, 'settings-backups-made', {});
    await close();
    await jobs.close();
  });

  it('add a passkey, which signs in by itself, and take it away again', async () => {
    // A passkey belongs to a name: on this machine, localhost.
    const named = served.url.replace('127.0.0.1', 'localhost');
    const mine = cookies.map((one) => ({ ...one, domain: 'localhost' }));
    const { page, troubles, close } = await visit(browser, `${named}/settings?tab=account`, {}, mine);
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const section = page.getByRole('region', { name: 'Llaves de acceso' });
    await section.getByLabel('Nombre, para reconocerla').fill('Portátil de Olga');
    await section.getByRole('button', { name: 'Añadir una llave' }).click();
    const made = section.getByRole('listitem').filter({ hasText: 'Portátil de Olga' });
    await made.waitFor();
    await check(page, 'settings-passkey', {});
    await page.context().clearCookies();
    await page.goto(`${named}/sign-in`);
    await page.getByRole('button', { name: 'Entrar con llave de acceso' }).click();
    await page.waitForURL(`${named}/`);
    await page.getByText('Olga Prado').first().waitFor();
    await page.goto(`${named}/settings?tab=account`);
    await made.getByRole('button', { name: 'Eliminar' }).click();
    await section.getByRole('button', { name: 'Eliminar la llave' }).click();
    await made.waitFor({ state: 'detached' });
    // Whoever has no session is told so by the server too.
    expect(troubles).toEqual([]);
    await close();
  });

  it('turn a second factor on, which is then asked for', async () => {
    const { page, close } = await open('/settings?tab=account');
    const factor = page.getByRole('region', { name: 'Segundo factor' });
    await factor.getByLabel('Contraseña actual').fill(password);
    await factor.getByRole('button', { name: 'Activar' }).click();
    await page.getByRole('img', { name: /Código QR/ }).waitFor();
    await check(page, 'settings-second-factor', {});
    const uri = String(await page.getByRole('link', { name: 'Abrir en una aplicación de este equipo' }).getAttribute('href'));
    await page.getByLabel(/Código de seis cifras/).fill(totpCode(uri));
    await page.keyboard.press('Enter');
    const backup = page.getByRole('list', { name: 'Códigos de reserva' }).getByRole('listitem');
    await backup.first().waitFor();
    const code = String(await backup.first().textContent());
    await close();
    const other = await visit(browser, `${served.url}/sign-in`);
    await other.page.getByLabel('Correo electrónico').fill(email);
    await other.page.getByLabel('Contraseña', { exact: true }).fill(password);
    await other.page.keyboard.press('Enter');
    await other.page.getByRole('button', { name: 'Usar un código de reserva' }).click();
    await other.page.getByLabel('Código', { exact: true }).fill(code);
    await check(other.page, 'sign-in-code', {});
    await other.page.keyboard.press('Enter');
    await other.page.waitForURL(`${served.url}/`);
    await other.close();
  });
});

describe('without a session', () => {
  it('a link that is no good says so, and a failed single sign-on why', async () => {
    const bad = await visit(browser, `${served.url}/join#${'x'.repeat(43)}`);
    await bad.page.getByText('Este enlace no vale').waitFor();
    await bad.close();
    const reset = await visit(browser, `${served.url}/reset#${'x'.repeat(43)}`);
    await reset.page.getByLabel('Contraseña', { exact: true }).fill(password);
    await reset.page.keyboard.press('Enter');
    await reset.page.getByText('Este enlace ya se usó').waitFor();
    await check(reset.page, 'reset', {});
    await reset.close();
    const sso = await visit(browser, `${served.url}/sign-in?error=not_invited`);
    expect(await sso.page.getByRole('alert').textContent()).toContain('nadie le ha invitado');
    expect(await sso.page.getByRole('link', { name: 'ir a localhost' }).count()).toBe(1);
    await sso.close();
  });
});
