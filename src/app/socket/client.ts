import { statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { CuadroError } from '../../model/error.ts';
import type { Progress } from '../operation.ts';
import { socketPath } from './path.ts';
import { type Request, responseSchema, unpackError } from './protocol.ts';

/** Another user's socket could answer anything: only our own is asked. */
function isOurs(path: string): boolean {
  if (process.platform === 'win32') return true;
  const uid = process.getuid?.();
  try {
    const { uid: owner } = statSync(path);
    return owner === uid || owner === 0;
  } catch {
    return false;
  }
}

/** @returns a connection; null when no server listens (none, or one that was killed and left its socket behind) */
const reach = (path: string): Promise<Socket | null> =>
  new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTSOCK') resolve(null);
      else reject(error);
    });
  });

/**
 * Asks the server of the workspace to run an operation.
 * @returns null when no server runs on it
 * @throws CuadroError the operation's own; `server_lost`
 */
export async function askServer(
  folder: string,
  request: Request,
  progress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<{ readonly result: unknown } | null> {
  const path = socketPath(folder);
  if (!isOurs(path)) return null;
  const socket = await reach(path);
  if (!socket) return null;
  const stop = (): void => void socket.destroy();
  signal?.addEventListener('abort', stop);
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
      const response = responseSchema.parse(JSON.parse(line));
      if ('progress' in response) progress(response.progress);
      else if ('error' in response) throw unpackError(response.error);
      else return { result: response.result };
    }
  } catch (error) {
    if (error instanceof CuadroError) throw error;
    throw new CuadroError({ code: 'server_lost', blame: 'internal', where: path, cause: error });
  } finally {
    signal?.removeEventListener('abort', stop);
    socket.destroy();
  }
  throw new CuadroError({ code: 'server_lost', blame: 'internal', where: path });
}
