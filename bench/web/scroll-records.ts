/// <reference lib="dom" />
import type { Page } from 'playwright-core';

export interface Scrolled {
  readonly rows: number;
  /** From a jump anywhere in the table to its rows standing there, in milliseconds. */
  readonly jumps: readonly number[];
  /** Between two frames while it scrolls steadily over rows not fetched yet, in milliseconds. */
  readonly frames: readonly number[];
  /** How many rows the document holds, however many there are. */
  readonly drawn: number;
}

/** Jumps about a table of records and scrolls through a part of it. */
export function scrollRecords(page: Page, jumps: number): Promise<Scrolled> {
  return page.evaluate(async (count) => {
    const table = document.querySelector('#records table');
    const scroller = table?.closest('section');
    if (!table || !scroller) throw new Error('no table of records');
    const rows = Number(table.getAttribute('aria-rowcount')) - 1;
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const top = scroller.getBoundingClientRect().top;
    const isThere = (): boolean => {
      const seen = [...table.querySelectorAll('tbody tr[aria-rowindex]')].filter((row) => row.getBoundingClientRect().bottom > top + 40);
      return seen.length > 0 && seen.every((row) => row.querySelector('[class*=waiting]') === null);
    };
    const taken: number[] = [];
    for (let at = 0; at < count; at += 1) {
      // Everywhere, in no order: 7 and 20 have no divisor in common.
      const share = ((at * 7) % count) / count;
      const before = performance.now();
      scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight) + 1;
      do await frame();
      while (!isThere());
      taken.push(performance.now() - before);
    }
    scroller.scrollTop = scroller.scrollHeight / 3 + 5000;
    await frame();
    const frames: number[] = [];
    let last = await frame();
    for (let at = 0; at < 240; at += 1) {
      scroller.scrollTop += 160;
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return { rows, jumps: taken, frames, drawn: table.querySelectorAll('tbody tr[aria-rowindex]').length };
  }, jumps);
}
