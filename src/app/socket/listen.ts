import { chmodSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { CuadroError } from '../../model/error.ts';
import type { Progress } from '../operation.ts';
import { socketPath } from './path.ts';
import { packError, type Request, type Response, requestSchema } from './protocol.ts';

export type Answer = (request: Request, progress: (progress: Progress) => void, signal: AbortSignal) => Promise<unknown>;

async function serve(socket: Socket, answer: Answer, asError: (error: unknown) => CuadroError): Promise<void> {
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  socket.on('error', () => gone.abort());
  const send = (response: Response): void => {
    if (!socket.destroyed) socket.write(`${JSON.stringify(response)}\n`);
  };
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    try {
      const request = requestSchema.parse(JSON.parse(line));
      const result = await answer(request, (progress) => send({ progress }), gone.signal);
      send({ result: result ?? null });
    } catch (error) {
      send(packError(asError(error)));
    }
  }
}

/**
 * Listens for this user's commands on the workspace. The caller holds the workspace's lock, so a socket that is there is a
 * dead server's.
 * @returns a function that stops listening
 */
export async function listenForCommands(
  folder: string,
  answer: Answer,
  asError: (error: unknown) => CuadroError,
): Promise<() => Promise<void>> {
  const path = socketPath(folder);
  const unix = process.platform !== 'win32';
  if (unix) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const uid = process.getuid?.();
    if (dirname(path) !== folder && uid !== undefined && statSync(dirname(path)).uid !== uid && uid !== 0) {
      throw new CuadroError({ code: 'folder_not_writable', where: dirname(path), found: 'EACCES' });
    }
    rmSync(path, { force: true });
  }
  const server: Server = createServer((socket) => {
    serve(socket, answer, asError).catch(() => socket.destroy());
  });
  // The socket is born with the mode that the umask leaves: nobody else may connect, not even for a moment.
  const before = unix ? process.umask(0o177) : 0;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    if (unix) process.umask(before);
  }
  if (unix) chmodSync(path, 0o600);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      if (unix) rmSync(path, { force: true });
    });
}
