import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { uploadsFolder } from '../uploads/uploads.ts';

/** Of refused or tried imports: rows as they came. Those of batches are written anew with the batch. */
const ofNoBatch = ['strict.csv', 'dry-run.csv', 'unchanged.csv'];

/**
 * Files of the workspace that no batch stands for: what was uploaded and not imported, in whatever form, and rejected rows of imports
 * that came to nothing. Whoever needs them can bring them again, without the person.
 * @returns their names, below the workspace
 */
export function leftoversOf(folder: string): readonly string[] {
  const uploads = uploadsFolder(folder);
  const paths = [
    ...ofNoBatch.map((name) => join(folder, 'rejected', name)).filter((path) => existsSync(path)),
    ...(existsSync(uploads) ? readdirSync(uploads) : []).map((id) => join(uploads, id)),
  ];
  return paths.map((path) => relative(folder, path));
}

/** @param names as `leftoversOf` gives them */
export function removeLeftovers(folder: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}
