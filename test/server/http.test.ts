import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../src/app/host.ts';
import { operations } from '../../src/app/operation-list.ts';
import { type Actor, localActor, permissionsOf } from '../../src/app/rights/actor.ts';
import { Uploads } from '../../src/app/uploads/uploads.ts';
import { buildApp } from '../../src/server/http/app.ts';
import { firstAnswers } from '../../src/server/http/first-answers.ts';
import { defaultLimits } from '../../src/server/http/limits.ts';
import { type HttpOptions, httpOptions } from '../../src/server/http/options.ts';
import { type Folder, smallWorkspace } from './workspace.ts';

const now = (): Temporal.Instant => Temporal.Instant.from('2026-07-15T10:00:00Z');

const owner: Actor = { ...localActor, kind: 'user', id: 'owner-1', name: 'ana@example.com', from: '203.0.113.7' };
const viewer: Actor = { ...owner, id: 'viewer-1', role: 'viewer', permissions: permissionsOf('viewer', false) };
const people: Readonly<Record<string, Actor>> = { owner, other: { ...owner, id: 'owner-2' }, viewer };

let made: Folder;
let host: Host;
let web: string;
const logged: string[] = [];
const stream = new Writable({
  write(chunk, _, done) {
    logged.push(String(chunk));
    done();
  },
});

/** Who asks is what a header says: sign-in has tests of its own. */
const actorOf: HttpOptions['actorOf'] = async ({ headers }) => people[String(headers['x-test-actor'])] ?? null;

interface Listening {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly port: number;
}
const listening: Listening[] = [];

async function listen(more: Partial<HttpOptions> = {}): Promise<Listening> {
  const app = await buildApp(host, httpOptions({ host: '127.0.0.1', actorOf, ...more }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const one = { app, url: `http://127.0.0.1:${port}`, port };
  listening.push(one);
  return one;
}

let plain: Listening;

beforeAll(async () => {
  made = await smallWorkspace();
  host = await openHost(made.folder, now);
  web = mkdtempSync(join(tmpdir(), 'cuadro-web-'));
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Cuadro</title><body></body>');
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js'), `export const words = '${'cuadro '.repeat(1_000)}';`);
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync("export const words = 'as the build squeezed it';"));
  writeFileSync(join(web, '.env'), 'secret');
  plain = await listen({ log: { level: 'info', stream } });
});
afterAll(async () => {
  for (const { app } of listening) await app.close();
  await host.close();
  rmSync(web, { recursive: true, force: true });
  made.remove();
});

const as = (who: string, headers: Record<string, string> = {}): Record<string, string> => ({ 'x-test-actor': who, ...headers });

/** `fetch` sets Host and Origin itself. */
const raw = (
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

describe('what every answer carries', () => {
  it('is a strict policy, and no word on what serves it', async () => {
    const { headers } = await fetch(plain.url);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(policy.split(';')).toContain(part);
    }
    expect(policy).not.toContain("script-src 'unsafe");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    const api = await fetch(`${plain.url}/api/v1/kpis?language=es`, { headers: as('owner') });
    expect(api.headers.get('cache-control')).toBe('no-store');
    const secure = await listen({ publicUrl: 'https://cuadro.example.com' });
    expect((await fetch(secure.url)).headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('answers by problem details, in the language asked for', async () => {
    const found = await fetch(`${plain.url}/api/v1/nothing`, { headers: as('owner', { 'accept-language': 'en' }) });
    expect(found.status).toBe(404);
    expect(found.headers.get('content-type')).toContain('application/problem+json');
    expect(await found.json()).toMatchObject({ code: 'route_unknown', status: 404, language: 'en' });
  });
});

describe('who is answered', () => {
  it('is only whoever calls by a name of ours', async () => {
    for (const name of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example']) {
      const { status, text } = await raw(plain.port, 'GET', '/api/v1/kpis', { host: name, 'x-test-actor': 'owner' });
      expect([name, status]).toEqual([name, 421]);
      expect(text).not.toContain('kpis');
    }
    for (const name of ['localhost', `127.0.0.1:${plain.port}`, '[::1]:80']) {
      expect((await raw(plain.port, 'GET', '/health', { host: name })).status).toBe(200);
    }
    const behind = await listen({ publicUrl: 'https://cuadro.example.com', trustedProxies: ['127.0.0.1'] });
    expect((await raw(behind.port, 'GET', '/health', { host: 'cuadro.example.com' })).status).toBe(200);
    expect((await raw(behind.port, 'GET', '/health', { host: 'x', 'x-forwarded-host': 'cuadro.example.com' })).status).toBe(200);
    expect((await raw(plain.port, 'GET', '/health', { host: 'x', 'x-forwarded-host': 'localhost' })).status).toBe(421);
  });

  it('is no page of another site', async () => {
    const host = `127.0.0.1:${plain.port}`;
    const send = async (headers: Record<string, string>): Promise<number> =>
      (
        await raw(
          plain.port,
          'POST',
          '/api/v1/query',
          { host, 'content-type': 'application/json', 'x-test-actor': 'owner', ...headers },
          '{}',
        )
      ).status;
    const reached = await send({});
    expect(reached).toBeGreaterThanOrEqual(400);
    expect(reached).not.toBe(403);
    expect(await send({ origin: `http://${host}`, cookie: 's=1' })).toBe(reached);
    expect(await send({ 'sec-fetch-site': 'same-origin', cookie: 's=1' })).toBe(reached);
    expect(await send({ origin: 'https://evil.example' })).toBe(403);
    expect(await send({ origin: 'null' })).toBe(403);
    expect(await send({ origin: `https://${host}` })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ cookie: 's=1' })).toBe(403);
  });

  it('without an account is a guest of the sample company, at this machine only', async () => {
    expect((await fetch(`${plain.url}/api/v1/kpis?language=es`)).status).toBe(200);
    const proxied = await fetch(`${plain.url}/api/v1/kpis?language=es`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(proxied.status).toBe(401);
    const wrote = await fetch(`${plain.url}/api/v1/batches/b_1/undo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(wrote.status).toBe(403);
  });

  it('names no files of the server', async () => {
    for (const [path, body] of [
      ['/api/v1/batches', { paths: ['/etc/passwd'] }],
      ['/api/v1/batches', { paths: ['upload:../../../../etc/passwd'] }],
      ['/api/v1/exports', { folder: '/tmp/out' }],
      ['/api/v1/backups', { file: '/tmp/copy.cuadro' }],
    ] as const) {
      const answered = await fetch(`${plain.url}${path}`, {
        method: 'POST',
        headers: as('owner', { 'content-type': 'application/json' }),
        body: JSON.stringify(body),
      });
      const problem = (await answered.json()) as { code: string };
      expect([path, problem.code]).toEqual([path, JSON.stringify(body).includes('upload:') ? 'upload_unknown' : 'path_refused']);
    }
  });
});

describe('limits', () => {
  it('refuse a body that is too large, said or not', async () => {
    const body = JSON.stringify({ kpis: ['x'.repeat(1 << 20)] });
    const headers = as('owner', { 'content-type': 'application/json' });
    expect((await fetch(`${plain.url}/api/v1/query`, { method: 'POST', headers, body })).status).toBe(413);
    const chunked = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(body));
        controller.close();
      },
    });
    const sent = fetch(`${plain.url}/api/v1/query`, { method: 'POST', headers, body: chunked, duplex: 'half' } as RequestInit);
    // Cut off before all is sent, or told.
    expect(
      await sent.then(
        ({ status }) => status,
        () => 413,
      ),
    ).toBe(413);
  });

  it('cut off who sends headers or a body drop by drop', async () => {
    const slow = await listen({ limits: { ...defaultLimits, headersMs: 500, bodyMs: 500 } });
    const cut = async (text: string): Promise<number> => {
      const socket = connect(slow.port, '127.0.0.1');
      const began = performance.now();
      const closed = new Promise((resolve) => socket.on('error', () => undefined).once('close', resolve));
      socket.resume().write(text);
      const drip = setInterval(() => socket.write('a'), 100);
      await closed;
      clearInterval(drip);
      return performance.now() - began;
    };
    expect(await cut('GET / HTTP/1.1\r\nhost: localhost\r\nx-')).toBeLessThan(10_000);
    const body =
      'POST /api/v1/query HTTP/1.1\r\nhost: localhost\r\nx-test-actor: owner\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{';
    expect(await cut(body)).toBeLessThan(10_000);
  });

  it('hold each caller to so many requests, and attempts to sign in to fewer', async () => {
    const narrow = await listen({ limits: { ...defaultLimits, requests: 3, signIns: 2 } });
    const asked = (who: string) => fetch(`${narrow.url}/api/v1/kpis?language=es`, { headers: as(who) });
    for (const _ of [1, 2, 3]) expect((await asked('owner')).status).toBe(200);
    const refused = await asked('owner');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests' });
    // Another account is another caller; whoever keeps watch is not counted.
    expect((await asked('viewer')).status).toBe(200);
    for (const _ of [1, 2, 3, 4]) expect((await fetch(`${narrow.url}/health/live`)).status).toBe(200);
    const signIn = () => fetch(`${narrow.url}/api/auth/sign-in/email`, { method: 'POST' });
    const statuses = [(await signIn()).status, (await signIn()).status, (await signIn()).status];
    expect(statuses.map((status) => status === 429)).toEqual([false, false, true]);
  });
});

describe('answers', () => {
  const path = '/api/v1/kpis?language=es';

  it('are squeezed, and not sent again while they are the same', async () => {
    const first = await raw(plain.port, 'GET', path, { host: 'localhost', 'x-test-actor': 'owner', 'accept-encoding': 'gzip' });
    expect(first.headers['content-encoding']).toBe('gzip');
    expect(first.headers.vary).toContain('accept-encoding');
    const tag = String(first.headers.etag);
    const again = await raw(plain.port, 'GET', path, { host: 'localhost', 'x-test-actor': 'owner', 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await raw(plain.port, 'GET', '/api/v1/kpis?language=en', {
      host: 'localhost',
      'x-test-actor': 'owner',
      'if-none-match': tag,
    });
    expect(other.status).toBe(200);
  });

  it('says how to build the web application where it is not built', async () => {
    const unbuilt = await listen({ web: null });
    const page = await fetch(`${unbuilt.url}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(await page.text()).toMatch(/no está construida[\s\S]*is not built/);
    expect((await fetch(`${unbuilt.url}/kpis`)).status).toBe(404);
  });

  it('of the web application are kept for good where their name holds a hash', async () => {
    const built = await listen({ web });
    const script = await fetch(`${built.url}/assets/app-1a2b3c.js`, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    // To whoever takes it, as the build has squeezed it; to others, as it is.
    expect([script.headers.get('content-encoding'), script.headers.get('vary'), await script.text()]).toEqual([
      'br',
      expect.stringContaining('accept-encoding'),
      "export const words = 'as the build squeezed it';",
    ]);
    const whole = await fetch(`${built.url}/assets/app-1a2b3c.js`, { headers: { 'accept-encoding': 'identity' } });
    expect([whole.headers.get('content-encoding'), whole.headers.get('content-type')]).toEqual([
      null,
      expect.stringMatching(/^(text|application)\/javascript/),
    ]);
    expect(await whole.text()).toMatch(/^export const words = 'cuadro cuadro/);
    for (const page of ['/', '/kpis/win_rate?from=2026-01-01']) {
      const found = await fetch(`${built.url}${page}`);
      // With the company's figures in it.
      expect([page, found.status, found.headers.get('cache-control')]).toEqual([page, 200, 'no-store']);
      expect(await found.text()).toContain('<title>Cuadro</title>');
    }
    for (const missing of ['/assets/gone.js', '/api/v1/nothing', '/api/none'])
      expect((await fetch(`${built.url}${missing}`)).status).toBe(404);
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/..%2f..%2fetc%2fpasswd',
      '/assets/..%5c..%5cx',
      '/.env',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/%00',
    ]) {
      const { status, text } = await raw(built.port, 'GET', path, { host: 'localhost' });
      if (status === 200) expect([path, text]).toEqual([path, expect.stringMatching(/^<!doctype html><title>Cuadro<\/title><body>/)]);
      expect(text).not.toMatch(/secret|root:|"name": "cuadro"/);
    }
  });
});

describe('a page of the web application', () => {
  const broughtBy = (html: string): { language: string; answers: { id: string; input: Record<string, unknown>; answer: unknown }[] } =>
    JSON.parse(/<script type="application\/json" id="first-answers">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

  it('brings along what it would ask for first, as whoever asks would be answered', async () => {
    const { url } = await listen({ web, firstAnswersMs: 120_000 });
    const page = async (path: string, headers: Record<string, string>) => broughtBy(await (await fetch(url + path, { headers })).text());
    for (const [path, ids] of [
      ['/', ['board', 'board_templates', 'boards', 'company', 'session']],
      ['/kpis/new_leads', ['board', 'company', 'kpis', 'query', 'session']],
      ['/settings', ['company', 'session']],
      ['/?grain=month', ['company', 'session']],
    ] as const) {
      const headers = as('viewer', { 'accept-language': 'en' });
      const { language, answers } = await page(path, headers);
      expect(answers.map(({ id }) => id).toSorted()).toEqual(ids);
      expect(language).toBe('en');
      for (const { id, input, answer } of answers) {
        const operation = operations.get(id);
        if (!operation) throw new Error(id);
        const { method, path: at } = operation.rest;
        const search = method === 'GET' ? `?${new URLSearchParams(input as Record<string, string>)}` : '';
        const asked = await fetch(`${url}/api/v1${at}${search}`, {
          method,
          headers: { ...headers, 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body: JSON.stringify(input) }),
        });
        expect([path, id, answer]).toEqual([path, id, await asked.json()]);
      }
    }
    // What is refused is not told twice.
    expect((await page('/kpis/none_such', as('viewer'))).answers.map(({ id }) => id)).not.toContain('kpis');
  });

  it('tells nobody who is not known of the company, and nothing that ends its block of data', async () => {
    const { url } = await listen({ web, firstAnswersMs: 120_000 });
    // As through a proxy: nobody is a guest.
    const stranger = await (await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.9' } })).text();
    expect(broughtBy(stranger).answers).toMatchObject([{ id: 'session', answer: { kind: 'nobody' } }]);
    const settings = join(made.folder, 'cuadro.yaml');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, before.replace(/^name:.*$/m, 'name: "</script><script>alert(1)</script>"'));
    try {
      const html = await (
        await fetch(url, { headers: as('viewer', { 'accept-language': 'en', cookie: 'a=b; cuadro.language=es' }) })
      ).text();
      expect(html.match(/<\/?script/g)).toHaveLength(2);
      const { language, answers } = broughtBy(html);
      expect([language, answers[0]]).toMatchObject(['es', { answer: { workspace: { name: '</script><script>alert(1)</script>' } } }]);
    } finally {
      writeFileSync(settings, before);
    }
  });

  it('does not wait for what takes its time', async () => {
    const known = { kind: 'user', permissions: ['kpi.read'], board: null };
    const run = (id: string) => (id === 'session' ? Promise.resolve(known) : new Promise<unknown>(() => undefined));
    const asked = { url: '/', headers: {}, actor: viewer, gone: new AbortController().signal, ip: '127.0.0.1' };
    expect(await firstAnswers({ run }, asked as unknown as FastifyRequest, 50)).toEqual({
      language: 'es',
      answers: [{ id: 'session', input: {}, answer: known }],
    });
  });
});

describe('health and metrics', () => {
  it('tell whether the server lives and can answer', async () => {
    expect(await (await fetch(`${plain.url}/health`)).text()).toBe('ok\n');
    expect(await (await fetch(`${plain.url}/health/live`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${plain.url}/health/ready`)).json()).toMatchObject({ status: 'ready', closing: false });
    const settings = join(made.folder, 'cuadro.yaml');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, 'name: [');
    try {
      const ready = await fetch(`${plain.url}/health/ready`);
      expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'not_ready', settings: false }]);
    } finally {
      writeFileSync(settings, before);
    }
  });

  it('are for this machine, or for who may read the audit log', async () => {
    const local = await fetch(`${plain.url}/metrics`);
    const text = await local.text();
    expect(text).toMatch(/cuadro_http_request_seconds_count\{method="GET",route="\/api\/v1\/kpis",status="200"\} \d+/);
    expect(text).toMatch(/cuadro_operations\{lane="writer",state="waiting"\} 0/);
    expect(text).toContain('cuadro_operation_seconds_count{operation="kpis",outcome="ok"}');
    expect(text).toContain('cuadro_warehouse_statement_seconds_count');
    const away = (who: string) => fetch(`${plain.url}/metrics`, { headers: as(who, { 'x-forwarded-for': '203.0.113.9' }) });
    expect((await away('nobody')).status).toBe(401);
    expect((await away('viewer')).status).toBe(403);
    expect((await away('owner')).status).toBe(200);
  });
});

describe('the log', () => {
  it('holds routes and no people, query strings, addresses or bodies', async () => {
    logged.length = 0;
    await fetch(`${plain.url}/api/v1/kpis?language=es&id=secreto-12345`, { headers: as('owner', { cookie: 'session=galleta' }) });
    await fetch(`${plain.url}/api/v1/query`, {
      method: 'POST',
      headers: as('owner', { 'content-type': 'application/json' }),
      body: '{"kpis":["luis@example.com"]}',
    });
    plain.app.log.info(
      { email: 'luis@example.com', user: { email: 'luis@example.com' }, req: { method: 'GET', url: '/?q=secreto-12345' } },
      'x',
    );
    plain.app.log.error({ err: new Error('Could not convert luis@example.com') }, 'failed');
    const text = logged.join('');
    expect(text).toContain('"route":"/api/v1/kpis"');
    expect(text).toContain('"route":"/api/v1/query"');
    expect(text).toContain('http.test.ts');
    expect(text).not.toMatch(/secreto|galleta|example\.com|127\.0\.0\.1|203\.0\.113/);
  });
});

/** Reads server-sent events until one of a kind comes. */
async function events(response: Response, until: string): Promise<{ id: string; event: string; data: string }[]> {
  const found: { id: string; event: string; data: string }[] = [];
  let rest = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    rest += chunk;
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const lines = new Map(
        rest
          .slice(0, end)
          .split('\n')
          .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      rest = rest.slice(end + 2);
      const event = lines.get('event');
      if (event === undefined) continue;
      found.push({ id: lines.get('id') ?? '', event, data: lines.get('data') ?? '' });
      if (event === until) return found;
    }
  }
  return found;
}

describe('live events', () => {
  const open = (who: string, headers: Record<string, string> = {}, url = plain.url): Promise<Response> =>
    fetch(`${url}/api/v1/events`, { headers: as(who, headers) });

  it('tell each what they may know, and go on from where one was cut off', async () => {
    expect((await open('nobody', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(401);
    const forOwner = await open('owner');
    expect(forOwner.headers.get('content-type')).toContain('text/event-stream');
    const forViewer = await open('viewer');
    const tell = (step: string): void =>
      host.live.tell(
        { kind: 'progress', run: 'r', operation: 'import', step, done: 1, total: 2, unit: 'files' },
        { permission: 'data.read', actorId: null },
      );
    tell('reading');
    host.live.tell({ kind: 'data' }, { permission: 'kpi.read', actorId: null });
    const seen = await events(forOwner, 'data');
    expect(seen.map(({ event }) => event)).toEqual(['open', 'progress', 'data']);
    expect((await events(forViewer, 'data')).map(({ event }) => event)).toEqual(['open', 'data']);
    // Cut off after the first; two more happened.
    const again = await open('owner', { 'last-event-id': seen[1]?.id ?? '' });
    expect((await events(again, 'data')).map(({ event }) => event)).toEqual(['open', 'data']);
    const lost = await open('owner', { 'last-event-id': 'another-server-7' });
    expect((await events(lost, 'missed')).map(({ event }) => event)).toEqual(['missed']);
  });

  it('end with the session', async () => {
    let signedIn = true;
    const short = await listen({ beatMs: 50, actorOf: async () => (signedIn ? viewer : null) });
    // As through a proxy: nobody is a guest.
    const response = await open('viewer', { 'x-forwarded-for': '203.0.113.9' }, short.url);
    signedIn = false;
    expect((await events(response, 'never')).map(({ event }) => event)).toEqual(['open']);
  });
});

describe('uploads', () => {
  const tus = { 'tus-resumable': '1.0.0' };
  const create = (who: string, size: number, metadata: Record<string, string> = {}): Promise<Response> =>
    fetch(`${plain.url}/api/v1/uploads`, {
      method: 'POST',
      headers: as(who, {
        ...tus,
        'upload-length': String(size),
        'upload-metadata': Object.entries(metadata)
          .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
          .join(','),
      }),
    });
  const patch = (who: string, location: string, offset: number, body: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${plain.url}${location}`, {
      method: 'PATCH',
      headers: as(who, { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...headers }),
      body: new Uint8Array(body),
    });
  const head = async (who: string, location: string): Promise<number | null> => {
    const found = await fetch(`${plain.url}${location}`, { method: 'HEAD', headers: as(who, tus) });
    return found.status === 200 ? Number(found.headers.get('upload-offset')) : null;
  };

  it('go on after a broken connection and arrive as they left', async () => {
    const content = randomBytes(3 << 20);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const location = (await create('owner', content.length, { filename: 'grande.csv', sha256 })).headers.get('location') ?? '';
    const half = 1 << 20;
    const socket = connect(plain.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `PATCH ${location} HTTP/1.1\r\nhost: localhost\r\nx-test-actor: owner\r\ntus-resumable: 1.0.0\r\nupload-offset: 0\r\ncontent-type: application/offset+octet-stream\r\ncontent-length: ${content.length}\r\n\r\n`,
    );
    await new Promise<void>((resolve) => socket.write(content.subarray(0, half), () => resolve()));
    await expect.poll(() => head('owner', location), { timeout: 20_000 }).toBe(half);
    socket.destroy();
    await expect.poll(async () => (await patch('owner', location, 0, Buffer.from('x'))).status, { timeout: 20_000 }).toBe(409);
    const offset = (await head('owner', location)) ?? 0;
    expect(offset).toBe(half);
    const rest = await patch('owner', location, offset, content.subarray(offset));
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(content.length)]);
    const path = await new Uploads(made.folder, defaultLimits).pathOf(owner, location.split('/').at(-1) ?? '');
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
  });

  it('are known to their owner alone and named by nobody else', async () => {
    const created = await create('owner', 3, { filename: '../../../etc/cron.d/evil\u0000.csv' });
    const location = created.headers.get('location') ?? '';
    expect(location).toMatch(/^\/api\/v1\/uploads\/[0-9a-f]{32}$/);
    expect(await head('other', location)).toBeNull();
    expect((await patch('other', location, 0, Buffer.from('abc'))).status).toBe(404);
    expect((await create('viewer', 3)).status).toBe(403);
    expect((await patch('owner', location, 0, Buffer.from('abc'))).status).toBe(204);
    const path = await new Uploads(made.folder, defaultLimits).pathOf(owner, location.split('/').at(-1) ?? '');
    expect(path.startsWith(join(made.folder, 'tmp', 'uploads'))).toBe(true);
    expect(path.split('/').at(-1)).toBe('evil_.csv');
    for (const id of ['..%2f..%2fstore.sqlite', '%2e%2e', 'about.json', '0'.repeat(32)])
      expect(await head('owner', `/api/v1/uploads/${id}`)).toBeNull();
  });

  it('refuse what is damaged, too long, or too much', async () => {
    const location = (await create('owner', 4)).headers.get('location') ?? '';
    const wrong = createHash('sha1').update('other').digest('base64');
    expect((await patch('owner', location, 0, Buffer.from('ab'), { 'upload-checksum': `sha1 ${wrong}` })).status).toBe(460);
    expect(await head('owner', location)).toBe(0);
    const right = createHash('sha1').update('ab').digest('base64');
    expect((await patch('owner', location, 0, Buffer.from('ab'), { 'upload-checksum': `sha1 ${right}` })).status).toBe(204);
    expect((await patch('owner', location, 2, Buffer.from('abcdef'))).status).toBe(413);
    expect((await create('owner', defaultLimits.upload + 1)).status).toBe(413);
    expect((await create('owner', 0)).status).toBe(422);
    expect((await fetch(`${plain.url}${location}`, { method: 'DELETE', headers: as('owner', tus) })).status).toBe(204);
    expect(await head('owner', location)).toBeNull();
  });

  it('are dropped after a day', async () => {
    const uploads = new Uploads(made.folder, defaultLimits);
    const { id } = await uploads.create(owner, { name: 'old.csv', size: 9, sha256: null });
    await uploads.sweep(Date.now() + 23 * 3_600_000);
    expect((await uploads.find(owner, id)).offset).toBe(0);
    await uploads.sweep(Date.now() + 25 * 3_600_000);
    await expect(uploads.find(owner, id)).rejects.toMatchObject({ code: 'upload_unknown' });
  });

  it('can be imported, once whole', async () => {
    const csv = Buffer.from('id,created_at\nu1,2026-02-01\nu2,2026-02-02\n');
    const location = (await create('owner', csv.length, { filename: 'leads.csv' })).headers.get('location') ?? '';
    const id = location.split('/').at(-1);
    const mapping = {
      text: 'source: up\nfiles:\n  - file: leads.csv\n    entity: lead\n    columns: { id: id, created_at: created_at }\n',
      file: 'm.yaml',
    };
    const load = async (who: string) =>
      (await fetch(`${plain.url}/api/v1/batches`, {
        method: 'POST',
        headers: as(who, { 'content-type': 'application/json' }),
        body: JSON.stringify({ paths: [`upload:${id}`], mapping, dryRun: true }),
      }).then((answered) => answered.json())) as { code?: string; entities?: unknown };
    expect((await load('owner')).code).toBe('upload_incomplete');
    await patch('owner', location, 0, csv);
    expect((await load('other')).code).toBe('upload_unknown');
    expect((await load('owner')).entities).toMatchObject([{ entity: 'lead', created: 2 }]);
  });
});
