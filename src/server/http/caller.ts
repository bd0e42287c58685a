import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Host } from '../../app/host.ts';
import { hasMembers } from '../../app/people/member.ts';
import { type Actor, guestActor } from '../../app/rights/actor.ts';
import { isSample } from '../../app/workspace/sample.ts';
import type { HttpOptions } from './options.ts';
import { isLocal } from './proxy.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** On whose behalf; null: nobody who is known. Routes decide what that means. */
    actor: Actor | null;
    /** Fires when the client has gone before it had its answer. */
    gone: AbortSignal;
  }
}

/** Paths that answer the same to everyone. */
const isOpen = (url: string): boolean => url.startsWith('/health') || url.startsWith('/assets/');

/** Says of every request who asks, and tells when they have gone. */
export function addCaller(
  app: FastifyInstance,
  host: Host,
  { actorOf }: Pick<HttpOptions, 'actorOf'>,
): (request: FastifyRequest) => Promise<Actor | null> {
  const find = async (request: FastifyRequest): Promise<Actor | null> => {
    const known = (await actorOf?.(request)) ?? null;
    if (known !== null) return known;
    // The made-up company may be looked at without an account, at this machine, until someone has one.
    if (!isLocal(request) || !isSample((await host.workspace()).folder)) return null;
    return (await hasMembers((await host.store()).db)) ? null : guestActor;
  };
  app.decorateRequest('actor', null);
  app.decorateRequest('gone');
  app.addHook('onRequest', async (request, reply) => {
    const gone = new AbortController();
    request.gone = gone.signal;
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    if (!isOpen(request.url)) request.actor = await find(request);
  });
  return find;
}
