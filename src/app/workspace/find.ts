import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CuadroError } from '../../model/error.ts';
import { settingsFile } from './workspace.ts';

/** @returns the absolute folder that the call means: `--data`, else CUADRO_DATA, else ./cuadro-data; it need not exist */
export function workspaceFolder(call: {
  readonly data: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}): string {
  return resolve(call.cwd, call.data || call.env.CUADRO_DATA || 'cuadro-data');
}

/** @throws CuadroError `workspace_missing` */
export function requireWorkspace(folder: string): void {
  if (!existsSync(settingsFile(folder))) throw new CuadroError({ code: 'workspace_missing', where: folder });
}
