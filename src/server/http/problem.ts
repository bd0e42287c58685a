import type { FastifyInstance } from 'fastify';
import { CuadroError } from '../../model/error.ts';
import { sendProblem } from '../rest/plugin.ts';
import { statusOf } from '../rest/status.ts';

/** Every error leaves as problem details; of one that is ours to mend the log has where in the code it was thrown. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((thrown, request, reply) => {
    const isKnown = thrown instanceof CuadroError ? statusOf(thrown) !== 500 : 'statusCode' in (thrown as object);
    if (!isKnown) request.log.error({ err: thrown }, 'failed');
    return sendProblem(request, reply, thrown);
  });
}
