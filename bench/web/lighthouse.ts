import lighthouse from 'lighthouse';
import { openBrowser } from '../../test/web/visit.ts';
import { freePort } from './free-port.ts';
import { median } from './statistics.ts';

const categories = ['performance', 'accessibility', 'best-practices'] as const;
export type Category = (typeof categories)[number];
const metrics = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
] as const;
export type Metric = (typeof metrics)[number];

/** Medians of some runs: scores of 100, times in milliseconds. */
export interface Scored {
  readonly page: string;
  readonly runs: number;
  readonly scores: Readonly<Record<Category, number>>;
  readonly times: Readonly<Record<Metric, number>>;
  /** What of accessibility and best practices failed in any run. */
  readonly failed: readonly string[];
}

/** A page as a slow telephone opens it the first time (Lighthouse's own mobile settings), some times over. */
export async function score(page: string, url: string, runs: number): Promise<Scored> {
  const scores: Record<Category, number[]> = { performance: [], accessibility: [], 'best-practices': [] };
  const times = new Map<Metric, number[]>();
  const failed = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    // A browser that has kept nothing.
    const port = await freePort();
    // It says which language it wants, as every telephone does; this Chromium does not by itself.
    const browser = await openBrowser([`--remote-debugging-port=${port}`, '--accept-lang=es-ES,es']);
    try {
      const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] });
      if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
      const { lhr } = result;
      for (const category of categories) {
        scores[category].push(Math.round((lhr.categories[category]?.score ?? 0) * 100));
        if (category === 'performance') continue;
        for (const { id, weight } of lhr.categories[category]?.auditRefs ?? []) {
          const audit = lhr.audits[id];
          if (audit && weight > 0 && audit.score !== null && audit.score < 1) failed.add(`${id}: ${audit.title}`);
        }
      }
      for (const metric of metrics) times.set(metric, [...(times.get(metric) ?? []), lhr.audits[metric]?.numericValue ?? Number.NaN]);
    } finally {
      await browser.close();
    }
  }
  return {
    page,
    runs,
    scores: {
      performance: median(scores.performance),
      accessibility: median(scores.accessibility),
      'best-practices': median(scores['best-practices']),
    },
    times: Object.fromEntries(metrics.map((metric) => [metric, median(times.get(metric) ?? [])])) as Record<Metric, number>,
    failed: [...failed],
  };
}
