import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, openHost } from '../../src/app/host.ts';
import { type ServerOptions, startServer } from '../../src/server/serve.ts';
import { copyDemo } from '../demo.ts';

export interface Served {
  readonly url: string;
  readonly folder: string;
  readonly host: Host;
  /** The link that makes the owner; null: there is one. */
  readonly firstRun: string | null;
  close(): Promise<void>;
}

const now = (): Temporal.Instant => Temporal.Instant.from('2026-07-15T10:00:00Z');

/**
 * Builds the app if it is stale and serves a small sample company: one for a whole file of tests.
 * @param actorOf who asks; default: whoever has signed in, else the guest
 * @param env settings by variables
 * @param more of the server
 */
export async function serveSample(
  scale = 0.02,
  actorOf: ServerOptions['actorOf'] = undefined,
  env: Readonly<Record<string, string>> = {},
  more: Partial<ServerOptions> = {},
): Promise<Served> {
  const cwd = mkdtempSync(join(tmpdir(), 'cuadro-web-'));
  await copyDemo(join(cwd, 'cuadro-data'), scale);
  return serveFolder(cwd, actorOf, env, more);
}

/** The same of a company that is there already, in `cuadro-data` below a folder that goes when it is closed. */
export async function serveFolder(
  cwd: string,
  actorOf: ServerOptions['actorOf'] = undefined,
  env: Readonly<Record<string, string>> = {},
  more: Partial<ServerOptions> = {},
): Promise<Served> {
  const { ensureWeb } = await import('../../scripts/web.mjs');
  if ((await ensureWeb()) !== 0) throw new Error('the web app could not be built');
  const folder = join(cwd, 'cuadro-data');
  // A machine that runs four files of tests at once may take longer over a question than a server waits.
  const host = await openHost(folder, now, null, { CUADRO_SERVER_QUERY_SECONDS: '600', ...env });
  const server = await startServer(host, { host: '127.0.0.1', port: 0, now, ...(actorOf ? { actorOf } : {}), ...more });
  return {
    url: server.url,
    folder,
    host,
    firstRun: server.firstRun,
    close: async () => {
      await server.close();
      await host.close();
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}
