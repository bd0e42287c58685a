import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveSample } from './serve.ts';
import { looks, openBrowser, photograph, tooWide, violations, visit } from './visit.ts';

let served: Served;
let browser: Browser;
/** The customer who needs somebody most. */
let first = '';
beforeAll(async () => {
  served = await serveSample();
  browser = await openBrowser();
  const { customers } = await (await fetch(`${served.url}/api/v1/customers?limit=1`)).json();
  first = customers[0].id;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe.each(looks)('in $language, $theme, $width px', (look) => {
  it.each(['funnel', 'customers', 'customer'])('%s', async (name) => {
    const path = name === 'customer' ? `customers/${encodeURIComponent(first)}` : name;
    const { page, troubles, close } = await visit(browser, `${served.url}/${path}`, look);
    await photograph(page, name, look);
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('funnel', () => {
  it('by keyboard: value instead of number, a stage’s records, as many as it says', async () => {
    const { page, close } = await visit(browser, `${served.url}/funnel`);
    await page.getByRole('button', { name: 'Importe', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/measure=value/);
    expect(await page.getByRole('button', { name: 'Importe', exact: true }).getAttribute('aria-pressed')).toBe('true');
    const stage = page.locator('#stages ol button').first();
    const entered = /\d+/.exec((await stage.getAttribute('title')) ?? '')?.[0];
    await stage.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain(`${entered} `);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => stage.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  it('the bridge’s table adds up, and its dates stand in the address', async () => {
    const { page, close } = await visit(browser, `${served.url}/funnel?against=2026-03-31&at=2026-06-30`);
    const bridge = page.locator('#bridge');
    await bridge.getByRole('button', { name: 'Ver tabla' }).click();
    const deals = await bridge
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => Number(row.children[1]?.textContent?.replace('−', '-').replace('+', ''))));
    expect(deals.length).toBeGreaterThan(2);
    expect(deals.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(deals.at(-1));
    await bridge.getByLabel('Desde').fill('30/04/2026');
    await page.keyboard.press('Enter');
    await page.waitForURL(/against=2026-04-30/);
    await close();
  });
});

describe('customers', () => {
  it('by reason, by name, and on to one of them', async () => {
    const { page, close } = await visit(browser, `${served.url}/customers`);
    const chip = page.locator('#attend fieldset').getByRole('button', { name: /En riesgo/ });
    const count = Number(await chip.locator('b').textContent());
    await chip.click();
    await page.waitForURL(/need=risk/);
    await expect.poll(() => page.locator('#attend table').getAttribute('aria-rowcount')).toBe(String(count + 1));
    const link = page.locator('#attend tbody a').first();
    const name = (await link.textContent()) ?? '';
    await page.getByRole('searchbox').last().fill(name.slice(0, 8).toUpperCase());
    await expect.poll(() => page.locator('#attend tbody a').first().textContent()).toBe(name);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/customers\/./);
    await expect.poll(() => page.locator('h1').textContent()).toBe(name);
    // Whoever sees no personal data sees pseudonyms, and is told so.
    await page.getByText('se muestran seudónimos').waitFor();
    await close();
  });

  it('one that is not there is told so', async () => {
    const { page, close } = await visit(browser, `${served.url}/customers/NADIE`);
    await page.getByText('No hay ningún cliente con ese código').waitFor();
    await close();
  });
});
