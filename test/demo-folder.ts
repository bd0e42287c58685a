import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `copyDemo` keeps what it made, for the run. */
    readonly demos: string;
  }
}

export default ({ provide }: TestProject): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-demos-'));
  provide('demos', folder);
  return () => rmSync(folder, { recursive: true, force: true });
};
