import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InputFile } from '../sources/file/contract-types.ts';

/** A raw file as a batch remembers it: what it was called and was, and its content by hash. */
export interface LandedFile {
  readonly name: string;
  readonly stem: string;
  readonly kind: InputFile['kind'];
  readonly gzip: boolean;
  readonly bytes: number;
  readonly sha256: string;
}

const chunkBytes = 4 << 20;
const temporaryPrefix = 'part-';

const landingFolder = (workspace: string): string => join(workspace, 'landing');

/** Where the content of that hash is. What is compressed says so in its name: readers go by it. */
export const landedPath = (workspace: string, { sha256, gzip }: Pick<LandedFile, 'sha256' | 'gzip'>): string =>
  join(landingFolder(workspace), sha256.slice(0, 2), gzip ? `${sha256}.gz` : sha256);

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return; // Windows opens no folder for that.
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Copies the file into landing under the hash of its content; a content that is there already is not written again. */
export const landFile = async (
  workspace: string,
  file: InputFile,
  options: { readonly signal: AbortSignal | null; readonly onBytes: (done: number) => void },
): Promise<LandedFile> => {
  mkdirSync(landingFolder(workspace), { recursive: true });
  const temporary = join(landingFolder(workspace), `${temporaryPrefix}${randomUUID()}`);
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let bytes = 0;
  try {
    const input = await open(file.path, 'r');
    try {
      const output = await open(temporary, 'wx', 0o600);
      try {
        for (;;) {
          options.signal?.throwIfAborted();
          const { bytesRead } = await input.read(buffer, 0, chunkBytes, null);
          if (bytesRead === 0) break;
          const chunk = buffer.subarray(0, bytesRead);
          hash.update(chunk);
          await output.writeFile(chunk);
          bytes += bytesRead;
          options.onBytes(bytes);
        }
        await output.sync();
      } finally {
        await output.close();
      }
    } finally {
      await input.close();
    }
    const sha256 = hash.digest('hex');
    const final = landedPath(workspace, { sha256, gzip: file.gzip });
    if (!existsSync(final)) {
      mkdirSync(dirname(final), { recursive: true });
      await rename(temporary, final);
      await syncFolder(dirname(final));
    }
    return { name: file.name, stem: file.stem, kind: file.kind, gzip: file.gzip, bytes, sha256 };
  } finally {
    await rm(temporary, { force: true });
  }
};

/** The file again, to be read from landing. */
export const landedInput = (workspace: string, file: LandedFile): InputFile => ({
  path: landedPath(workspace, file),
  name: file.name,
  stem: file.stem,
  kind: file.kind,
  gzip: file.gzip,
  bytes: file.bytes,
});

/** Removes every content that no batch needs, with what a killed import left half written. */
export const sweepLanding = (workspace: string, needed: ReadonlySet<string>): void => {
  const root = landingFolder(workspace);
  if (!existsSync(root)) return;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (!entry.isDirectory()) {
      if (entry.name.startsWith(temporaryPrefix)) rmSync(path, { force: true });
      continue;
    }
    for (const name of readdirSync(path)) if (!needed.has(name.replace(/\.gz$/, ''))) rmSync(join(path, name), { force: true });
  }
};
