import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import { CuadroError } from '../../model/error.ts';
import { backupFormat, type Manifest, manifestName, manifestSchema } from './manifest.ts';

const maxManifestBytes = 64 << 20;

/** Only plain files inside the workspace: an archive could have been made by anybody. */
function safePath(name: string): string | null {
  const path = normalize(name);
  return isAbsolute(path) || path.startsWith('..') || name.includes('\0') || name.includes('\\') ? null : path;
}

/**
 * Unpacks a backup into a folder that is the caller's to throw away, and checks every file against the manifest.
 * @throws CuadroError backup_invalid, backup_too_new
 */
export async function readBackup(archive: string, folder: string): Promise<Manifest> {
  const invalid = (found: string, cause?: unknown): CuadroError =>
    new CuadroError({ code: 'backup_invalid', where: archive, found, cause });
  const found = new Map<string, { readonly bytes: number; readonly sha256: string }>();
  let manifest: Manifest | null = null;
  const unpack = extract();
  const reading = pipeline(createReadStream(archive), createZstdDecompress(), unpack);
  const taking = (async () => {
    for await (const entry of unpack) {
      const { name, type, size = 0 } = entry.header;
      if (name === manifestName) {
        if (size > maxManifestBytes) throw invalid(manifestName);
        manifest = manifestSchema.parse(JSON.parse(await text(entry)));
        continue;
      }
      const path = safePath(name);
      if (type !== 'file' || path === null) throw invalid(name);
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      const hash = createHash('sha256');
      let bytes = 0;
      await pipeline(
        entry,
        async function* (chunks: AsyncIterable<Uint8Array>) {
          for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
          }
        },
        createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }),
      );
      found.set(name, { bytes, sha256: hash.digest('hex') });
    }
  })();
  try {
    await Promise.all([reading, taking]);
  } catch (error) {
    if (error instanceof CuadroError) throw error;
    throw invalid(error instanceof Error ? (error.message.split('\n')[0] ?? '') : '', error);
  }
  return verified(manifest, found, archive, invalid);
}

function verified(
  manifest: Manifest | null,
  found: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>,
  archive: string,
  invalid: (found: string) => CuadroError,
): Manifest {
  if (!manifest) throw invalid(manifestName);
  if (manifest.cuadro_backup > backupFormat)
    throw new CuadroError({ code: 'backup_too_new', where: archive, found: String(manifest.cuadro_backup) });
  for (const { path, bytes, sha256 } of manifest.files) {
    const one = found.get(path);
    if (!one || one.bytes !== bytes || one.sha256 !== sha256) throw invalid(path);
  }
  if (found.size !== manifest.files.length) throw invalid(`${found.size} ≠ ${manifest.files.length}`);
  return manifest;
}
