import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CuadroError } from '../../../model/error.ts';
import type { InputFile } from '../contract-types.ts';

const pieceSize = 1 << 20;
/** Inflated to more than this and more than `bombRatio` times its size, a file is taken for a bomb: real tables stay far below. */
const bombFloor = 256 << 20;
const bombRatio = 250;

/**
 * The file's bytes, inflated if it is gzip, piece by piece.
 * @throws damaged_gzip, compression_bomb, unreadable_file
 */
export async function* readBytes(file: InputFile): AsyncGenerator<Buffer> {
  const raw = createReadStream(file.path, { highWaterMark: pieceSize });
  // `pipeline` hands an error of the file on to the stream that is read below, and closes both.
  const stream = file.gzip ? pipeline(raw, createGunzip({ chunkSize: pieceSize }), () => {}) : raw;
  let total = 0;
  try {
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('a file stream gave no bytes');
      total += piece.length;
      if (file.gzip && total > bombFloor && total > bombRatio * file.bytes) {
        throw new CuadroError({ code: 'compression_bomb', where: file.path, params: { size: total, packed: file.bytes } });
      }
      yield piece;
    }
  } catch (error) {
    throw readingError(file.path, error);
  } finally {
    raw.destroy();
  }
}

/** The first bytes of the file, inflated; as many as there are, at most `count`. */
export async function readHead(file: InputFile, count: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of readBytes(file)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= count) break;
  }
  return Buffer.concat(pieces).subarray(0, count);
}

/** An error of the operating system or of zlib, in words for people. */
export function readingError(path: string, error: unknown): CuadroError {
  if (error instanceof CuadroError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new CuadroError({ code: 'file_not_found', where: path, cause: error });
  if (/^Z_|^ERR_ZLIB|ERR_BUFFER_OUT/.test(code)) return new CuadroError({ code: 'damaged_gzip', where: path, cause: error });
  return new CuadroError({ code: 'unreadable_file', where: path, found: code || String(error), cause: error });
}
