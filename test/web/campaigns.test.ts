import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, tooWide, violations, visit } from './visit.ts';

let served: Served;
let browser: Browser;
beforeAll(async () => {
  // Large enough for the story of the raffle to stand out from chance.
  served = await serveSample(0.05);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

it.each(looks)('campaigns in $language, $theme, $width px', async (look) => {
  const path = look.language === 'es' ? '/campaigns' : '/campaigns?by=channel&measure=cpl';
  const { page, troubles, close } = await visit(browser, served.url + path, look);
  await photograph(page, 'campaigns', look);
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  // Not the page, nor the table in it.
  if (look.width < 720)
    expect(
      await page.evaluate(
        () => [...document.querySelectorAll('main section')].filter((one) => one.scrollWidth > one.clientWidth + 1).length,
      ),
    ).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});

it('tells what brought bad leads, why they were lost, and changes the measure by the keyboard', async () => {
  const { page, close } = await visit(browser, `${served.url}/campaigns`);
  expect(await page.locator('h1').textContent()).toContain('Sorteo Aire Gratis');
  await page.getByText('«Solo quería el premio»').waitFor();
  await page.getByRole('button', { name: /^Medida/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/measure=/);
  await page.getByRole('button', { name: 'Ver tabla' }).press('Enter');
  await page.getByRole('columnheader', { name: 'IC desde' }).waitFor();
  await close();
});

it('shows what a filter reaches and names what it does not', async () => {
  const { page, close } = await visit(browser, `${served.url}/campaigns?segment=clientes`);
  await page.getByText(/El filtro no alcanza a: Coste por lead/).waitFor();
  await close();
});
