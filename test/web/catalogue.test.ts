import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateKinds, templateText } from '../../web/src/pages/catalogue/own/templates.ts';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, tooWide, violations, visit } from './visit.ts';

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

const parts = [
  { name: 'catalogue', path: '/kpis?area=leads', heading: { es: /KPI se pueden calcular|Se pueden calcular/, en: /can be computed/ } },
  {
    name: 'goals',
    path: '/kpis?tab=goals&goals=retention,satisfaction&industry=saas&role=direction&moved=nps:use,churn_rate:discard',
    heading: { es: 'De sus objetivos', en: 'From your goals' },
  },
  { name: 'glossary', path: '/kpis?tab=glossary', heading: { es: 'palabras', en: 'words' } },
  { name: 'own-kpis', path: '/kpis?tab=own', heading: { es: 'KPI propios', en: 'KPIs of your own' } },
] as const;

describe.each(parts)('$name', ({ name, path, heading }) => {
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

it('finds a KPI without accents and keeps the search in the address', async () => {
  const { page, close } = await visit(browser, `${served.url}/kpis`);
  await page.getByRole('searchbox').fill('conversion leads');
  await page.getByText(/KPI coincide/).waitFor();
  await page.waitForURL(/q=conversion/);
  expect(await page.getByRole('link', { name: 'Tasa de conversión de leads' }).count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Tasa de abandono', exact: true }).count()).toBe(0);
  await page.getByRole('searchbox').fill('zzz');
  await page.getByText('Ningún KPI coincide').waitFor();
  await close();
});

it('goes from a goal in one’s own words to three lists that the keyboard changes', async () => {
  const { page, close } = await visit(browser, `${served.url}/kpis?tab=goals`);
  const text = page.getByLabel('Dígalo con sus palabras');
  await text.fill('qwerty');
  await text.press('Enter');
  await page.getByText('No reconocemos ese objetivo').waitFor();
  await text.fill('fidelizar clientes');
  await text.press('Enter');
  const use = page.locator('[data-list=use]').first();
  await use.getByText('Tasa de abandono', { exact: true }).first().waitFor();
  expect(await page.getByRole('button', { name: 'Retener a los clientes' }).getAttribute('aria-pressed')).toBe('true');
  const button = page.getByRole('button', { name: 'Pasar «Tasa de abandono» a Descartar' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/moved=/);
  const discard = page.locator('section[data-list=discard]');
  await discard.getByText('Tasa de abandono', { exact: true }).waitFor();
  // The keyboard goes with what it moved.
  expect(await page.evaluate('document.activeElement?.id')).toBe('advised-churn_rate');
  await page.getByRole('button', { name: /^Examen de idoneidad de Tasa de abandono/ }).click();
  await page.getByText('Accionable').first().waitFor();
  await page.getByRole('button', { name: 'Volver a la propuesta' }).click();
  await use.getByText('Tasa de abandono', { exact: true }).first().waitFor();
  await close();
});

it('warns of more than twelve primary KPIs', async () => {
  const moved = ['nps', 'csat', 'ces', 'total_sales', 'new_revenue', 'cpl', 'nrr'].map((kpi) => `${kpi}:use`).join(',');
  const { page, close } = await visit(browser, `${served.url}/kpis?tab=goals&goals=retention,revenue,satisfaction&moved=${moved}`);
  await page.getByText('indicadores principales son demasiados').waitFor();
  await close();
});

it('tries a KPI of one’s own while it is written, tells the line of an error, and does not let a guest save', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/kpis?tab=own`);
  await page.getByRole('button', { name: 'Tiempo entre fechas' }).click();
  await page.getByText('Da lo previsto').waitFor();
  await page.getByRole('cell', { name: 'definitivo' }).first().waitFor();
  expect(await page.getByRole('button', { name: /^Guardar/ }).isDisabled()).toBe(true);
  await photograph(page, 'own-kpis-trial');
  expect(await violations(page)).toEqual([]);
  const text = page.getByRole('textbox', { name: /YAML/ });
  await text.fill((await text.inputValue()).replace('unit: days', 'unit: parsecs'));
  await page.getByRole('button', { name: /Ir a la línea \d+/ }).click();
  expect(await page.evaluate('document.getSelection()?.toString() ?? ""')).toContain('unit: parsecs');
  await photograph(page, 'own-kpis-error');
  expect(await violations(page)).toEqual([]);
  // The refusal of the definition is the one trouble.
  expect(troubles.filter((one) => !/40\d|422/.test(one))).toEqual([]);
  await close();
});

it.each(templateKinds)('the template %s is sound in both languages', async (kind) => {
  for (const language of ['es', 'en'] as const) {
    const answer = await fetch(`${served.url}/api/v1/kpis/trials`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: templateText(kind, language), language }),
    });
    const trial: unknown = await answer.json();
    expect(trial).toMatchObject({ computable: true, examples: [{ differences: [] }] });
  }
});

it('lets the owner save a KPI, raise its version, see the one before, and take it out', async () => {
  const { page, close } = await visit(browser, String(served.firstRun).replace(/^https?:\/\/[^/]+/, served.url));
  await page.getByLabel('Nombre').fill('Olga Prado');
  await page.getByLabel('Correo electrónico').fill('olga@frescaluz.example');
  await page.getByLabel('Contraseña', { exact: true }).fill('una frase larga de verdad');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/start');
  await page.goto(`${served.url}/kpis?tab=own`);
  await page.getByRole('button', { name: 'Recuento' }).click();
  const text = page.getByRole('textbox', { name: /YAML/ });
  await text.fill((await text.inputValue()).replace('status: draft', 'status: in_force'));
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  const list = page.getByRole('region', { name: 'Los de la empresa' });
  await list.getByText('versión 1').waitFor();
  await text.fill((await text.inputValue()).replace('version: 1', 'version: 2').replace('amount>=10000', 'amount>=12000'));
  await page.getByRole('button', { name: 'Guardar versión 2' }).click();
  await list.getByRole('button', { name: 'Ver la versión 1' }).click();
  expect(await page.getByRole('textbox', { name: /YAML/ }).inputValue()).toContain('amount>=10000');
  await photograph(page, 'own-kpis-saved');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Ver el KPI' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tratos grandes ganados' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Retirar', exact: true }).click();
  await page.getByRole('button', { name: 'Sí, retirar' }).click();
  await page.getByText('Todavía no hay ninguno').waitFor();
  await close();
});
