import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, tooWide, violations, visit } from './visit.ts';

/** Name of the picture, address, and a heading that says that the page is whole. */
const pages = [
  { name: 'board', path: '/', heading: { es: /habitual|Mejoramos|Empeoramos/, en: /usually|gained|lost/ } },
  { name: 'kpi', path: '/kpis/opportunity_conversion_rate', heading: { es: 'Tasa de conversión de oportunidades', en: 'Opportunity' } },
  { name: 'sign-in', path: '/sign-in', heading: { es: 'Entrar en Cuadro', en: 'Sign in to Cuadro' } },
] as const;

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serveSample();
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
    expect(await page.locator('h1').first().textContent()).toMatch(heading[look.language]);
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });
});
