import { availableParallelism, loadavg } from 'node:os';
import { markerOf, writePart } from '../section.ts';
import type { Measured } from './measure.ts';

/** What stands before it in docs/benchmarks.md is of `npm run bench`. */
export const marker = markerOf('bench:server');

const number = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

export const table = (found: readonly Measured[]): string =>
  [
    '| what | connections | requests a second | p50 | p99 | answered |',
    '|---|---|---|---|---|---|',
    ...found.map(
      (one) =>
        `| ${one.what} | ${one.connections} | ${number(one.perSecond)} | ${number(one.p50)} ms | ${number(one.p99)} ms | ${one.answered} |`,
    ),
  ].join('\n');

/** Puts the table into docs/benchmarks.md, in the place of the one before. */
export async function writeSection(file: string, found: readonly Measured[], command: string, records: string): Promise<void> {
  const load = loadavg()[1] ?? 0;
  const cores = availableParallelism();
  const shared =
    load > cores
      ? `The machine was shared with others, which wanted it ${(load / cores).toFixed(0)} times over (load ${load.toFixed(0)} on ${cores} cores): alone it answers more, and sooner.`
      : `${cores} cores, which the load had to itself but for its own part.`;
  const text = `## The server

Taken by \`${command}\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, over ${records}.
${shared}
Requests come over loopback from autocannon, on the same machine, each with an API key and written into the audit log; the answers are those that the web
application gets. Times are of what was answered while the load lasted: what would have come later is not among them.

${table(found)}
`;
  await writePart(file, 'bench:server', text);
}
