import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CuadroError } from '../../model/error.ts';
import { sendProblem } from '../rest/plugin.ts';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `name:port` without its port, in lower case. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '');

const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);

/**
 * Whether whoever asks sits at this machine. A proxy that nobody told us of comes from here as well, hence the look at what proxies add.
 */
export function isLocal(request: FastifyRequest): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some((name) => name in request.headers);
  return !forwarded && isLoopback(request.socket.remoteAddress ?? '') && loopbackNames.has(nameOf(request.headers.host ?? ''));
}

/** By what names this server may be called. */
function isKnownName(name: string, host: string, publicUrl: string | null): boolean {
  if (loopbackNames.has(name)) return true;
  if (publicUrl !== null && nameOf(new URL(publicUrl).host) === name) return true;
  const own = host.toLowerCase();
  if (own === name || `[${own}]` === name) return true;
  // A page elsewhere can point its own name at this machine, never an address.
  return !loopbackNames.has(own) && own !== '::1' && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** Answers only who calls this server by a name of its own: another site's name may be pointed here (DNS rebinding). */
export function guardHost(app: FastifyInstance, host: string, publicUrl: string | null): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isKnownName(nameOf(request.host), host, publicUrl)) return;
    return sendProblem(request, reply, new CuadroError({ code: 'host_unknown' }));
  });
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses what another site's page sends in the name of whoever looks at it (cross-site request forgery): whatever changes something must
 * come from a page of ours, or from no page at all and without a cookie.
 */
export function guardOrigin(app: FastifyInstance, publicUrl: string | null): void {
  const ours = publicUrl === null ? null : new URL(publicUrl).origin;
  app.addHook('onRequest', async (request, reply) => {
    if (!unsafe.has(request.method)) return;
    const { origin, cookie } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const same =
      origin === undefined
        ? site === undefined
          ? cookie === undefined
          : site === 'same-origin' || site === 'none'
        : origin === ours || origin === `${request.protocol}://${request.host}`;
    if (!same) return sendProblem(request, reply, new CuadroError({ code: 'origin_refused' }));
  });
}
