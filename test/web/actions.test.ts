import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, settle, tooWide, violations, visit } from './visit.ts';

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

it('shows what was done and what came of it, what to take up and what can be done, to whoever only looks', async () => {
  for (const look of looks) {
    const { page, troubles, close } = await visit(browser, `${served.url}/actions?show=done`, look);
    expect(await page.locator('h1').textContent()).toMatch(look.language === 'es' ? /^6 acciones abiertas, / : /^6 open actions, /);
    expect(await page.getByRole('button', { name: /Nueva acción|New action/ }).count()).toBe(0);
    const more = page.getByRole('button', { name: /^(Ver más de Cubrir|More about Fill)/ });
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByText(/1 abr 2026 · Hecha|1 Apr 2026 · Done|1 dic 2025 · Hecha|1 Dec 2025 · Done/).waitFor();
    await settle(page);
    await photograph(page, 'actions', look);
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  }
  const lost = await visit(browser, `${served.url}/actions?tab=lost`);
  await lost.page.getByRole('columnheader', { name: 'Qué ha cambiado' }).waitFor();
  await photograph(lost.page, 'actions-lost', { language: 'es', theme: 'light', width: 1440 });
  expect(await violations(lost.page)).toEqual([]);
  await lost.close();
  const plays = await visit(browser, `${served.url}/actions?tab=plays&for=segment:enfri%C3%A1ndose`);
  await plays.page.getByRole('heading', { name: 'Llamar a quien puede irse' }).waitFor();
  await photograph(plays.page, 'actions-plays', { language: 'es', theme: 'light', width: 1440 });
  expect(await violations(plays.page)).toEqual([]);
  await plays.close();
});

it('lets somebody act on a KPI, say that it is done, and think again', async () => {
  const path = String(served.firstRun).replace(/^https?:\/\/[^/]+/, '');
  const first = await visit(browser, served.url + path);
  await first.page.locator('input[name=email]').fill('olga@empresa.es');
  await first.page.locator('input[name=name]').fill('Olga');
  await first.page.locator('input[name=password]').fill('una frase muy mía');
  await first.page.locator('button[type=submit]').click();
  await first.page.getByRole('navigation').first().waitFor();
  cookies = await first.page.context().cookies();
  await first.close();

  const { page, troubles, close } = await visit(browser, `${served.url}/kpis/csat`, {}, cookies);
  const opener = page.getByRole('button', { name: 'Crear una acción' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Sobre: Satisfacción del cliente (CSAT 1-5)').waitFor();
  await dialog.getByRole('button', { name: 'Mejorar el proceso de atención' }).click();
  await dialog.getByText('Busque el canal, el motivo o la hora').waitFor();
  await dialog.getByLabel('Qué se va a hacer').fill('Revisar los casos reabiertos');
  await dialog.getByLabel('Responsable').selectOption({ label: 'Olga' });
  await dialog.getByLabel('Cambio esperado').fill('diez');
  await dialog.getByRole('button', { name: 'Guardar la acción' }).click();
  await dialog.getByText(/Escriba una cifra/).waitFor();
  await dialog.getByLabel('Cambio esperado').fill('10');
  await photograph(page, 'actions-new', { language: 'es', theme: 'light', width: 1440 });
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Guardar la acción' }).click();
  await dialog.getByRole('button', { name: 'Cerrar' }).last().click();
  // Whoever opened it has the focus again, and the page tells what is being done.
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('region', { name: 'Acciones' }).getByRole('link', { name: 'Revisar los casos reabiertos' }).click();
  await page.getByRole('button', { name: 'Mías' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Revisar los casos reabiertos' });
  await row.getByText(/^\+10\sp\.\sp\.$/).waitFor();
  await row.getByRole('button', { name: 'Hecha' }).click();
  await row.getByRole('button', { name: 'Dar por hecha' }).click();
  await page.getByText('Ninguna acción abierta').waitFor();
  await page.getByRole('button', { name: 'Todas' }).click();
  await row.getByRole('button', { name: /^Ver más/ }).click();
  await row.getByText(/aún es pronto/).waitFor();
  await row.getByRole('button', { name: 'Reabrir' }).click();
  await row.getByText('Abierta', { exact: true }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});

it('makes an action for the customers of a class, which leads back to them', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/customers?need=order_overdue`, {}, cookies);
  await page.getByRole('button', { name: 'Crear una acción para «Pedido atrasado»' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('De quién').inputValue()).toBe('need=order_overdue');
  await dialog.getByLabel('Qué se va a hacer').fill('Llamar antes del viernes');
  await dialog.getByRole('button', { name: 'Guardar la acción' }).click();
  await dialog.getByRole('link', { name: 'Verla en Acciones' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Llamar antes del viernes' });
  await row.getByRole('link', { name: 'clientes: Pedido atrasado' }).click();
  await page.getByRole('button', { name: 'Pedido atrasado', pressed: true }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});

it('writes a play of the company’s own, for whom it suits, by the keyboard, and changes it', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/actions?tab=plays`, {}, cookies);
  await page.getByRole('button', { name: 'Escribir una jugada' }).click();
  const form = page.locator('form').filter({ hasText: 'A qué clientes les va bien' });
  await form.getByLabel('Nombre').fill('Visita en obra');
  await form.getByLabel('Indicador por el que se mide').selectOption('churn_rate');
  await form.getByLabel('En qué consiste').fill('Quien ve la obra promete mejor.');
  await form.getByLabel('Pasos').fill('Pedir el plano\nMedir');
  const box = (name: string) => form.getByRole('checkbox', { name, exact: true });
  await box('Leales').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await form.getByRole('group', { name: 'Etapas del cliente' }).getByRole('checkbox', { name: 'Perdido' }).check();
  await photograph(page, 'actions-play-form', { language: 'es', theme: 'light', width: 1440 });
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const play = page.getByRole('region', { name: /^Visita en obra/ });
  await play.getByText('Leales, Casi leales y Perdido').waitFor();
  await play.getByRole('button', { name: 'Cambiar «Visita en obra»' }).click();
  expect(await box('Leales').isChecked()).toBe(true);
  await box('Casi leales').uncheck();
  await form.getByRole('button', { name: 'Guardar la jugada' }).click();
  await play.getByText('Leales y Perdido').waitFor();
  await close();
  // Whoever looks at those customers is told of it, in English as well.
  const english = await visit(browser, `${served.url}/actions?tab=plays`, { language: 'en', theme: 'dark', width: 320 }, cookies);
  await english.page.getByRole('button', { name: 'Change “Visita en obra”' }).click();
  await english.page.getByRole('group', { name: 'Stages of customers' }).waitFor();
  await settle(english.page);
  await photograph(english.page, 'actions-play-form', { language: 'en', theme: 'dark', width: 320 });
  expect(await violations(english.page)).toEqual([]);
  expect(await tooWide(english.page)).toEqual([]);
  expect([...troubles, ...english.troubles]).toEqual([]);
  await english.close();
});
