import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CuadroError } from '../../model/error.ts';
import type { Actor } from '../rights/actor.ts';

/** A file on its way into the workspace. */
export interface Upload {
  readonly id: string;
  /** What its owner calls it; for people and for recognising what it holds. */
  readonly name: string;
  /** Bytes it will have. */
  readonly size: number;
  /** Hex of the whole file, where its owner said it. */
  readonly sha256: string | null;
  /** Whose it is: nobody else may know of it. */
  readonly owner: string;
}

export interface UploadLimits {
  readonly upload: number;
  readonly uploadsTogether: number;
  readonly uploadsOpen: number;
}

/** After a day without a byte an upload is dropped. */
export const uploadHours = 24;

const idForm = /^[0-9a-f]{32}$/;

/** Uploads lie in `tmp`: no backup takes them. */
export const uploadsFolder = (workspace: string): string => join(workspace, 'tmp', 'uploads');

const ownerOf = ({ kind, id }: Actor): string => `${kind} ${id ?? ''}`;

/** Only the letters of a name, no part of a path: what lies on the disk is named by us. */
const harmless = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const kept = last.replace(/[^\p{L}\p{N} ._()-]/gu, '_').replace(/^[.\s]+/, '');
  return [...kept].slice(-100).join('') || 'file';
};

/** Files that come in pieces, each whole or resumable after a broken connection, and only for whom they belong to. */
export class Uploads {
  readonly #folder: string;
  readonly #limits: UploadLimits;
  readonly #busy = new Set<string>();

  constructor(workspace: string, limits: UploadLimits) {
    this.#folder = uploadsFolder(workspace);
    this.#limits = limits;
  }

  /** @throws CuadroError `upload_invalid`, `upload_too_large` */
  async create(actor: Actor, { name, size, sha256 }: Pick<Upload, 'name' | 'size' | 'sha256'>): Promise<Upload> {
    if (!Number.isSafeInteger(size) || size < 1) throw new CuadroError({ code: 'upload_invalid', found: 'Upload-Length' });
    if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) throw new CuadroError({ code: 'upload_invalid', found: 'sha256' });
    const own = (await this.#all()).filter(({ owner }) => owner === ownerOf(actor));
    const together = own.reduce((sum, one) => sum + one.size, size);
    const { upload, uploadsTogether, uploadsOpen } = this.#limits;
    if (size > upload || together > uploadsTogether || own.length >= uploadsOpen) throw new CuadroError({ code: 'upload_too_large' });
    const made: Upload = { id: randomBytes(16).toString('hex'), name: harmless(name), size, sha256, owner: ownerOf(actor) };
    await mkdir(this.#path(made.id), { recursive: true, mode: 0o700 });
    await writeFile(this.#path(made.id, 'data'), '', { flag: 'wx', mode: 0o600 });
    await writeFile(this.#path(made.id, 'about.json'), JSON.stringify(made), { flag: 'wx', mode: 0o600 });
    return made;
  }

  /** @returns the upload and how many bytes of it are here. @throws CuadroError `upload_unknown` */
  async find(actor: Actor, id: string): Promise<{ readonly upload: Upload; readonly offset: number; readonly expires: Date }> {
    const upload = await this.#read(id);
    const file = upload?.owner === ownerOf(actor) ? await this.#dataOf(id) : null;
    if (!upload || !file) throw new CuadroError({ code: 'upload_unknown' });
    return { upload, offset: file.size, expires: new Date(file.mtimeMs + uploadHours * 3_600_000) };
  }

  /**
   * Appends what comes, as far as it comes; what has come before the connection broke stays, unless the piece has a checksum.
   * @param piece the checksum of what is sent now
   * @returns the new offset
   * @throws CuadroError `upload_unknown`, `upload_busy`, `upload_offset`, `upload_too_large`, `upload_damaged`; what the stream throws
   */
  async append(
    actor: Actor,
    id: string,
    {
      from,
      piece,
      body,
    }: {
      readonly from: number;
      readonly piece: { readonly algorithm: string; readonly digest: string } | null;
      readonly body: AsyncIterable<Buffer>;
    },
  ): Promise<number> {
    const { upload, offset } = await this.find(actor, id);
    if (this.#busy.has(id)) throw new CuadroError({ code: 'upload_busy' });
    if (from !== offset) throw new CuadroError({ code: 'upload_offset' });
    this.#busy.add(id);
    const file = await open(this.#path(id, 'data'), 'a');
    const hash = piece ? createHash(piece.algorithm) : null;
    let end = offset;
    let whole = false;
    try {
      for await (const chunk of body) {
        if (end + chunk.length > upload.size) throw new CuadroError({ code: 'upload_too_large' });
        hash?.update(chunk);
        await file.write(chunk);
        end += chunk.length;
      }
      whole = true;
      if (hash && hash.digest('base64') !== piece?.digest) throw new CuadroError({ code: 'upload_damaged' });
      await file.sync();
    } catch (error) {
      // Of a piece that cannot be verified nothing stays.
      if (hash || whole) await file.truncate(offset);
      throw error;
    } finally {
      await file.close();
      this.#busy.delete(id);
    }
    if (end === upload.size) await this.#verify(upload);
    return end;
  }

  /** @throws CuadroError `upload_unknown`, `upload_busy` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.find(actor, id);
    if (this.#busy.has(id)) throw new CuadroError({ code: 'upload_busy' });
    await rm(this.#path(id), { recursive: true, force: true });
  }

  /**
   * Where a complete upload lies, under a harmless form of its name.
   * @throws CuadroError `upload_unknown`, `upload_incomplete`
   */
  async pathOf(actor: Actor, id: string): Promise<string> {
    const { upload, offset } = await this.find(actor, id);
    if (offset < upload.size) throw new CuadroError({ code: 'upload_incomplete' });
    const folder = this.#path(id, 'named');
    const path = join(folder, upload.name);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await link(this.#path(id, 'data'), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return path;
  }

  /** Drops what nobody has added to for a day, and what was never begun properly. */
  async sweep(now: number): Promise<void> {
    for (const id of await readdir(this.#folder).catch(() => [])) {
      if (this.#busy.has(id)) continue;
      const file = await this.#dataOf(id);
      if (!file || file.mtimeMs + uploadHours * 3_600_000 < now) await rm(join(this.#folder, id), { recursive: true, force: true });
    }
  }

  async #verify(upload: Upload): Promise<void> {
    if (upload.sha256 === null) return;
    const hash = createHash('sha256');
    await pipeline(createReadStream(this.#path(upload.id, 'data')), hash);
    if (hash.digest('hex') === upload.sha256) return;
    await truncate(this.#path(upload.id, 'data'));
    throw new CuadroError({ code: 'upload_damaged' });
  }

  async #all(): Promise<readonly Upload[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return (await Promise.all(names.map((id) => this.#read(id)))).filter((one) => one !== null);
  }

  async #read(id: string): Promise<Upload | null> {
    if (!idForm.test(id)) return null;
    const text = await readFile(this.#path(id, 'about.json'), 'utf8').catch(() => null);
    if (text === null) return null;
    const upload: Upload = JSON.parse(text);
    return upload;
  }

  #dataOf(id: string): Promise<Stats | null> {
    return stat(join(this.#folder, id, 'data')).catch(() => null);
  }

  #path(id: string, ...rest: readonly string[]): string {
    return join(this.#folder, id, ...rest);
  }
}
