import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, tooWide, violations, visit } from './visit.ts';

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

it('shows whoever may not set them how targets stand', async () => {
  for (const look of looks) {
    const { page, troubles, close } = await visit(browser, `${served.url}/kpis?tab=targets`, look);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await photograph(page, 'targets', look);
    expect(await page.locator('h1').textContent()).toMatch(/metas|targets/);
    expect(await page.getByRole('button', { name: /Poner una meta|Set a target/ }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  }
});

it('lets the owner take a suggestion, and cards show it', async () => {
  const path = String(served.firstRun).replace(/^https?:\/\/[^/]+/, '');
  const first = await visit(browser, served.url + path);
  await first.page.locator('input[name=email]').fill('olga@empresa.es');
  await first.page.locator('input[name=name]').fill('Olga');
  await first.page.locator('input[name=password]').fill('una frase muy mía');
  await first.page.locator('button[type=submit]').click();
  await first.page.getByRole('navigation').first().waitFor();
  cookies = await first.page.context().cookies();
  await first.close();

  const { page, troubles, close } = await visit(browser, `${served.url}/kpis?tab=targets`, {}, cookies);
  await page.getByRole('button', { name: 'Poner una meta' }).click();
  await page.getByLabel('Indicador').selectOption('avg_opportunity_value');
  await page.getByRole('button', { name: 'Proponer' }).click();
  await page.getByText('Por qué esta cifra').waitFor();
  const value = page.getByLabel(/Valor que alcanzar/);
  expect(await value.inputValue()).toMatch(/^\d+/);
  await photograph(page, 'targets-set', { language: 'es', theme: 'light', width: 1440 });
  expect(await violations(page)).toEqual([]);
  await value.fill('mil');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText(/Escriba una cifra/).waitFor();
  await value.fill('2.500');
  await page.getByLabel('Periodo', { exact: true }).selectOption('2026-06-01..2026-06-30');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Meta guardada.').waitFor();
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Valor promedio de las oportunidades' }) });
  await row
    .getByText(/2\.?500/)
    .first()
    .waitFor();
  await row.getByRole('button', { name: 'Quitar' }).click();
  await row.getByRole('button', { name: 'Quitar la meta' }).click();
  await row.waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
  await close();

  const board = await visit(browser, `${served.url}/?compare=target`, {}, cookies);
  await board.page
    .getByText(/vs\. meta/)
    .first()
    .waitFor();
  await board.close();
});
