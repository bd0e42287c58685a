import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { cuadro } from './cli/run.ts';

/** A sample company until 2026-06-30 in a folder of the test's own: made once in a run of tests, then copied. */
export async function copyDemo(folder: string, scale: number): Promise<void> {
  const kept = join(inject('demos'), String(scale));
  if (!existsSync(kept)) {
    const cwd = mkdtempSync(join(inject('demos'), 'made-'));
    const { code, stderr } = await cuadro(cwd, ['demo', '--scale', String(scale), '--until', '2026-06-30']);
    if (code !== 0) throw new Error(stderr);
    try {
      renameSync(join(cwd, 'cuadro-data'), kept);
    } catch (error) {
      // Another file's was quicker.
      if (!existsSync(kept)) throw error;
    }
  }
  cpSync(kept, folder, { recursive: true });
}
