import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, scrollsSideways, settle, tooWide, violations, visit } from './visit.ts';

let served: Served;
let browser: Browser;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>> = [];
beforeAll(async () => {
  served = await serveSample();
  browser = await openBrowser();
  const path = String(served.firstRun).replace(/^https?:\/\/[^/]+/, '');
  const { page, close } = await visit(browser, served.url + path);
  await page.locator('input[name=email]').fill('olga@empresa.es');
  await page.locator('input[name=name]').fill('Olga');
  await page.locator('input[name=password]').fill('una frase muy mía');
  await page.locator('button[type=submit]').click();
  await page.getByRole('navigation').first().waitFor();
  cookies = await page.context().cookies();
  // The company's own rule about the product that comes late fires at any size, whatever chance made of the other figures.
  const status = await page.evaluate(async () => {
    const { status: code } = await fetch('/api/v1/alerts/evaluation', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return code;
  });
  expect(status).toBe(200);
  await close();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** The alert of the product that comes late. */
const late = /^(Entregas puntuales|On-time delivery rate) \(.*Sierra R2\): .* 80[,.]0\s?%/;

const open = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name }).click();
  await page
    .getByRole('dialog')
    .getByRole('heading', { name: /^(Historia|History)$/ })
    .waitFor();
  await settle(page);
};

it('shows what has fired, in both languages and themes and on a phone', async () => {
  for (const look of looks) {
    const { page, troubles, close } = await visit(browser, `${served.url}/alerts?show=all`, look, cookies);
    expect(await page.getByRole('button', { name: late }).count()).toBe(1);
    await photograph(page, 'alerts', look);
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    // What is in the drawer has the same colours and words: twice is enough.
    if (look.theme === (look.width === 1440 ? 'light' : 'dark')) {
      await open(page, late);
      await photograph(page, 'alerts-one', look);
      expect(await violations(page)).toEqual([]);
    }
    expect(await scrollsSideways(page)).toBe(false);
    expect(troubles).toEqual([]);
    await close();
  }
});

it('lets somebody take an alert on, mute it with a reason and take that back', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/alerts`, {}, cookies);
  await open(page, late);
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Hacerme cargo' }).click();
  await drawer.getByText('se hizo cargo Olga').waitFor();
  await drawer.getByRole('button', { name: 'Silenciar' }).click();
  await drawer.getByRole('button', { name: 'Silenciar' }).last().click();
  await drawer.getByText('Diga por qué y hasta qué día.').waitFor();
  await drawer.getByLabel('Motivo').fill('Cambio de programa de facturación');
  await drawer.getByLabel('Hasta el').fill('31/07/2026');
  await drawer.getByLabel('Hasta el').blur();
  await photograph(page, 'alerts-mute');
  expect(await violations(page)).toEqual([]);
  await drawer.getByRole('button', { name: 'Silenciar' }).last().click();
  await drawer.getByText('silenciada hasta el 31 jul 2026: Cambio de programa de facturación').waitFor();
  await drawer.getByRole('button', { name: 'Crear acción' }).click();
  await drawer.getByLabel('Qué se va a hacer').fill('Pedir el fichero a Administración');
  await drawer.getByRole('button', { name: 'Guardar la acción' }).click();
  await drawer.getByRole('region', { name: 'Acciones' }).getByRole('link', { name: 'Pedir el fichero a Administración' }).waitFor();
  await drawer.getByRole('button', { name: 'Comentar' }).click();
  await drawer.getByLabel('Su comentario').fill('Llega el viernes.');
  await drawer.getByRole('button', { name: 'Enviar', exact: true }).click();
  await drawer.getByRole('listitem').filter({ hasText: 'Llega el viernes.' }).waitFor();
  await page.keyboard.press('Escape');
  const muted = page.getByRole('region', { name: 'Silenciadas' });
  await muted.getByRole('button', { name: late }).click();
  await drawer.getByRole('button', { name: 'Dejar de silenciar' }).click();
  await drawer.getByRole('button', { name: 'Silenciar' }).waitFor();
  await page.keyboard.press('Escape');
  await muted.waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
  await close();
});

it('makes a rule in a sentence from the page of a KPI, tried on history before it is saved', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/kpis/lead_conversion_rate?owner=team:Ventas`, {}, cookies);
  await page.getByRole('link', { name: 'Crear alerta' }).click();
  const form = page.getByRole('region', { name: 'Una regla nueva' });
  expect(await form.getByLabel('Indicador').inputValue()).toBe('lead_conversion_rate');
  expect(await form.getByLabel('De quién').inputValue()).toBe('=owner.team=Ventas');
  await form.getByLabel('De quién').selectOption({ label: 'toda la empresa' });
  await form.getByLabel('Cuánto').fill('dos');
  await form.getByRole('button', { name: 'Probar con la historia' }).click();
  await form.getByText(/Escriba una cifra/).waitFor();
  await form.getByLabel('Cuánto').fill('2,5');
  await form.getByRole('button', { name: 'Probar con la historia' }).click();
  await form.getByText(/abría avisado|habría podido juzgar/).waitFor();
  await photograph(page, 'alerts-rule');
  expect(await violations(page)).toEqual([]);
  // Another figure is another rule: it is tried anew before it can be saved.
  await form.getByLabel('Cuánto').fill('3');
  await form.getByRole('button', { name: 'Probar con la historia' }).click();
  await form.getByRole('button', { name: 'Guardar la regla' }).click();
  const own = page.getByRole('region', { name: 'Mías' }).getByRole('listitem');
  await own.getByText(/Avísame cuando .* baje más de 3\sp\.\sp\. respecto al mes anterior/).waitFor();
  await own.getByRole('button', { name: 'Quitar' }).click();
  await own.getByRole('button', { name: 'Quitar la regla y sus alertas' }).click();
  await own.waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
  await close();

  const phone = { language: 'en', theme: 'dark', width: 390 } as const;
  const small = await visit(browser, `${served.url}/alerts?tab=rules&rule=new`, phone, cookies);
  await photograph(small.page, 'alerts-rule', phone);
  expect(await scrollsSideways(small.page)).toBe(false);
  expect(await violations(small.page)).toEqual([]);
  await small.close();
});
