import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Kept beside the warehouse, for its owner only, and with it in a backup: the same person keeps the same pseudonym. */
const fileOf = (folder: string): string => join(folder, 'pseudonym.key');

const isKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Of workspaces that nothing can be written to: for as long as the process lives. */
const passing = new Map<string, string>();

/** The workspace's key for pseudonyms, made when it is first asked for. */
export async function pseudonymKey(folder: string): Promise<string> {
  const read = async (): Promise<string | null> => {
    const text = await readFile(fileOf(folder), 'utf8').then(
      (found) => found.trim(),
      () => '',
    );
    return isKey(text) ? text : null;
  };
  const kept = (await read()) ?? passing.get(folder);
  if (kept !== undefined) return kept;
  const made = randomBytes(32).toString('hex');
  try {
    await writeFile(fileOf(folder), `${made}\n`, { flag: 'wx', mode: 0o600 });
    return made;
  } catch {
    // Another process was first, or nothing can be written.
    const theirs = (await read()) ?? made;
    passing.set(folder, theirs);
    return theirs;
  }
}

/** So many hexadecimal digits: among ten thousand people, one chance in twenty thousand that two share one. */
export const pseudonymLength = 10;

/** What a name and anything else personal are called instead, before the mark that tells one from another. */
export const pseudonymStem = (column: string, locale: string): string =>
  column === 'name' ? (locale.startsWith('en') ? 'Person' : 'Persona') : '•••';

/** «Persona 3f2a91bc07»: the same for the same value, and nothing can be told from it without the key. */
export const pseudonymOf = (key: string, column: string, value: string, locale: string): string =>
  `${pseudonymStem(column, locale)} ${createHash('sha256').update(`${key}:${value}`).digest('hex').slice(0, pseudonymLength)}`;
