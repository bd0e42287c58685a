import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Host } from '../../app/host.ts';
import type { Operation } from '../../app/operation.ts';
import { operations } from '../../app/operation-list.ts';
import { type Actor, nobody } from '../../app/rights/actor.ts';
import { asCuadroError } from '../../i18n/errors.ts';
import type { Language } from '../../i18n/language.ts';
import { CuadroError } from '../../model/error.ts';
import { inputOf } from './bind.ts';
import { acceptedLanguage } from './language.ts';
import { problemOf, problemType } from './problem.ts';
import { fastifyPath } from './route.ts';

export interface RestOptions {
  /** Who asks; null: nobody who is known, to whom only public operations answer. */
  readonly actorOf: (request: FastifyRequest) => Actor | null | Promise<Actor | null>;
  /** Of whoever names no language. Default: Spanish. */
  readonly language?: Language;
}

/** Errors of HTTP itself, before any operation: the code of Cuadro by that of Fastify or its plug-ins, or by status. */
function asRestError(thrown: unknown): CuadroError {
  if (thrown instanceof CuadroError || !(thrown instanceof Error)) return asCuadroError(thrown);
  const code = 'code' in thrown ? thrown.code : null;
  const status = 'statusCode' in thrown ? thrown.statusCode : null;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || status === 415) return new CuadroError({ code: 'body_type_unsupported' });
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) return new CuadroError({ code: 'body_too_large' });
  if (status === 429) return new CuadroError({ code: 'too_many_requests' });
  if (typeof code === 'string' && (code.startsWith('FST_ERR_CTP') || code === 'FST_ERR_VALIDATION')) {
    return new CuadroError({ code: 'body_unreadable', where: 'body' });
  }
  if (status === 400) return new CuadroError({ code: 'body_unreadable' });
  return thrown.name === 'AbortError' ? new CuadroError({ code: 'cancelled', blame: 'internal' }) : asCuadroError(thrown);
}

export const languageOfRequest = (request: FastifyRequest, fallback: Language = 'es'): Language =>
  acceptedLanguage(request.headers['accept-language']) ?? fallback;

/** Answers with problem details whatever was thrown. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown, fallback: Language = 'es'): FastifyReply {
  const problem = problemOf(asRestError(thrown), languageOfRequest(request, fallback));
  return reply.code(problem.status).header('content-language', problem.language).type(problemType).send(problem);
}

/** Fires when whoever asked hangs up before the answer is out. */
function signalOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** Every operation of the list at its own path; what is thrown becomes problem details. */
export function registerOperations(fastify: FastifyInstance, host: Pick<Host, 'run'>, { actorOf, language = 'es' }: RestOptions): void {
  fastify.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => sendProblem(request, reply, error, language));
    for (const operation of operations.values()) register(scope, operation);
  });

  function register(scope: FastifyInstance, operation: Operation): void {
    scope.route<{ Params: Record<string, string> }>({
      method: operation.rest.method,
      url: fastifyPath(operation),
      handler: async (request, reply) => {
        const known = await actorOf(request);
        if (known === null && operation.permission !== 'public') throw new CuadroError({ code: 'unauthenticated' });
        const actor = known ?? nobody(request.ip);
        const search = request.raw.url?.split('?').slice(1).join('?') ?? '';
        const asked = { params: request.params, search, body: request.body };
        const input = inputOf(operation, asked, languageOfRequest(request, language));
        const result = await host.run(operation.id, input, { actor, progress: () => undefined, signal: signalOf(reply) });
        return reply.type('application/json; charset=utf-8').send(result ?? null);
      },
    });
  }
}
