import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A Unix socket's path may not be longer; macOS allows the least. */
const longest = 100;

/**
 * Where the server of a workspace listens for this user's commands: in the workspace, or, when that path is too long for a
 * socket, in a folder of the user's own, by a hash of the workspace's path.
 */
export function socketPath(folder: string, env: Readonly<Record<string, string | undefined>> = process.env): string {
  const real = realpathSync(folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\cuadro-${hash}`;
  const inside = join(real, 'server.sock');
  if (Buffer.byteLength(inside) <= longest) return inside;
  return join(env.XDG_RUNTIME_DIR || join(tmpdir(), `cuadro-${userInfo().uid}`), `cuadro-${hash}.sock`);
}
