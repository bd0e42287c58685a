import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isMap, isScalar, parseDocument } from 'yaml';
import { CuadroError } from '../../model/error.ts';
import { parseConfig } from '../config/parse.ts';
import { parseSettings } from './settings-file.ts';
import { settingsFile } from './workspace.ts';

/** A key's new value; null takes the key out, so that its default holds. */
export interface SettingsChange {
  readonly path: readonly [string, ...string[]];
  readonly value: string | number | readonly string[] | Readonly<Record<string, string>> | null;
}

/** By which whoever changes the file says which one they have seen. */
export const settingsDigest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * The file's text with some values changed; comments, order and everything else stay.
 * @throws CuadroError `settings_invalid`, `config_invalid`: what it would say does not hold
 */
export function withChanges(text: string, changes: readonly SettingsChange[], name: string): string {
  const document = parseDocument(text, { uniqueKeys: true });
  for (const { path, value } of changes) {
    if (value === null) {
      document.deleteIn(path);
      const parent = document.get(path[0], true);
      if (path.length > 1 && isMap(parent) && parent.items.length === 0) document.delete(path[0]);
      continue;
    }
    // A key without a value, as in `glossary:`, holds nothing that could be set within.
    const parent = document.get(path[0], true);
    if (path.length > 1 && isScalar(parent) && parent.value === null) document.delete(path[0]);
    if (typeof value === 'object') {
      const node = document.createNode(value);
      if ('flow' in node) node.flow = true;
      document.setIn(path, node);
    } else document.setIn(path, value);
  }
  const changed = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  parseSettings(changed, name);
  // Of the installation's part only the file's own: what the environment adds was there before.
  if (changes.some(({ path: [part] }) => part === 'backups')) parseConfig(changed, name, {});
  return changed;
}

/**
 * Changes `cuadro.yaml`, in one step: whoever reads it meanwhile has the old or the new one, whole.
 * @param digest of the file that was seen; null: whichever it is
 * @returns the new digest
 * @throws CuadroError `settings_changed`, `settings_unwritable`, as `withChanges`
 */
export function writeSettings(folder: string, digest: string | null, changes: readonly SettingsChange[]): string {
  const file = settingsFile(folder);
  const part = `${file}.${randomUUID()}.part`;
  // Nothing waits in between: of two changes at once the second finds the first one's digest.
  const before = readFileSync(file, 'utf8');
  if (digest !== null && digest !== settingsDigest(before)) throw new CuadroError({ code: 'settings_changed', where: file });
  const after = withChanges(before, changes, file);
  if (after === before) return settingsDigest(before);
  try {
    writeFileSync(part, after, { flag: 'wx', mode: statSync(file).mode });
    renameSync(part, file);
  } catch (cause) {
    rmSync(part, { force: true });
    throw new CuadroError({ code: 'settings_unwritable', where: file, found: cause instanceof Error ? cause.message : '', cause });
  }
  return settingsDigest(after);
}
