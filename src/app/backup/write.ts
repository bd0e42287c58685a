import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import { pack } from 'tar-stream';
import { backupFormat, type Manifest, manifestName } from './manifest.ts';

export interface BackupFile {
  /** In the workspace, with `/`. */
  readonly path: string;
  /** Where its content is read from. */
  readonly from: string;
}

/** Hashes what flows through it. */
function meter(): { readonly stream: Transform; readonly sha256: () => string } {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, sha256: () => hash.digest('hex') };
}

/**
 * Writes a tar archive, compressed by zstd, under a temporary name and renames it when it is whole.
 * @returns bytes written, and the SHA-256 of the archive
 */
export async function writeBackup(
  target: string,
  files: readonly BackupFile[],
  about: Pick<Manifest, 'version' | 'made_at'>,
  onFile: (done: number) => void,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const archive = pack();
  const whole = meter();
  const partial = `${target}.partial-${process.pid}`;
  const written = pipeline(
    archive,
    createZstdCompress(),
    whole.stream,
    createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }),
  );
  const fill = async (): Promise<void> => {
    const listed: Manifest['files'] = [];
    for (const [index, { path, from }] of files.entries()) {
      onFile(index);
      const { size } = await stat(from);
      const entry = archive.entry({ name: path, size, mode: 0o600 });
      const { stream, sha256 } = meter();
      await pipeline(createReadStream(from), stream, entry);
      listed.push({ path, bytes: size, sha256: sha256() });
    }
    const manifest: Manifest = { cuadro_backup: backupFormat, ...about, files: listed };
    archive.entry({ name: manifestName, mode: 0o600 }, `${JSON.stringify(manifest, null, 1)}\n`);
    archive.finalize();
  };
  try {
    await Promise.all([
      written,
      fill().catch((error: unknown) => {
        archive.destroy(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }),
    ]);
    await rename(partial, target);
    return { bytes: (await stat(target)).size, sha256: whole.sha256() };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
