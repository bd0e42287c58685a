import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { HttpOptions } from './options.ts';

/** Where in the code, without the message: a driver's words quote data. */
const frames = (stack: string | undefined): string =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');

const faultOf = (thrown: unknown): Readonly<Record<string, unknown>> =>
  thrown instanceof Error
    ? {
        name: thrown.name,
        code: 'code' in thrown ? String(thrown.code) : null,
        stack: frames(thrown.stack),
        ...(thrown.cause instanceof Error ? { cause: faultOf(thrown.cause) } : {}),
      }
    : { name: typeof thrown };

/**
 * One line of JSON a request. No address, no name, no query string, no body: the route's pattern says enough. Whatever a library logs of a
 * request or an error goes through the same serializers.
 */
export const logOptions = ({ log }: Pick<HttpOptions, 'log'>): FastifyServerOptions['logger'] =>
  log.level === 'silent'
    ? false
    : {
        level: log.level,
        base: null,
        ...(log.stream ? { stream: log.stream } : {}),
        serializers: {
          req: ({ method }: { method: string }) => ({ method }),
          res: ({ statusCode }: { statusCode: unknown }) => ({ status: statusCode }),
          err: (thrown: Error) => ({ type: thrown.name, message: '', ...faultOf(thrown), stack: frames(thrown.stack) }),
        },
        redact: {
          paths: ['headers', '*.headers', 'email', '*.email', 'ip', '*.ip', 'remoteAddress', '*.remoteAddress', 'url', '*.url'],
          remove: true,
        },
      };

export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        by: request.actor?.kind ?? null,
      },
      'answered',
    );
  });
  app.addHook('onRequestAbort', async (request) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? null }, 'client gone');
  });
}
