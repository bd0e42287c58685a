import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  readonly changedMs: number;
}

const isPattern = (name: string): boolean => /[*?]/.test(name);

const matcher = (pattern: string): RegExp =>
  new RegExp(
    `^${[...pattern].map((sign) => (sign === '*' ? '.*' : sign === '?' ? '.' : sign.replace(/[\\^$.|+()[\]{}]/, '\\$&'))).join('')}$`,
  );

/** What is still being written or belongs to a program: `.part`, `~$libro.xlsx`. */
const isLeftAside = (name: string): boolean => /^(\.|~\$)|\.(part|tmp|crdownload|filepart)$/i.test(name);

/** A folder's own files; links are not followed, as they may lead anywhere. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && !isLeftAside(entry.name)).map(({ name }) => name);
}

/**
 * The files that a path stands for: itself, those of the folder, or those of its folder whose names fit `*` and `?`; in order of their names.
 * @param path absolute
 */
export async function filesOf(path: string): Promise<readonly FoundFile[]> {
  const facts = await stat(path).catch(() => null);
  const pattern = isPattern(basename(path)) && facts === null ? matcher(basename(path)) : null;
  const folder = facts?.isDirectory() ? path : dirname(path);
  const names = facts?.isFile() ? [basename(path)] : (await namesIn(folder)).filter((name) => facts !== null || pattern?.test(name));
  const found: FoundFile[] = [];
  for (const name of names.toSorted()) {
    const one = await stat(join(folder, name)).catch(() => null);
    if (one?.isFile()) found.push({ path: join(folder, name), bytes: one.size, changedMs: Math.floor(one.mtimeMs) });
  }
  return found;
}
