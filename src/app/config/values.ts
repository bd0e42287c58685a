import { readFileSync, statSync } from 'node:fs';
import { CuadroError } from '../../model/error.ts';
import type { ConfigField } from './fields.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable's text as the setting wants it; what cannot be read so stays text, and the schema says what is wrong with it. */
export function fromVariable({ kind }: ConfigField, text: string): unknown {
  switch (kind) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
    case 'boolean':
      return /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : text;
    case 'list':
      return text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    case 'document':
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    case 'text':
      return text;
  }
}

/** @throws CuadroError `config_secret_exposed`, `config_secret_unreadable` */
function readSecret(path: string, where: string): string {
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new CuadroError({ code: 'config_secret_exposed', where: path, params: { by: where } });
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if (cause instanceof CuadroError) throw cause;
    throw new CuadroError({ code: 'config_secret_unreadable', where, found: cause instanceof Error ? cause.message : '', cause });
  }
}

/**
 * A secret from its variable, from the file that `<variable>_FILE` names, or from that which `<key>_file` of `cuadro.yaml` names.
 * @throws CuadroError `config_secret_exposed`, `config_secret_unreadable`
 */
export function secretOf(
  variable: string,
  env: Environment,
  file: { readonly path: string; readonly where: string } | null,
): string | null {
  const direct = env[variable];
  if (direct) return direct;
  const named = env[`${variable}_FILE`];
  if (named) return readSecret(named, `${variable}_FILE`);
  return file ? readSecret(file.path, file.where) : null;
}
