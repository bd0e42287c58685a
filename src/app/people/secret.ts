import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CuadroError } from '../../model/error.ts';

/** Signs cookies and encrypts the secrets of second factors. Beside the store, for its owner only. */
export const secretFile = (folder: string): string => join(folder, 'secret.key');

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

async function readSecret(file: string): Promise<string | null> {
  try {
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length < 32) throw new CuadroError({ code: 'secret_unusable', blame: 'internal', where: file });
    return secret;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * The workspace's secret, made when it is first asked for. Another one ends every session and every second factor.
 * @param configured of an installation whose servers share a store
 * @throws CuadroError `secret_unusable`
 */
export async function workspaceSecret(folder: string, configured: string | null): Promise<string> {
  if (configured !== null) {
    if (configured.length < 32) throw new CuadroError({ code: 'secret_unusable', where: 'CUADRO_ACCOUNTS_SECRET' });
    return configured;
  }
  const file = secretFile(folder);
  const kept = await readSecret(file);
  if (kept !== null) {
    await chmod(file, 0o600);
    return kept;
  }
  const making = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(making, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600, flush: true });
    // A link never replaces: of two processes that start at once, the first one's secret stays.
    await link(making, file).catch((error: unknown) => {
      if (!isThere(error)) throw error;
    });
  } finally {
    await rm(making, { force: true });
  }
  const made = await readSecret(file);
  if (made === null) throw new CuadroError({ code: 'secret_unusable', blame: 'internal', where: file });
  return made;
}
