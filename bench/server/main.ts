import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ask, type Measured, measure } from './measure.ts';
import { board, cached, fresh, list, mixed, until, wholeBoard } from './questions.ts';
import { table, writeSection } from './report.ts';

const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  options: {
    scale: { type: 'string', default: '0.2' },
    seconds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});
// Bounded: nobody waits for a bench that somebody mistyped.
const seconds = Math.min(60, Math.max(1, Number(values.seconds)));

const folder = await mkdtemp(join(tmpdir(), 'cuadro-bench-server-'));
const run = async (file: string, given: readonly string[]): Promise<void> => {
  const child = spawn(process.execPath, [file, ...given], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
};

try {
  await run('src/cli/main.ts', ['demo', '--scale', values.scale, '--until', until, '--data', folder]);
  const child = spawn(process.execPath, ['bench/server/serve_child.ts', folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
  });
  const ended = once(child, 'exit');
  try {
    const told = await Promise.race([once(child, 'message'), ended.then(() => null)]);
    if (told === null) throw new Error('the server did not start');
    const target = z.object({ url: z.string(), key: z.string() }).parse(told[0]);
    // What is asked again is in the cache.
    for (const question of [wholeBoard, board, cached, list, wholeBoard, board, cached, list]) await ask(target, question);
    const loads = [
      { what: 'A board of 12 KPIs, cached', connections: 10, times: 1, next: () => board },
      { what: 'The board of all KPIs, cached', connections: 1, times: 4, next: () => wholeBoard },
      { what: 'One KPI by salesperson over 12 months, cached', connections: 10, times: 1, next: () => cached },
      { what: 'A question that nobody has asked before', connections: 4, times: 1, next: fresh },
      { what: '100 users at once: board, cached questions, list of KPIs, one in ten new', connections: 100, times: 1, next: mixed },
    ];
    const found: Measured[] = [];
    for (const load of loads) found.push(await measure(target, { ...load, seconds: seconds * load.times }));
    console.log(table(found));
    const file = new URL('../../docs/benchmarks.md', import.meta.url).pathname;
    const records = `a sample company of some ${(Number(values.scale) * 300_000).toLocaleString('en')} records`;
    if (values.write)
      await writeSection(file, found, ['npm run bench:server --', ...args.filter((one) => one !== '--write')].join(' '), records);
  } finally {
    if (child.connected) child.disconnect();
    await ended;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
