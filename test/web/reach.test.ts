/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Scratch } from '../../src/sources/file/testing/scratch.ts';
import { type Served, serveSample } from './serve.ts';
import { openBrowser, photograph, scrollsSideways, settle, violations, visit } from './visit.ts';

const kpi = '/kpis/total_sales';
const pages = [
  { name: 'board', path: '/' },
  { name: 'kpi', path: kpi },
  { name: 'import', path: '/data/import' },
] as const;

let served: Served;
let browser: Browser;
const scratch = new Scratch();
beforeAll(async () => {
  served = await serveSample();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  scratch.close();
});

/** Presses Tab until the focus stands on what is wanted. */
async function tabTo(page: Page, selector: string, most = 150): Promise<void> {
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

/** What has the focus, if something that sticks to the window lies over it (WCAG 2.4.11). */
const obscured = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const [rect] = focused?.closest('#content') ? focused.getClientRects() : [];
    if (!focused || !rect) return null;
    // Of what is larger than the window, the part that is in it.
    const x = (Math.max(0, rect.left) + Math.min(window.innerWidth, rect.right)) / 2;
    const y = (Math.max(0, rect.top) + Math.min(window.innerHeight, rect.bottom)) / 2;
    const over = document.elementFromPoint(x, y);
    const isSeen = over !== null && (focused.contains(over) || over.contains(focused));
    return isSeen ? null : `${focused.tagName} ${focused.textContent?.slice(0, 40)}`;
  });

/** Marks that would be of the same colour as the ground. */
const lostMarks = (page: Page): Promise<readonly (string | null)[]> =>
  page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor;
    const marks = ['svg path[class*=line]', 'i[class*=bar]', 'i[class*=dot]', 'i[class*=point]'].map((mark) => `main ${mark}`);
    return [...document.querySelectorAll(marks.join(', '))]
      .filter((mark) => mark.getBoundingClientRect().width > 0)
      .map((mark) => ({ mark: mark.getAttribute('class'), style: getComputedStyle(mark) }))
      .filter(({ style }) => style.stroke === ground || (style.stroke === 'none' && style.backgroundColor === ground))
      .map(({ mark }) => mark);
  });

/** How far down what sticks to the top of the window reaches. */
const stuck = (page: Page): Promise<number> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position) && !element.closest('table'))
      .map((element) => element.getBoundingClientRect())
      .filter(({ top, width, height }) => top < 1 && width > 200 && height > 0)
      .reduce((most, { bottom }) => Math.max(most, bottom), 0),
  );

it.each(pages)('shows $name where the reader’s own colours are forced upon it, and at 200 % and 400 %', async ({ name, path }) => {
  const { page, close } = await visit(browser, served.url + path, { width: 1280 });
  await page.emulateMedia({ forcedColors: 'active' });
  await photograph(page, `${name}-forced`, { width: 1280 });
  expect(await lostMarks(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
  for (const [width, height] of [
    [640, 512],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    await settle(page);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await stuck(page)).toBeLessThan(height / 2);
    await page.locator('#content').focus();
    for (let at = 0; at < 10; at += 1) {
      await page.keyboard.press('Tab');
      expect(await obscured(page)).toBeNull();
    }
  }
  await close();
});

it('goes from a card to its explanation, records and definition, and back, by the keyboard alone', async () => {
  const { page, close } = await visit(browser, served.url);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, 'article h3 a');
  const name = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/kpis\//);
  await page.getByRole('heading', { level: 1, name: name ?? '', exact: true }).waitFor();
  await settle(page);
  await tabTo(page, '#explanation a, #explanation button');
  await tabTo(page, '#records section');
  await page.keyboard.press('PageDown');
  await tabTo(page, '#definition a, #quality a, nav a', 60);
  await page.goBack();
  await page.waitForURL((url) => url.pathname === '/');
  await close();
});

it('gives what is seen as a picture in light colours and as a workbook with real numbers', async () => {
  const { page, troubles, close } = await visit(browser, served.url + kpi, { theme: 'dark' });
  const saved = async (within: string, item: string): Promise<string> => {
    await page
      .locator(within)
      .getByRole('button', { name: /^Descargar/ })
      .click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
    return file.path();
  };
  for (const part of ['#trend', '#segments']) {
    const picture = readFileSync(await saved(part, 'Imagen (PNG)'));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // Twice the 1120 pixels of the stage.
    expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(2240);
    expect(picture.length).toBeGreaterThan(20_000);
  }
  const workbook = await scratch.load('trend.xlsx', readFileSync(await saved('#trend', 'Libro de Excel (XLSX)')));
  expect(workbook.names.slice(0, 2)).toEqual(['Periodo', 'Valor']);
  expect(workbook.rows.length).toBeGreaterThan(12);
  expect(workbook.rows.every((row) => row[1] === '' || Number.isFinite(Number(row[1])))).toBe(true);
  const records = readFileSync(await saved('#records', 'CSV con punto y coma y coma decimal'), 'utf8');
  expect(records.startsWith('\ufeff')).toBe(true);
  expect(records.split('\r\n')[0]?.split(';')[0]).toBe('\ufeffCódigo');
  expect(troubles).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await close();
});

it('says why a median is not explained, and what to do instead', async () => {
  const { page, troubles, close } = await visit(browser, `${served.url}/kpis/sales_cycle_length`);
  const explanation = page.locator('#explanation');
  await explanation.getByText('Lo que sí puede hacer').waitFor();
  await explanation.getByRole('link').first().click();
  await page.waitForURL(/#(segments|records)$/);
  // What cannot be answered is not asked for.
  expect(troubles).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await close();
});
