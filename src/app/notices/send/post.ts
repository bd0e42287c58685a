import { lookup as resolve } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { CuadroError } from '../../../model/error.ts';
import { isAllowedHost } from './destination.ts';
import { isOpenAddress } from './private-addresses.ts';

/** What came back, as far as it was read. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Seconds that the other side asks to be left alone; null: it does not say. */
  readonly retryAfter: number | null;
}

export interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowed: readonly string[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Nobody who has taken a notice has more to say about it. */
const mostBytes = 16_384;

/** Looks a name up and gives only addresses that may be called, so that what was looked at is what is called. */
const guardedLookup =
  (allowed: readonly string[]): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const isAllowed = isAllowedHost(hostname, allowed);
      const [first] = addresses ?? [];
      if (error) done(error, '', 4);
      else if (!first || !(isAllowed || addresses.every(({ address }) => isOpenAddress(address))))
        done(new CuadroError({ code: 'channel_host_private', found: hostname }), '', 4);
      else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };

const retryAfterOf = (header: string | undefined): number | null => {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) : null;
};

/**
 * Posts a body, within a time that counts the whole of it. Follows no redirect, reads no more than a little of the answer, goes to no address inside.
 * @throws CuadroError `channel_host_private`, `channel_timeout`, `channel_unreachable`: none holds the address
 */
export function post(url: URL, { headers, body, allowed, timeoutMs, signal }: PostOptions): Promise<Answer> {
  const ends = AbortSignal.timeout(timeoutMs);
  return new Promise<Answer>((done, fail) => {
    const troubleOf = (error: unknown): CuadroError => {
      if (error instanceof CuadroError) return error;
      if (ends.aborted) return new CuadroError({ code: 'channel_timeout', blame: 'internal', found: String(timeoutMs / 1_000) });
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
      return new CuadroError({ code: 'channel_unreachable', blame: 'internal', found: code });
    };
    const troubled = (error: unknown): void => fail(troubleOf(error));
    const request = url.protocol === 'https:' ? requestSecure : requestPlain;
    const sent = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        lookup: guardedLookup(allowed),
        signal: AbortSignal.any([ends, signal]),
        // A connection of its own: none that another call has left open.
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        const whole = (): void =>
          done({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8').slice(0, mostBytes),
            retryAfter: retryAfterOf(response.headers['retry-after']),
          });
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes <= mostBytes) return;
          response.destroy();
          whole();
        });
        response.on('end', whole);
        response.on('error', troubled);
      },
    );
    sent.on('error', troubled);
    sent.end(body);
  });
}
