/// <reference lib="dom" />
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
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

const headings = (where: Locator) => where.getByRole('listitem').getByRole('heading', { level: 2 }).allTextContents();

it('shows a template to a guest, who is told how to have a board of their own', async () => {
  const { page, troubles, close } = await open('/?board=role:service');
  await page.getByRole('button', { name: 'Tablero Atención al cliente' }).click();
  await page.getByRole('option', { name: 'Dirección comercial' }).click();
  await page.waitForURL(/board=role.*sales/);
  await settle(page);
  await page.getByRole('article', { name: 'Cumplimiento del objetivo de ingreso' }).waitFor();
  await page.getByRole('link', { name: 'Entre para tener tableros propios' }).waitFor();
  expect(await page.getByRole('button', { name: 'Usar esta plantilla' }).count()).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});

it('makes a board of a template: sorted by the arrow keys, by a button and by dragging, with one taken away and one added', async () => {
  const path = String(served.firstRun).replace(/^https?:\/\/[^/]+/, '');
  const { page, troubles, close } = await open(path);
  await page.getByLabel('Nombre').fill('Olga Prado');
  await page.getByLabel('Correo electrónico').fill('olga@empresa.es');
  await page.getByLabel('Contraseña', { exact: true }).fill('una frase muy mía');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/start');
  cookies = await page.context().cookies();
  await page.goto(`${served.url}/?board=role:direction`);
  await page.getByRole('button', { name: 'Usar esta plantilla' }).click();
  const cards = page.locator('form ol');
  await expect.poll(() => headings(cards)).toHaveLength(10);
  const [first = '', second = '', third = '', fourth = ''] = await headings(cards);
  await page.getByRole('button', { name: `Orden de ${first}` }).focus();
  await page.keyboard.press('ArrowRight');
  // The focus goes along.
  await page.keyboard.press('ArrowRight');
  expect((await headings(cards)).slice(0, 4)).toEqual([second, third, first, fourth]);
  await page.getByRole('button', { name: `Poner ${first} antes` }).click();
  expect((await headings(cards)).slice(0, 4)).toEqual([second, first, third, fourth]);
  await page.getByRole('button', { name: `Orden de ${fourth}` }).hover();
  await page.mouse.down();
  const aim = await page.getByRole('heading', { name: second, exact: true }).boundingBox();
  await page.mouse.move((aim?.x ?? 0) + 5, (aim?.y ?? 0) + 5, { steps: 6 });
  await page.mouse.up();
  expect((await headings(cards)).slice(0, 4)).toEqual([fourth, second, first, third]);
  await page.getByRole('button', { name: `Quitar ${third}` }).click();
  await page.getByRole('button', { name: '+ Añadir KPI' }).click();
  await page.getByRole('textbox', { name: '+ Añadir KPI: Buscar…' }).fill('satisfaccion del cliente');
  await page.getByRole('option', { name: /Satisfacción del cliente/ }).click();
  await page.getByLabel('Nombre').fill('Los lunes');
  expect((await headings(cards)).at(-1)).toContain('Satisfacción del cliente');
  await page.getByLabel(`Ancho de ${fourth}`).selectOption('2 columnas');
  await page.getByLabel('Variante de Satisfacción del cliente').selectOption({ index: 2 });
  await settle(page);
  await check(page, 'boards-edit');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Privado: solo lo ve usted').waitFor();
  expect(page.url()).toMatch(/board=[\w-]+$/);
  await settle(page);
  const shown = await page.locator('#cards').locator('..').getByRole('article').allTextContents();
  expect(shown).toHaveLength(10);
  expect(shown[0]).toContain(fourth);
  await check(page, 'boards-own');
  expect(await page.locator('#cards').locator('..').locator('[data-width="2"]').getByRole('article').count()).toBe(1);
  // It opens first from now on, and the address says which it is.
  await page.getByRole('button', { name: 'Abrir al entrar' }).click();
  await page.getByText('Se abre al entrar en Cuadro').first().waitFor();
  const own = page.url();
  await page.goto(served.url);
  await page.waitForURL(own);
  await page.getByRole('button', { name: 'No abrirlo al entrar' }).click();
  await page.getByRole('button', { name: 'Abrir al entrar' }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});

/** Two that are there and one that nobody knows any more, shared with all. */
async function saveOld(): Promise<string> {
  const { page, close } = await open('/settings');
  const id = await page.evaluate(async () => {
    const cards = ['total_sales', 'big_deals', 'churn_rate', 'rep_performance', 'dso', 'new_leads', 'nps', 'csat', 'cac', 'sms_sent'].map(
      (kpi) => ({
        kpi,
      }),
    );
    const send = (path: string, body: unknown) =>
      fetch(`/api/v1/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    await send('reviews', { kpi: 'sms_sent', decision: 'retire', reason: 'Nobody decides by it', replaced_by: 'total_sales' });
    const made = await send('boards', { name: 'Ventas y cobros', shared: true, layout: { cards } });
    return String((await made.json()).id);
  });
  await close();
  return id;
}

it('says in its place what a board names and nobody knows, goes onto paper, and is deleted once that is confirmed', async () => {
  const id = await saveOld();
  const look = { language: 'en', theme: 'dark', width: 1440 } as const;
  const { page, troubles, close } = await open(`/?board=${id}&segment=clientes`, look);
  await page.getByText('Shared: the whole company sees it').waitFor();
  await page.getByRole('article', { name: 'big_deals' }).getByText('No longer in the catalogue').waitFor();
  await page.getByText('The filter does not reach it').first().waitFor();
  // What a review has retired says why, and what to look at instead of a figure.
  const retired = page.getByRole('article').filter({ hasText: 'Nobody decides by it' });
  expect(await retired.getByRole('link', { name: 'Total sales' }).getAttribute('href')).toContain('/kpis/total_sales');
  await check(page, 'boards-gone', look);
  expect(await page.title()).toBe('Ventas y cobros · Cuadro');
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Definitions').waitFor();
  expect(await page.locator('#filters').isVisible()).toBe(false);
  expect(await page.getByText('amounts in EUR').isVisible()).toBe(true);
  writeFileSync(
    join(import.meta.dirname, '..', '..', 'dist', 'screenshots', 'boards-paper.pdf'),
    await page.pdf({ preferCSSPageSize: true, tagged: true }),
  );
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  // Somebody else saves it meanwhile: what is being edited stays, and nothing is written over unseen.
  await page.evaluate(async (board) => {
    const { boards } = await (await fetch('/api/v1/boards')).json();
    const { name, shared, layout } = boards.find((one: { id: string }) => one.id === board);
    const body = JSON.stringify({ id: board, name: `${name}, otra vez`, shared, layout });
    await fetch('/api/v1/boards', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }, id);
  await page.getByLabel('Name').fill('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Someone saved this board while you were editing it.').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Mine');
  await check(page, 'boards-overtaken', look);
  await page.getByRole('button', { name: 'Discard mine and see theirs' }).click();
  await page.getByRole('button', { name: 'Board Ventas y cobros, otra vez' }).waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Delete board' }).click();
  await page.getByText('Delete it for the whole company?').waitFor();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  await page.getByRole('button', { name: 'Board Most urgent' }).waitFor();
  // The browser tells of the save that was refused, and of nothing else.
  expect(troubles).toEqual([expect.stringContaining('409')]);
  await close();
});

it('hangs on a wall: nothing of persons, paused at will, and the time of the last values once the server is away', async () => {
  const id = await saveOld();
  const look = { language: 'es', theme: 'dark', width: 1440 } as const;
  const { page, close } = await open(`/tv?board=${id}`, look);
  await page.getByText('1 de 2').waitFor();
  expect(await page.getByText('Rendimiento por persona').count()).toBe(0);
  await page.getByText(/KPI no salen en pantalla/).waitFor();
  // Whoever asks for less motion finds it paused.
  expect(await page.getByRole('button').allTextContents()).toEqual(['Seguir']);
  await page.getByRole('link', { name: 'Rotar todos' }).waitFor();
  expect(await page.getByRole('link').allTextContents()).toEqual(['Rotar todos', 'Salir']);
  await check(page, 'tv', look);
  await page.clock.install();
  await page.getByRole('button', { name: 'Seguir' }).click();
  await page.clock.runFor(21_000);
  await page.getByText('2 de 2').waitFor();
  await page.getByRole('button', { name: 'Pausar' }).click();
  await page.clock.runFor(41_000);
  await page.getByText('2 de 2').waitFor();
  await page.context().setOffline(true);
  await page
    .getByRole('alert')
    .getByText(/Sin conexión con Cuadro\. Estos son los valores de .*2026/)
    .waitFor();
  await photograph(page, 'tv-offline', look);
  await close();
});
