import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type Options, open, type ZipFile } from 'yauzl';
import { CuadroError } from '../../../model/error.ts';
import type { InputFile } from '../contract-types.ts';
import { readBytes } from '../read/bytes.ts';

/** Limits against bombs. A part beyond `partFloor` that inflates to more than `partRatio` times its size is taken for one. */
const mostParts = 10_000;
const partFloor = 32 << 20;
const partRatio = 200;
const mostInflated = 6 * 2 ** 30;
/** A packed workbook in a .gz is held in memory. */
const mostBuffered = 512 << 20;

/** The parts of a workbook's ZIP. Nothing is ever written to a path that the archive names. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #path: string;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, path: string, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#path = path;
    this.#entries = entries;
  }

  /** @throws damaged_file, compression_bomb, unsafe_archive */
  static async open(file: InputFile): Promise<Archive> {
    const zip = await openZip(file);
    try {
      return new Archive(zip, file.path, await listEntries(zip, file));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase());
  }

  /** A part's bytes, inflated; yauzl ends with an error when they are more than the archive says. @throws damaged_file */
  async stream(part: string): Promise<Readable> {
    const entry = this.#entries.get(part.toLowerCase());
    if (entry === undefined) throw new CuadroError({ code: 'damaged_file', where: this.#path, found: part, params: { said: 'xlsx' } });
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) => {
        if (error) reject(damaged(this.#path, error));
        else resolve(stream);
      });
    });
  }

  close(): void {
    this.#zip.close();
  }
}

export function damaged(path: string, error: unknown): CuadroError {
  if (error instanceof CuadroError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/invalid relative path|absolute path|invalid characters in fileName/.test(message)) {
    return new CuadroError({ code: 'unsafe_archive', where: path, found: message.slice(0, 200), cause: error });
  }
  if (/too many bytes in the stream/.test(message)) return new CuadroError({ code: 'compression_bomb', where: path, cause: error });
  return new CuadroError({ code: 'damaged_file', where: path, found: message.slice(0, 200), params: { said: 'xlsx' }, cause: error });
}

async function openZip(file: InputFile): Promise<ZipFile> {
  const options: Options = { lazyEntries: true, autoClose: false };
  const packed = file.gzip ? await buffered(file) : null;
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile) => (error ? reject(damaged(file.path, error)) : resolve(zip));
    if (packed) fromBuffer(packed, options, done);
    else open(file.path, options, done);
  });
}

async function buffered(file: InputFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of readBytes(file)) {
    pieces.push(piece);
    size += piece.length;
    if (size > mostBuffered) throw new CuadroError({ code: 'compression_bomb', where: file.path });
  }
  return Buffer.concat(pieces);
}

function listEntries(zip: ZipFile, file: InputFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let inflated = 0;
    zip.on('error', (error) => reject(damaged(file.path, error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry) => {
      inflated += entry.uncompressedSize;
      const swollen = entry.uncompressedSize > partFloor && entry.uncompressedSize > partRatio * entry.compressedSize;
      if (swollen || inflated > mostInflated || entries.size >= mostParts) {
        reject(new CuadroError({ code: 'compression_bomb', where: file.path, params: { size: inflated, packed: file.bytes } }));
        return;
      }
      if (entry.isEncrypted()) {
        reject(new CuadroError({ code: 'encrypted_file', where: file.path }));
        return;
      }
      entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
