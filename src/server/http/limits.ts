import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CuadroError } from '../../model/error.ts';

/** How much of the server one caller may take. */
export interface Limits {
  /** Requests a minute, by account or key, else by address. */
  readonly requests: number;
  /** Attempts to sign in, to reset a password, to use an invitation: a minute, by address. */
  readonly signIns: number;
  /** Bytes of a JSON body. */
  readonly body: number;
  /** Until the headers are in, the body of a request is in, and any request (an upload too) is in. */
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly requestMs: number;
  readonly keepAliveMs: number;
  readonly connections: number;
  /** Bytes of one upload, and of all that one account has lying here. */
  readonly upload: number;
  readonly uploadsTogether: number;
  readonly uploadsOpen: number;
}

export const defaultLimits: Limits = {
  requests: 1_200,
  signIns: 10,
  body: 1 << 20,
  headersMs: 10_000,
  bodyMs: 20_000,
  requestMs: 300_000,
  keepAliveMs: 15_000,
  connections: 1_000,
  upload: 8 * 2 ** 30,
  uploadsTogether: 16 * 2 ** 30,
  uploadsOpen: 50,
};

const guessable = /^\/api\/auth\/(sign-in|sign-up|forget-password|request-password-reset|reset-password|two-factor|verify)/;
const isSignIn = ({ method, url }: FastifyRequest): boolean => method === 'POST' && guessable.test(url);

/** Who it is counted for; an address is only ever kept in memory. */
const keyOf = (request: FastifyRequest): string => {
  if (isSignIn(request)) return `sign-in ${request.ip}`;
  const { actor } = request;
  return actor?.id ? `${actor.kind} ${actor.id}` : `address ${request.ip}`;
};

export async function addRateLimits(app: FastifyInstance, limits: Limits): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    timeWindow: 60_000,
    max: (request) => (isSignIn(request) ? limits.signIns : limits.requests),
    keyGenerator: keyOf,
    cache: 20_000,
    allowList: (request) => request.url.startsWith('/health'),
    errorResponseBuilder: () => new CuadroError({ code: 'too_many_requests' }),
  });
}

/** Cuts off who sends a body drop by drop. Uploads watch over themselves. */
export function cutSlowBodies(app: FastifyInstance, { bodyMs }: Limits): void {
  app.addHook('preParsing', async (request, _, payload) => {
    // A GET has no body whose end would stop the clock: long answers, and events, would be cut.
    if (request.method === 'GET' || request.method === 'HEAD' || request.routeOptions.config.slowBody === true) return payload;
    const timer = setTimeout(() => request.raw.destroy(), bodyMs);
    const done = (): void => clearTimeout(timer);
    request.raw.once('end', done).once('close', done).once('error', done);
    return payload;
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route bounds the time of its body itself. */
    slowBody?: boolean;
  }
}
