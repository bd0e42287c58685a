import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Board } from '../app/board.ts';
import { loadBoard } from '../app/board.ts';
import type { Host } from '../app/host.ts';
import { asCuadroError, renderError } from '../i18n/errors.ts';
import { type Language, languageOf } from '../i18n/language.ts';
import { CuadroError } from '../model/error.ts';
import { boardPage, troublePage, workingPage } from './page/board.ts';
import { style } from './page/style.ts';

export interface ServerOptions {
  /** 127.0.0.1: this machine only. */
  readonly host: string;
  /** The first to try; a taken one moves on to the next. */
  readonly port: number;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

const security: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...security, 'content-type': `${type}; charset=utf-8`, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** A page elsewhere may point its own name at this machine: only names that mean it are answered. */
function isMeant(request: IncomingMessage, host: string): boolean {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  if (host === '0.0.0.0' || host === '::') return true;
  return ['127.0.0.1', 'localhost', '[::1]', host.toLowerCase(), `[${host.toLowerCase()}]`].includes(name);
}

/** How long a first visitor waits for figures before being shown that they are on their way. */
const patienceMs = 2_000;
/** The board, computed once until the data or the settings change. */
function keptBoard(host: Host): () => Promise<Board> {
  let kept: { readonly board: Promise<Board>; readonly settings: string } | null = null;
  host.onChange(() => {
    kept = null;
  });
  return async () => {
    // The server owns the data; `cuadro.yaml` may be edited at any time.
    const settings = JSON.stringify((await host.workspace()).settings);
    if (kept?.settings === settings) return kept.board;
    const entry = { board: loadBoard(host), settings };
    kept = entry;
    entry.board.catch(() => {
      if (kept === entry) kept = null;
    });
    return entry.board;
  };
}

async function page(host: Host, language: Language, boardOf: () => Promise<Board>): Promise<string> {
  const board = boardOf();
  const late = Symbol('late');
  const first = await Promise.race([board, new Promise<typeof late>((resolve) => setTimeout(resolve, patienceMs, late).unref())]);
  if (first !== late) return boardPage(first, language);
  board.catch(() => undefined);
  return workingPage(language, (await host.workspace()).settings.name);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  host: Host,
  options: ServerOptions,
  boardOf: () => Promise<Board>,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!isMeant(request, options.host)) return send(response, 421, 'text/plain', 'Misdirected request\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'Method not allowed\n');
  if (url.pathname === '/style.css') return send(response, 200, 'text/css', style);
  if (url.pathname === '/health') return send(response, 200, 'text/plain', 'ok\n');
  if (url.pathname !== '/') return send(response, 404, 'text/plain', 'Not found\n');
  const asked = url.searchParams.get('lang');
  let language: Language = asked === 'en' ? 'en' : 'es';
  try {
    if (asked !== 'es' && asked !== 'en') language = languageOf((await host.workspace()).settings.locale);
    send(response, 200, 'text/html', await page(host, language, boardOf));
  } catch (thrown) {
    const error = renderError(asCuadroError(thrown), language);
    send(response, 500, 'text/html', troublePage(language, error.message, error.fix));
  }
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** The port asked for or the next free one. @throws CuadroError port_unavailable */
async function listenSomewhere(server: Server, { host, port }: ServerOptions): Promise<void> {
  for (let next = port; ; next++) {
    try {
      return await listen(server, host, next);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || next >= Math.min(65_535, port + 200)) {
        throw new CuadroError({ code: 'port_unavailable', where: `${host}:${port}`, found: String(code), cause: error });
      }
    }
  }
}

/** Serves the workspace that `host` holds open. Resolves once the address answers. */
export async function startServer(host: Host, options: ServerOptions): Promise<RunningServer> {
  const boardOf = keptBoard(host);
  const server = createServer((request, response) => {
    answer(request, response, host, options, boardOf).catch(() => response.destroy());
  });
  await listenSomewhere(server, options);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const name =
    options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host.includes(':') ? `[${options.host}]` : options.host;
  const url = `http://${name}:${port}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const probe = await fetch(url);
  const body = await probe.text();
  if (probe.status !== 200) {
    await close();
    throw new CuadroError({
      code: 'page_failed',
      blame: 'internal',
      where: url,
      found: /role="alert">([^<]*)</.exec(body)?.[1] ?? String(probe.status),
    });
  }
  return { url, close };
}
