import autocannon from 'autocannon';
import type { Question } from './questions.ts';

/** The server under test. */
export interface Target {
  readonly url: string;
  readonly key: string;
}

/** What one load came to; times in milliseconds. */
export interface Measured {
  readonly what: string;
  readonly connections: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly answered: number;
}

const headersOf = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}`, 'content-type': 'application/json' });

/** Asks once. @throws Error for what is not answered with 200 */
export async function ask({ url, key }: Target, { method, path, body }: Question): Promise<void> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: headersOf(key),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
}

/**
 * Asks as fast as it is answered, for some seconds, over so many connections.
 * @throws Error where anything but 2xx came back: such figures would be of refusals
 */
export async function measure(
  target: Target,
  { what, connections, seconds, next }: { what: string; connections: number; seconds: number; next: () => Question },
): Promise<Measured> {
  const result = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    timeout: 60,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, body } = next();
          return { ...request, method, path, headers: headersOf(target.key), body: body === undefined ? '' : JSON.stringify(body) };
        },
      },
    ],
  });
  if (result['2xx'] === 0) throw new Error(`${what}: nothing was answered in ${seconds} s; more seconds are needed`);
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${what}: ${result.non2xx} refused, ${result.errors} failed`);
  const { latency } = result;
  return {
    what,
    connections,
    perSecond: result['2xx'] / result.duration,
    p50: latency.p50,
    p99: latency.p99,
    answered: result['2xx'],
  };
}
