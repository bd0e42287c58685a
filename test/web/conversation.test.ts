/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { type Look, openBrowser, photograph, scrollsSideways, settle, violations, visit } from './visit.ts';

let served: Served;
let browser: Browser;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>> = [];
beforeAll(async () => {
  served = await serveSample();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const open = (path: string, look: Partial<Look> = {}) => visit(browser, served.url + path, look, cookies);

async function check(page: Page, name: string, look: Partial<Look> = {}): Promise<void> {
  await photograph(page, name, look);
  expect(await violations(page), name).toEqual([]);
  expect(await scrollsSideways(page), name).toBe(false);
}

it('marks what happened on a chart, on its table and on cards; a guest reads what was said', async () => {
  const { page, troubles, close } = await open('/kpis/csat');
  const trend = page.locator('#trend');
  await trend.getByRole('listitem').filter({ hasText: 'Soporte trabaja con cuatro agentes de seis' }).waitFor();
  // Its number stands on the line that is drawn.
  await expect.poll(() => trend.locator('svg').first().textContent()).toMatch(/\d · \d|\b3\b/);
  await trend.getByRole('button', { name: 'Ver tabla' }).click();
  await trend.getByRole('columnheader', { name: 'Qué pasó' }).waitFor();
  expect(await trend.getByRole('cell', { name: /Soporte trabaja/ }).count()).toBe(3);
  // Where a target stands is told beside it; where nothing can be foreseen, why.
  await trend.getByText('No se ha llegado').waitFor();
  await trend.getByText('No hay bastante historia para prever').waitFor();
  const conversation = page.locator('#conversation');
  await conversation.getByText('La satisfacción se hunde justo').waitFor();
  expect(await conversation.getByRole('button', { name: 'Comentar' }).count()).toBe(0);
  await check(page, 'conversation-guest');
  // What was aimed at and what is expected stand in the table too, and how far such forecasts were off in words.
  await page.goto(`${served.url}/kpis/total_sales`);
  await trend.getByText(/en \d+ pruebas con sus propios datos se ha equivocado de media/).waitFor();
  await trend.getByRole('button', { name: 'Ver tabla' }).click();
  await trend.getByRole('columnheader', { name: 'Meta' }).waitFor();
  const july = trend.getByRole('row').filter({ hasText: 'jul 2026' });
  await july.getByRole('cell', { name: 'por venir' }).waitFor();
  expect(await july.getByRole('cell', { name: /€/ }).count()).toBeGreaterThanOrEqual(5);
  expect(troubles).toEqual([]);
  await close();
});

it('notes, comments, decides and reviews, by keyboard', async () => {
  const path = String(served.firstRun).replace(/^https?:\/\/[^/]+/, '');
  const first = await open(path);
  await first.page.getByLabel('Nombre').fill('Olga Prado');
  await first.page.getByLabel('Correo electrónico').fill('olga@empresa.es');
  await first.page.getByLabel('Contraseña', { exact: true }).fill('una frase muy mía');
  await first.page.keyboard.press('Enter');
  await first.page.waitForURL('**/start');
  cookies = await first.page.context().cookies();
  await first.close();

  const { page, troubles, close } = await open('/kpis/csat');
  const trend = page.locator('#trend');
  await trend.getByRole('button', { name: 'Anotar algo que pasó' }).click();
  await trend.getByLabel('Desde el día').fill('15/03/2026');
  await trend.getByRole('textbox', { name: 'Qué pasó' }).fill('Encuesta nueva tras cada instalación');
  await trend.getByRole('button', { name: 'Anotar', exact: true }).click();
  await trend.getByRole('listitem').filter({ hasText: 'Encuesta nueva tras cada instalación' }).waitFor();

  const conversation = page.locator('#conversation');
  await conversation.getByRole('button', { name: 'Comentar' }).focus();
  await page.keyboard.press('Enter');
  await conversation.getByLabel('Su comentario').fill('Con la encuesta nueva contestan más.');
  await conversation.getByLabel('Sobre qué').selectOption({ label: 'mar 2026' });
  await conversation.getByRole('button', { name: 'Enviar' }).press('Enter');
  await conversation.getByText('sobre 1–31 mar 2026').waitFor();
  await conversation.getByRole('listitem').filter({ hasText: 'Olga Prado' }).getByText('contestan más').waitFor();
  await conversation.getByRole('button', { name: 'Anotar una decisión' }).click();
  await conversation.getByLabel('Qué se decide').fill('Preguntar también tras cada reparación');
  await conversation.getByRole('button', { name: 'Anotar la decisión' }).click();
  // Why is part of it.
  await conversation.getByRole('alert').getByText('Diga qué se decide y por qué.').waitFor();
  await conversation.getByLabel('Por qué').fill('Contestan el doble');
  await conversation.getByLabel('Volver a mirarlo el').fill('01/07/2026');
  await conversation.getByRole('button', { name: 'Anotar la decisión' }).click();
  await conversation.getByText('Toca volver a mirarlo (era el 1 jul 2026)').waitFor();
  await check(page, 'conversation');
  expect(troubles).toEqual([]);
  await close();

  const reviews = await open('/kpis?tab=reviews');
  await reviews.page.getByRole('button', { name: 'Revisar Nuevos clientes potenciales (leads)' }).click();
  const form = reviews.page.getByRole('form', { name: 'Revisar Nuevos clientes potenciales (leads)' });
  await form.getByLabel('Qué se hace con él').selectOption('retire');
  await form.getByLabel('Por qué').fill('Solo volumen');
  await form.getByRole('button', { name: 'Guardar la revisión' }).click();
  await reviews.page.getByText(/Se retira el 15 jul 2026 \(Olga Prado\): Solo volumen/).waitFor();
  await check(reviews.page, 'reviews');
  // It is in no choice any more, and can still be asked for.
  await reviews.page.goto(`${served.url}/`);
  await settle(reviews.page);
  expect(await reviews.page.getByRole('link', { name: 'Nuevos clientes potenciales (leads)' }).count()).toBe(0);
  await reviews.page.goto(`${served.url}/kpis/new_leads`);
  await reviews.page.locator('#definition').getByText('retirado el 15 jul 2026').waitFor();
  await reviews.close();
});

it.each([
  { language: 'en', theme: 'dark', width: 390 },
  { language: 'es', theme: 'light', width: 1440 },
] as const)('tells on one page what matters, in $language at $width px; on paper it is one sheet', async (look) => {
  const { page, troubles, close } = await open('/executive', look);
  await page.getByRole('heading', { level: 2 }).nth(5).waitFor();
  await check(page, 'executive', look);
  if (look.width > 1000) {
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  }
  expect(troubles).toEqual([]);
  await close();
});
