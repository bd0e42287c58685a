import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, tooWide, violations, visit } from './visit.ts';

/** The pages that are made of a list of KPIs, and a heading that says that the page is whole. */
const pages = [
  { name: 'service', path: '/service', heading: { es: 'Casos abiertos al cierre del 30 jun 2026', en: 'Cases open at the close of' } },
  { name: 'people', path: '/people', heading: { es: 'Resultado y número de casos', en: 'Outcome against number of cases' } },
  { name: 'adoption', path: '/adoption', heading: { es: 'Adopción del CRM por equipo', en: 'by team' } },
] as const;

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serveSample(0.05);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe.each(pages)('$name', ({ name, path, heading }) => {
  it.each(looks)('in $language, $theme, $width px', async (look) => {
    const { page, troubles, close } = await visit(browser, served.url + path, look);
    await photograph(page, name, look);
    expect(await page.getByRole('heading', { name: heading[look.language] }).count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });
});

it('says which product fails in deliveries and in satisfaction, in a sentence and as a table', async () => {
  const { page, close } = await visit(browser, `${served.url}/service`);
  const section = page.getByRole('region', { name: 'Entregas puntuales y satisfacción, por producto' });
  expect(await section.textContent()).toContain('Recuperador Sierra R2');
  await section.getByRole('button', { name: 'Ver tabla' }).first().click();
  expect(await section.getByRole('columnheader').allTextContents()).toContain('Entregas puntuales');
  expect(await section.getByRole('rowheader').allTextContents()).toContain('Recuperador Sierra R2');
  await close();
});

it('chooses the job by keyboard, and keeps it in the address', async () => {
  const { page, close } = await visit(browser, `${served.url}/people`);
  await page.getByRole('button', { name: /^Puesto/ }).focus();
  await page.keyboard.press('Enter');
  // The list comes when it is wanted; the arrow keys go on from what is chosen.
  await page.locator('[role=option][data-combobox-selected]').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/job=service/);
  expect(await page.getByRole('button', { name: /^Puesto/ }).textContent()).toContain('Servicio');
  await close();
});
