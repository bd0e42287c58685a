import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives `work` the path of a file that does not exist yet, and removes it when the work is done. */
export async function withTemporaryFile<T>(folder: string | null, work: (path: string) => Promise<T>): Promise<T> {
  const made = await mkdtemp(join(folder ?? tmpdir(), 'cuadro-'));
  try {
    return await work(join(made, 'rows.csv'));
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}
