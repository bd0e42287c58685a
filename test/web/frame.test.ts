/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { openBrowser, slowDown, visit } from './visit.ts';

let served: Served;
let browser: Browser;
beforeAll(async () => {
  // A page waits for what it brings along, however long a busy machine takes.
  served = await serveSample(undefined, undefined, undefined, { firstAnswersMs: 120_000 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const page = '/kpis/opportunity_conversion_rate';

it.each(['/', page])('asks at %s for nothing that came along with it', async (path) => {
  const { page: shown, close } = await visit(browser, served.url + path);
  const files = await shown.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  expect(files.filter((file) => /^\/api\/v1\/(session|company|board|boards)$/.test(file))).toEqual([]);
  await close();
});

it('gets past the sections by the keyboard', async () => {
  const { page: shown, close } = await visit(browser, served.url + page);
  await shown.keyboard.press('Tab');
  expect(await shown.evaluate('document.activeElement.textContent')).toBe('Saltar al contenido');
  await shown.keyboard.press('Enter');
  expect(await shown.evaluate('document.activeElement.id')).toBe('content');
  await close();
});

it('puts a filter chosen by the keyboard into the address, and back', async () => {
  const { page: shown, close } = await visit(browser, served.url + page);
  await shown.getByRole('button', { name: /^Frente a/ }).focus();
  await shown.keyboard.press('Enter');
  await shown.keyboard.press('ArrowDown');
  await shown.getByRole('option', { name: 'hace un año' }).waitFor();
  await shown.keyboard.press('ArrowDown');
  await shown.keyboard.press('Enter');
  await shown.waitForURL(/compare=/);
  await shown.getByRole('button', { name: 'Quitar filtros' }).press('Enter');
  await shown.waitForURL((url) => url.search === '');
  await close();
});

it('takes the keys of a quick hand, however late the browser comes to what waits', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 960 }, locale: 'es-ES', reducedMotion: 'reduce' });
  await slowDown(context);
  const shown = await context.newPage();
  await shown.goto(served.url + page);
  const button = shown.getByRole('button', { name: /^Frente a/ });
  for (const [from, to] of [
    ['periodo anterior', 'hace un año'],
    ['hace un año', 'meta'],
  ] as const) {
    await shown.getByRole('button', { name: `Frente a ${from}` }).focus();
    await shown.keyboard.press('Enter');
    await shown.getByRole('option', { name: to }).waitFor();
    await shown.keyboard.press('ArrowDown');
    await shown.keyboard.press('Enter');
    await expect.poll(() => button.textContent()).toContain(to);
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  }
  await context.close();
});

it('opens a KPI from the palette, whatever its accents, and gives the focus back on Escape', async () => {
  const { page: shown, close } = await visit(browser, served.url + page);
  const opener = shown.getByRole('button', { name: /Ir a/ });
  await opener.focus();
  await shown.keyboard.press('Control+k');
  await shown.getByRole('combobox').waitFor();
  await shown.keyboard.press('Escape');
  await shown.getByRole('combobox').waitFor({ state: 'detached' });
  await shown.keyboard.press('Control+k');
  await shown.getByRole('combobox').fill('tasa de retencion');
  await shown.getByRole('option', { name: 'Tasa de retención' }).waitFor();
  await shown.keyboard.press('Enter');
  await shown.waitForURL(/retention_rate/);
  await close();
});

it('walks over the points of a chart by the arrow keys, saying each', async () => {
  const { page: shown, close } = await visit(browser, served.url + page, { theme: 'dark' });
  await shown.getByRole('group', { name: 'Tasa de conversión de oportunidades' }).focus();
  await shown.keyboard.press('End');
  await shown
    .getByRole('status')
    .getByText(/sept 2026: se espera/)
    .waitFor({ state: 'attached' });
  // On paper it is light, whatever the page is, without being drawn anew. What comes later (targets, what is expected) draws it once more.
  const strokes = (): Promise<readonly string[]> =>
    shown.locator('[class*=drawing] svg path').evaluateAll((paths) => paths.map((path) => getComputedStyle(path).stroke));
  const [dark, light] = ['rgb(143, 178, 240)', 'rgb(31, 79, 163)'];
  await expect.poll(strokes).toContain(dark);
  await shown.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect.poll(strokes).toContain(light);
  expect(await strokes()).not.toContain(dark);
  await close();
});

it('opens what the link says', async () => {
  const { page: shown, close } = await visit(browser, `${served.url}${page}?to=2026-03-31&grain=quarter`);
  await shown.getByRole('button', { name: 'Periodo T1 2026' }).waitFor();
  // Amounts in another currency, at one rate, which the bar says.
  await shown.goto(`${served.url}/kpis/total_sales?currency=USD`);
  await shown.getByText(/^Importes en USD al cambio del .*\(1 USD = 0,\d+ EUR\)/).waitFor();
  await shown.locator('#explanation').getByText(/US\$/).first().waitFor();
  // In what a sentence of the server's tells too: no figure beside one in another currency.
  await shown.getByText(/Para .* se espera .*US\$/).waitFor();
  expect(await shown.locator('main').getByText(/\d\s€/).count()).toBe(0);
  expect(await shown.locator('main header').first().textContent()).toContain('US$');
  await shown.getByRole('button', { name: 'Moneda USD' }).press('Enter');
  await shown.getByRole('option', { name: 'EUR' }).click();
  await shown.waitForURL((url) => url.search === '');
  // Also in the drawing, which comes a little later.
  await expect.poll(() => shown.getByText('US$').count()).toBe(0);
  // A link may ask for what is not there: it says so, shows nobody else's figures, and a click takes it away.
  await shown.goto(`${served.url}${page}?segment=vip&grain=hour`);
  await shown.getByRole('heading', { level: 1, name: 'La dirección pide algo que no hay' }).waitFor();
  expect(await shown.locator('#explanation').count()).toBe(0);
  await shown.getByRole('button', { name: 'Quitarlo: No hay ningún segmento que se llame «vip».' }).click();
  await shown.getByRole('heading', { level: 1, name: 'Tasa de conversión de oportunidades' }).waitFor();
  await shown.getByRole('button', { name: /^Quitarlo: No se agrupa por «hour»/ }).click();
  await shown.waitForURL((url) => url.search === '');
  await close();
});
