import { createMcpHandler } from '@modelcontextprotocol/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Host } from '../../app/host.ts';
import type { Actor } from '../../app/rights/actor.ts';
import { CuadroError } from '../../model/error.ts';
import { acceptedLanguage } from '../rest/language.ts';
import { sendProblem } from '../rest/plugin.ts';
import { problemOf } from '../rest/problem.ts';
import { mcpServer } from './server.ts';
import type { Session } from './session.ts';

/** Where models ask. */
export const mcpPath = '/mcp';

function sessionOf(host: Host, actor: Actor, request: FastifyRequest): Session {
  return {
    ask: async (operation, input, signal) => {
      const either = AbortSignal.any([signal, request.gone]);
      const result = await host.run(operation.id, input, { actor, progress: () => undefined, signal: either });
      // The host runs the operation that was named.
      return result as Awaited<ReturnType<typeof operation.run>>;
    },
    writes: actor.permissions.has('self'),
    workspace: () => host.workspace(),
    language: acceptedLanguage(request.headers['accept-language']),
    render: (error, language) => problemToTell(error, language),
  };
}

/** As over REST: no folder of the server, and of a fault inside nothing but its code. */
function problemToTell(...told: Parameters<typeof problemOf>) {
  const { code, detail: message, where, expected, found, fix } = problemOf(...told);
  return { code, message, where, expected, found, fix };
}

const refuse = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(request, reply.header('www-authenticate', 'Bearer realm="cuadro"'), new CuadroError({ code: 'unauthenticated' }));

/**
 * Streamable HTTP, stateless: each request is answered by a server of its own, with the rights of its key. Nothing is kept between
 * requests and no stream stays open, so there is nothing to take over and nothing to run out of.
 */
export function addMcp(app: FastifyInstance, host: Host): void {
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: mcpPath,
    handler: async (request, reply) => {
      const { actor } = request;
      // By key alone: the session of a browser is no program's.
      if (actor?.kind !== 'key') return refuse(request, reply);
      const handler = createMcpHandler(() => mcpServer(sessionOf(host, actor, request)), {
        maxSubscriptions: 0,
        onerror: (error) => request.log.warn({ problem: error.name }, 'mcp'),
      });
      const { method } = request;
      const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
        value === undefined || name === 'authorization' || name === 'cookie' ? [] : [[name, String(value)]],
      );
      const asked = new Request(new URL(mcpPath, 'http://cuadro.invalid'), {
        method,
        headers,
        signal: request.gone,
        ...(method === 'POST' ? { body: JSON.stringify(request.body ?? null) } : {}),
      });
      const response = await handler.fetch(asked, method === 'POST' ? { parsedBody: request.body } : {});
      reply.header('cache-control', 'no-store');
      return reply.send(response);
    },
  });
}
