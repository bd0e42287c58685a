import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CuadroError } from '../../../model/error.ts';
import { post } from './post.ts';

let server: Server;
let url: URL;
const never = new AbortController().signal;

beforeAll(async () => {
  server = createServer((request, response) => {
    // One that says that it will, and then takes its time over the body.
    if (request.url === '/slow') response.writeHead(200).write('o');
    if (request.url === '/silent') return;
    if (request.url === '/busy') response.writeHead(429, { 'retry-after': '120' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const send = (path: string, host = '127.0.0.1', timeoutMs = 150) => {
  const to = new URL(path, url);
  to.hostname = host;
  return post(to, { headers: {}, body: '{}', allowed: ['127.0.0.1'], timeoutMs, signal: never });
};
const code = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown);
  return error instanceof CuadroError ? `${error.code} ${error.found ?? ''}` : String(error);
};

describe('a post', () => {
  it.each(['/slow', '/silent'])('to one that is %s ends in time', async (path) => {
    const began = performance.now();
    expect(await code(send(path))).toBe('channel_timeout 0.15');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('hears how long it should wait', async () => {
    expect(await send('/busy', '127.0.0.1', 5_000)).toMatchObject({ status: 429, retryAfter: 120 });
  });

  it('does not go where a name leads inside', async () => {
    expect(await code(send('/silent', 'localhost', 5_000))).toBe('channel_host_private localhost');
  });

  it('tells of a port where nobody listens without its address', async () => {
    const to = new URL('http://127.0.0.1:1/secreto');
    expect(await code(post(to, { headers: {}, body: '', allowed: ['127.0.0.1'], timeoutMs: 5_000, signal: never }))).toBe(
      'channel_unreachable ECONNREFUSED',
    );
  });
});
