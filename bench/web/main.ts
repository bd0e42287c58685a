import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ensureWeb } from '../../scripts/web.mjs';
import { openBrowser, visit } from '../../test/web/visit.ts';
import { changeFilter, type FilterChange } from './filter-board.ts';
import { type Scored, score } from './lighthouse.ts';
import { reported, writeReport } from './report.ts';
import { type Scrolled, scrollRecords } from './scroll-records.ts';

const measures = ['records', 'board', 'lighthouse'] as const;
const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  options: {
    scale: { type: 'string', default: '3' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: measures.join(',') },
    data: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const only = new Set(values.only.split(','));
const runs = Math.min(20, Math.max(1, Number(values.runs)));
const until = '2026-06-30';
const cards = 30;

if ((await ensureWeb()) !== 0) throw new Error('the web app could not be built');
const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'cuadro-bench-web-')));
const run = async (file: string, given: readonly string[]): Promise<void> => {
  const child = spawn(process.execPath, [file, ...given], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
};

const page = '/kpis/opportunity_conversion_rate';
/** The most records that a figure of the sample company stands on. */
const records = '/kpis/website_visits?from=2023-07-01&to=2026-06-30';

/** Filters of the board, and what they are set to, one after the other. */
const steps = [
  ['Frente a', 'hace un año'],
  ['Frente a', 'nada'],
  ['Por', 'meses'],
  ['Frente a', 'hace un año'],
  ['Por', 'semanas'],
  ['Frente a', 'nada'],
  ['Por', 'años'],
  ['Frente a', 'hace un año'],
] as const;

try {
  if (values.data === undefined) await run('src/cli/main.ts', ['demo', '--scale', values.scale, '--until', until, '--data', folder]);
  const child = spawn(process.execPath, ['bench/web/serve_child.ts', folder, String(cards)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  try {
    const begun = await Promise.race([once(child, 'message'), ended.then(() => null)]);
    if (begun === null) throw new Error('the server did not start');
    const { url, board } = z.object({ url: z.string(), board: z.string() }).parse(begun[0]);
    const browser = await openBrowser();
    let scrolled: Scrolled | null = null;
    const changes: FilterChange[] = [];
    const scored: Scored[] = [];
    try {
      if (only.has('records')) {
        const { page: shown, close } = await visit(browser, url + records);
        await shown.locator('#records table').waitFor({ timeout: 120_000 });
        scrolled = await scrollRecords(shown, 20);
        await close();
      }
      if (only.has('board')) {
        const { page: shown, close } = await visit(browser, `${url}/?board=${board}`);
        // The first time code is loaded and compiled. No two steps ask the same: what was asked before is at hand.
        await changeFilter(shown, 'Por', 'trimestres');
        for (const [button, option] of steps) changes.push(await changeFilter(shown, button, option));
        await close();
      }
    } finally {
      await browser.close();
    }
    if (only.has('lighthouse')) {
      for (const [name, path] of [
        ['Home', '/'],
        ['KPI page', page],
      ] as const) {
        // What is measured is the page, not the first computing of its figures.
        const warm = await openBrowser();
        await (await visit(warm, url + path, { width: 412 })).close();
        await warm.close();
        scored.push(await score(name, url + path, runs));
      }
    }
    const found = { scrolled, changes, cards, scored };
    console.log(reported(found));
    // Whose company it was, and where, is nobody's business.
    const told = args.filter((one, at) => one !== '--write' && one !== '--data' && args[at - 1] !== '--data');
    const command = told.length === 0 ? 'npm run bench:web' : `npm run bench:web -- ${told.join(' ')}`;
    if (values.write)
      await writeReport(new URL('../../docs/benchmarks.md', import.meta.url).pathname, found, command, Number(values.scale));
  } finally {
    if (child.connected) child.disconnect();
    await ended;
  }
} finally {
  if (values.data === undefined) await rm(folder, { recursive: true, force: true });
}
