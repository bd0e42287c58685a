/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumProgram } from '../../scripts/services.mjs';

export interface Look {
  readonly language: 'es' | 'en';
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

export const desk: Look = { language: 'es', theme: 'light', width: 1440 };

/** Both languages, both themes, a desk and the narrowest of phones; `npm run test:long` puts them together otherwise as well. */
export const looks: readonly Look[] = [
  desk,
  { language: 'en', theme: 'dark', width: 320 },
  ...(process.env.CUADRO_TEST_LONG === '1'
    ? ([
        { language: 'en', theme: 'dark', width: 1440 },
        { language: 'es', theme: 'dark', width: 390 },
        { language: 'en', theme: 'light', width: 320 },
      ] as const)
    : []),
];

/** A page and what went wrong while it was drawn: errors of scripts, of the console, of the content policy. */
export interface Visited {
  readonly page: Page;
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** How long, in milliseconds, to wait for what a busy machine takes its time with. */
const patience = 90_000;

const photographs = join(import.meta.dirname, '..', '..', 'dist', 'screenshots');

/** @param more of Chromium's own options */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumProgram();
  if (!executablePath) throw new Error('Chromium is missing: sudo apt-get install chromium-headless-shell');
  // Tests run as root in a container, where Chromium's own sandbox cannot be.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none', ...more] });
}

/** What stands in the place of a section that waits to be near. */
const farDown = 'main [class*=far]';

/** Goes down a page on which sections wait to be near, and up again. */
const goDown = (page: Page): Promise<void> =>
  page.evaluate(async (waiting) => {
    const { scrollX, scrollY } = window;
    for (let steps = 0; steps < 60; steps += 1) {
      const next = document.querySelector(waiting);
      if (!next) break;
      next.scrollIntoView({ behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  }, farDown);

/** Until nothing is being loaded: no skeleton, nothing dimmed, fonts there, and the charts drawn. */
export async function settle(page: Page): Promise<void> {
  await whole(page);
  if ((await page.locator(farDown).count()) === 0) return;
  await goDown(page);
  await whole(page);
}

async function whole(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const main = document.querySelector('main');
      return (
        main !== null &&
        (main.textContent ?? '').trim().length > 0 &&
        document.querySelector('main [class*=skeleton], main [aria-busy=true]') === null &&
        [...document.querySelectorAll('[class*=drawing]')].every((drawing) => drawing.querySelector('svg') !== null)
      );
    },
    null,
    { timeout: patience },
  );
  await page.evaluate(() => document.fonts.ready);
}

/**
 * Makes a browser come late to what waits its turn, as it does on a busy machine: what was pressed or typed meanwhile must not be lost.
 * `CUADRO_SLOW_BROWSER=1` does so for every page that a test visits.
 */
export async function slowDown(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const wait = window.setTimeout;
    Object.assign(window, {
      setTimeout: (then: TimerHandler, after = 0, ...more: unknown[]) => wait(then, after < 5 ? 400 : after, ...more),
    });
  });
}

/** Opens a page of the app as a reader with this language, theme and width sees it, and waits until it is whole. */
export async function visit(
  browser: Browser,
  url: string,
  look: Partial<Look> = {},
  cookies: Parameters<BrowserContext['addCookies']>[0] = [],
): Promise<Visited> {
  const { language, theme, width } = { ...desk, ...look };
  const context = await browser.newContext({
    viewport: { width, height: width < 720 ? 844 : 960 },
    locale: language === 'es' ? 'es-ES' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: width < 720,
  });
  await context.addInitScript(
    ([kept, spoken]) => {
      localStorage.setItem('cuadro.theme', String(kept));
      localStorage.setItem('cuadro.language', String(spoken));
    },
    [theme, language],
  );
  await context.addCookies(cookies);
  context.setDefaultTimeout(patience);
  if (process.env.CUADRO_SLOW_BROWSER === '1') await slowDown(context);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${message.type()}: ${message.text()}`);
  });
  await page.goto(url);
  await settle(page);
  return { page, troubles, close: () => context.close() };
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** What axe finds of WCAG 2.2 AA, one line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  // From its top: what the bar covers halfway down a page would count as too small to press.
  await page.evaluate(() => window.scrollTo({ left: 0, top: 0, behavior: 'instant' }));
  // Nothing is embedded, so that one call does for the page; and what passes need not be described. Both save most of the time.
  const { violations: found } = await new AxeBuilder({ page })
    .options({ runOnly: [...rules], resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id}: ${help} – ${target.join(' ')} – ${failureSummary?.split('\n')[1]?.trim()}`),
  );
}

/** Whether a page scrolls sideways: at no width may it. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

/** The widths at which a page scrolls sideways: its own, and that of the narrowest phone, where the words of either language must fit. */
export async function tooWide(page: Page): Promise<readonly number[]> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const found = (await scrollsSideways(page)) ? [width] : [];
  if (width <= 320) return found;
  await page.setViewportSize({ width: 320, height });
  await settle(page);
  if (await scrollsSideways(page)) found.push(320);
  await page.setViewportSize({ width, height });
  return found;
}

/** `npm test` asks for few: a picture takes a quarter of a page's time. */
const isFew = process.env.CUADRO_PHOTOGRAPHS === 'few';

/** Keeps a picture of the whole page, for people to look at. @returns its path */
export async function photograph(page: Page, name: string, look: Partial<Look> = {}): Promise<string> {
  const { language, theme, width } = { ...desk, ...look };
  const path = join(photographs, `${name}-${language}-${theme}-${width}.png`);
  if (isFew && (language !== desk.language || theme !== desk.theme)) return path;
  mkdirSync(dirname(path), { recursive: true });
  // What the browser lays out when it is near is in the picture too.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(one).contentVisibility === 'auto') one.style.contentVisibility = 'visible';
  });
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  return path;
}
