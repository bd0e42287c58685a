/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** One change of a filter, in milliseconds. */
export interface FilterChange {
  /** From the click to the frame that shows the new figures. */
  readonly whole: number;
  /** Of it, until the server had answered what the cards wait for. */
  readonly server: number;
}

/**
 * Chooses another value of a filter and waits until the cards show it.
 * @param button the filter's own, by the beginning of its name
 */
export async function changeFilter(page: Page, button: string, option: string): Promise<FilterChange> {
  await page.getByRole('button', { name: new RegExp(`^${button} `) }).click();
  const chosen = page.getByRole('option', { name: option, exact: true });
  await chosen.waitFor();
  const shown = page.evaluate(
    () =>
      new Promise<{ readonly start: number; readonly end: number }>((resolve, reject) => {
        setTimeout(() => reject(new Error('the cards showed nothing new')), 60_000);
        let start = 0;
        let wasBusy = false;
        document.addEventListener('click', (event) => (start = start || event.timeStamp), { capture: true, once: true });
        const look = (): void => {
          const isBusy = document.querySelector('main [aria-busy=true]') !== null;
          wasBusy ||= isBusy;
          // What this frame holds is painted before the next one begins.
          if (start > 0 && wasBusy && !isBusy) requestAnimationFrame(() => resolve({ start, end: performance.now() }));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  await page.evaluate(() => performance.clearResourceTimings());
  await chosen.click();
  const { start, end } = await shown;
  const server = await page.evaluate((from) => {
    const asked = performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('/api/v1/board') && entry.startTime >= from);
    return asked.length === 0
      ? 0
      : Math.max(...asked.map(({ responseEnd }) => responseEnd)) - Math.min(...asked.map(({ startTime }) => startTime));
  }, start);
  return { whole: end - start, server };
}
