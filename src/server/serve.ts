import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Host } from '../app/host.ts';
import { openAccounts } from '../app/people/accounts.ts';
import type { Passwords } from '../app/people/passwords.ts';
import { CuadroError } from '../model/error.ts';
import { actorFrom, mountAccounts } from './auth/mount.ts';
import { buildApp } from './http/app.ts';
import { type HttpOptions, httpOptions } from './http/options.ts';
import { closeGracefully } from './http/shutdown.ts';
import { isBuilt } from './http/web.ts';

export interface ServerOptions extends Partial<HttpOptions> {
  /** 127.0.0.1: this machine only. */
  readonly host: string;
  /** The first to try; a taken one moves on to the next. */
  readonly port: number;
  readonly now?: () => Temporal.Instant;
  /** Default: scrypt. */
  readonly passwords?: Passwords;
}

export interface RunningServer {
  readonly url: string;
  /** The link that makes the owner; null where there is an account. */
  readonly firstRun: string | null;
  close(): Promise<void>;
}

/** Where Vite puts the web application. */
const builtWeb = join(import.meta.dirname, '..', '..', 'dist', 'web');

/** The port asked for or the next free one. @throws CuadroError port_unavailable */
async function listenSomewhere(app: FastifyInstance, { host, port }: ServerOptions): Promise<void> {
  for (let next = port; ; next++) {
    try {
      await app.listen({ host, port: next });
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || next >= Math.min(65_535, port + 200)) {
        throw new CuadroError({ code: 'port_unavailable', where: `${host}:${port}`, found: String(code), cause: error });
      }
    }
  }
}

/** Serves the workspace that `host` holds open, as its configuration says. Resolves once the address answers. */
export async function startServer(host: Host, options: ServerOptions): Promise<RunningServer> {
  const { server } = (await host.workspace()).config;
  let url = `http://localhost:${options.port}`;
  const publicUrl = options.publicUrl ?? server.public_url;
  const accounts = openAccounts({
    host,
    url: () => publicUrl ?? url,
    now: options.now ?? (() => Temporal.Now.instant()),
    complain: (problem) => app.log.error({ problem }, 'sign-in'),
    ...(options.passwords ? { passwords: options.passwords } : {}),
  });
  const settled = httpOptions({
    publicUrl,
    trustedProxies: server.trusted_proxies,
    web: builtWeb,
    actorOf: actorFrom(accounts),
    ...options,
  });
  const app = await buildApp(host, { ...settled, routes: [async (scope) => mountAccounts(scope, accounts), ...settled.routes] });
  const close = async (): Promise<void> => {
    await closeGracefully(app, host, settled.graceMs);
    await accounts.close();
  };
  try {
    await listenSomewhere(app, options);
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : options.port;
    const name =
      options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host.includes(':') ? `[${options.host}]` : options.host;
    url = `http://${name}:${port}`;
    const probe = await fetch(url);
    const body = await probe.text();
    // Where the web application is not built the page says so, and all else works.
    const isUnbuilt = probe.status === 503 && !isBuilt(settled.web);
    if (probe.status !== 200 && !isUnbuilt) {
      throw new CuadroError({
        code: 'page_failed',
        blame: 'internal',
        where: url,
        found: /role="alert">([^<]*)</.exec(body)?.[1] ?? String(probe.status),
      });
    }
    return { url, firstRun: await accounts.firstRunLink(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
