import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Effects } from '../../src/cli/effects.ts';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into documents of many shapes
  json(): any;
}

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Runs the command line in this process, with effects of its own. */
export async function cuadro(cwd: string, argv: readonly string[], more: Partial<Effects> = {}): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await main(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    cwd,
    env: { LANG: 'es_ES.UTF-8' },
    now: () => Temporal.Instant.from('2026-07-15T10:00:00Z'),
    interactive: false,
    signal: new AbortController().signal,
    ...more,
  });
  return { code, stdout, stderr, json: () => JSON.parse(stdout) };
}
