import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { cuadro } from './cli/run.ts';

interface MadeDemo {
  /** Where `cuadro demo --json` was called, what it printed there, and all that it left there. */
  readonly cwd: string;
  readonly printed: Readonly<Record<string, unknown>>;
  readonly left: readonly string[];
}

/** Calls the command, in a folder that becomes `kept` when all of it is there. */
async function makeDemo(kept: string, scale: number): Promise<void> {
  const cwd = mkdtempSync(join(inject('demos'), 'made-'));
  const { code, stdout, stderr } = await cuadro(cwd, ['demo', '--scale', String(scale), '--until', '2026-06-30', '--json']);
  if (code !== 0) throw new Error(stderr);
  const made: MadeDemo = { cwd, printed: JSON.parse(stdout), left: readdirSync(cwd) };
  writeFileSync(join(cwd, 'made.json'), JSON.stringify(made));
  renameSync(cwd, kept);
}

/** A sample company until 2026-06-30 in a folder of the test's own: made once in a run of tests, then copied. */
export async function copyDemo(folder: string, scale: number): Promise<MadeDemo> {
  const kept = join(inject('demos'), String(scale));
  const making = `${kept}.making`;
  while (!existsSync(kept)) {
    try {
      mkdirSync(making);
    } catch {
      // Another file of tests is at it, and takes the processor that a second one would need.
      await setTimeout(100);
      continue;
    }
    try {
      if (!existsSync(kept)) await makeDemo(kept, scale);
    } finally {
      rmSync(making, { recursive: true });
    }
  }
  cpSync(join(kept, 'cuadro-data'), folder, { recursive: true });
  return JSON.parse(readFileSync(join(kept, 'made.json'), 'utf8')) as MadeDemo;
}
