import { quietness, writePart } from '../section.ts';
import type { FilterChange } from './filter-board.ts';
import type { Scored } from './lighthouse.ts';
import type { Scrolled } from './scroll-records.ts';
import { median, quantile } from './statistics.ts';

export interface Found {
  readonly scrolled: Scrolled | null;
  readonly changes: readonly FilterChange[];
  readonly cards: number;
  readonly scored: readonly Scored[];
}

const ms = (time: number): string => `${Math.round(time).toLocaleString('en')} ms`;
const count = (value: number): string => value.toLocaleString('en');
const met = (is: boolean): string => (is ? 'met' : 'not met');

/** Above the server's time. */
const filterTarget = 100;

function lines({ scrolled, changes, cards }: Found): readonly string[] {
  const own = changes.map(({ whole, server }) => whole - server);
  return [
    ...(scrolled === null
      ? []
      : [
          `| ${count(scrolled.rows)} records behind a figure, scrolled steadily over rows not fetched yet: from frame to frame (${count(scrolled.drawn)} rows in the document) | ${ms(median(scrolled.frames))} median, ${ms(quantile(scrolled.frames, 0.95))} p95, ${ms(Math.max(...scrolled.frames))} worst | 100,000 records scroll | ${met(scrolled.rows >= 100_000)} |`,
          `| The same, from a jump anywhere to its rows | ${ms(median(scrolled.jumps))} median, ${ms(quantile(scrolled.jumps, 0.95))} p95 | – | – |`,
        ]),
    ...(changes.length === 0
      ? []
      : [
          `| A board of ${cards} cards answers to a filter, beyond the server's time (${ms(median(changes.map(({ server }) => server)))}) | ${ms(median(own))} median of ${changes.length}, ${ms(Math.max(...own))} worst | ≤ ${filterTarget} ms | ${met(median(own) <= filterTarget)} |`,
        ]),
  ];
}

const lighthouseLine = ({ page, scores, times }: Scored): string =>
  `| ${page} | ${scores.performance} | ${scores.accessibility} | ${scores['best-practices']} | ${ms(times['first-contentful-paint'])} | ${ms(times['largest-contentful-paint'])} | ${ms(times['speed-index'])} | ${ms(times['total-blocking-time'])} | ${times['cumulative-layout-shift'].toFixed(3)} |`;

/** The tables, and what failed. */
export function reported(found: Found): string {
  const { scored } = found;
  const browser = lines(found);
  const parts = [
    browser.length === 0 ? '' : ['| what | measured | target | |', '|---|---|---|---|', ...browser].join('\n'),
    scored.length === 0
      ? ''
      : [
          `Lighthouse, mobile, median of ${scored[0]?.runs ?? 0}; targets: performance ≥ 90, accessibility and best practices 100.`,
          '',
          '| page | performance | accessibility | best practices | first paint | largest paint | speed index | blocked | shift |',
          '|---|---|---|---|---|---|---|---|---|',
          ...scored.map(lighthouseLine),
        ].join('\n'),
    ...scored.flatMap(({ page, failed }) => (failed.length === 0 ? [] : [`${page}, failed: ${failed.join('; ')}.`])),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

export async function writeReport(file: string, found: Found, command: string, scale: number): Promise<void> {
  await writePart(
    file,
    'bench:web',
    `## The web application

Taken by \`${command}\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, over a sample company of some ${count(scale * 300_000)} records, in Debian's Chromium on the
same machine as the server. ${quietness()} Lighthouse's times are of a slow telephone as it simulates it; the figures of a page had been computed before.

${reported(found)}`,
  );
}
