import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cuadro } from '../cli/run.ts';

export interface Folder {
  readonly cwd: string;
  readonly folder: string;
  remove(): void;
}

/** A workspace with a small sample company, for the tests of one file. */
export async function demoWorkspace(): Promise<Folder> {
  const cwd = mkdtempSync(join(tmpdir(), 'cuadro-server-'));
  const folder = join(cwd, 'cuadro-data');
  const { code, stderr } = await cuadro(cwd, ['demo', '--scale', '0.02', '--until', '2026-06-30']);
  if (code !== 0) throw new Error(stderr);
  return { cwd, folder, remove: () => rmSync(cwd, { recursive: true, force: true }) };
}
