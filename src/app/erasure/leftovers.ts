import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Of refused or tried imports: rows as they came. Those of batches are written anew with the batch. */
const ofNoBatch = ['strict.csv', 'dry-run.csv', 'unchanged.csv'];
const mostBytes = 512 << 20;

/**
 * Files of the workspace that no batch stands for: what was uploaded and not imported, rejected rows of imports that came to nothing.
 * Whoever needs them can bring them again, without the person.
 * @param holds whether a text names the person
 * @returns names of the files that were removed, below the workspace
 */
export function removeLeftovers(folder: string, holds: (text: string) => boolean): readonly string[] {
  const removed: string[] = [];
  for (const name of ofNoBatch) {
    const path = join(folder, 'rejected', name);
    if (!existsSync(path)) continue;
    rmSync(path);
    removed.push(`rejected/${name}`);
  }
  const uploads = join(folder, 'uploads');
  if (!existsSync(uploads)) return removed;
  for (const entry of readdirSync(uploads, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // What is packed cannot be looked into here: better without it.
    const bytes = statSync(path).size;
    const packed = bytes > mostBytes || ['504b', '1f8b', '5041'].includes(readFileSync(path).subarray(0, 2).toString('hex'));
    if (!packed && !holds(readFileSync(path, 'utf8'))) continue;
    rmSync(path);
    removed.push(path.slice(folder.length + 1));
  }
  return removed;
}
