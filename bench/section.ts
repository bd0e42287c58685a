import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';

/** Where a bench's part of docs/benchmarks.md begins; it ends where the next one's begins. */
export const markerOf = (script: string): string => `<!-- npm run ${script} -->`;

/** Puts a bench's part into docs/benchmarks.md, in the place of the one before, else at the end; the others' stay as they are. */
export async function writePart(file: string, script: string, text: string): Promise<void> {
  const marker = markerOf(script);
  const whole = await readFile(file, 'utf8');
  const at = whole.indexOf(marker);
  const begin = at < 0 ? whole.length : at;
  const next = at < 0 ? -1 : whole.indexOf('<!-- npm run ', at + marker.length);
  const after = next < 0 ? '' : `\n${whole.slice(next)}`;
  await writeFile(file, `${whole.slice(0, begin).trimEnd()}\n\n${marker}\n${text.trim()}\n${after}`);
}

/** Whether the machine was the bench's own, in a sentence. */
export function quietness(): string {
  const load = loadavg()[1] ?? 0;
  const cores = availableParallelism();
  return load > 1.5 * cores
    ? `The machine was shared with others, which wanted it ${(load / cores).toFixed(0)} times over (load ${load.toFixed(0)} on ${cores} cores): alone it is faster.`
    : `Load ${load.toFixed(1)} on ${cores} cores, the bench's own part among it.`;
}
