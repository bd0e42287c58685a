import { ApiError, apiErrorOf } from './error.ts';

const base = '/api/v1/uploads';
const version = { 'tus-resumable': '1.0.0' };
const pieceBytes = 8 * 2 ** 20;
const attempts = 5;
const firstPauseMs = 500;

export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
}

interface Options {
  readonly onProgress: (progress: UploadProgress) => void;
  readonly signal: AbortSignal;
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable', null, error);
  }
  if (response.ok) return response;
  throw apiErrorOf(response.status, await response.json().catch(() => null));
}

/** Only where the browser has it: on `https` and on this machine. */
async function checksumOf(piece: Blob): Promise<Record<string, string>> {
  if (!('crypto' in globalThis) || !crypto.subtle) return {};
  const digest = await crypto.subtle.digest('SHA-256', await piece.arrayBuffer());
  return { 'upload-checksum': `sha256 ${base64(new Uint8Array(digest))}` };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a broken connection may have been all that was wrong. */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500 || error.status === 409);

/**
 * Sends a file in pieces (tus 1.0.0): after a broken connection it goes on where the server is.
 * @param name as the server is to call it
 * @returns the upload's id, for `upload:ID`
 * @throws ApiError
 */
export async function uploadFile(file: Blob, name: string, { onProgress, signal }: Options): Promise<string> {
  const metadata = `filename ${base64(new TextEncoder().encode(name))}`;
  const made = await send(base, {
    method: 'POST',
    headers: { ...version, 'upload-length': String(file.size), 'upload-metadata': metadata },
    signal,
  });
  const id = made.headers.get('location')?.split('/').at(-1) ?? '';
  let offset = 0;
  for (let failed = 0; offset < file.size; ) {
    const piece = file.slice(offset, offset + pieceBytes);
    try {
      const headers = {
        ...version,
        ...(await checksumOf(piece)),
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      };
      const answered = await send(`${base}/${id}`, { method: 'PATCH', headers, body: piece, signal });
      offset = Number(answered.headers.get('upload-offset'));
      failed = 0;
    } catch (error) {
      failed += 1;
      if (!isPassing(error) || failed >= attempts || signal.aborted) throw error;
      await pause(firstPauseMs * 2 ** failed);
      const where = await send(`${base}/${id}`, { method: 'HEAD', headers: version, signal }).catch(() => null);
      if (where) offset = Number(where.headers.get('upload-offset'));
    }
    onProgress({ sent: offset, total: file.size });
  }
  return id;
}

/** Drops what was sent. What cannot be dropped now is dropped by the server after a day. */
export const dropUpload = (id: string): Promise<unknown> => send(`${base}/${id}`, { method: 'DELETE', headers: version }).catch(() => null);
