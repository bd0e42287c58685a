import type { FastifyRequest } from 'fastify';
import type { OperationId, OperationInput, OperationOutput } from '../../app/api/client-types.ts';
import { cardAsked, homeAsked, trendAsked } from '../../app/api/first-asked.ts';
import type { Host } from '../../app/host.ts';
import { operations } from '../../app/operation-list.ts';
import { nobody } from '../../app/rights/actor.ts';
import type { Language } from '../../i18n/language.ts';
import { languageOfRequest } from '../rest/plugin.ts';
import { fieldsOf } from '../rest/shape.ts';

interface FirstAnswer {
  readonly id: OperationId;
  readonly input: unknown;
  readonly answer: unknown;
}

type Ask = <Id extends OperationId>(id: Id, input: OperationInput<Id>) => Promise<OperationOutput<Id>>;

/** What of a path is asked for once it is known who asks: as `web/src/first` does. */
const pages: readonly {
  readonly path: RegExp;
  ask(ask: Ask, found: string, language: Language, board: string | null): Promise<unknown>;
}[] = [
  {
    path: /^\/$/,
    ask: async (ask, _, language, board) =>
      // Theirs is another.
      board === null && Promise.all([ask('board', homeAsked), ask('boards', {}), ask('board_templates', { language })]),
  },
  {
    path: /^\/kpis\/(\w+)$/,
    ask: (ask, kpi, language) =>
      Promise.all([
        ask('kpis', { id: kpi, language }),
        ask('board', cardAsked(kpi)).then(({ cards }) => {
          const card = cards.find(({ id }) => id === kpi);
          return card && ask('query', trendAsked(kpi, card, {}, []));
        }),
      ]),
  },
];

/** In which language the browser shows its page: what was chosen in it goes before what it asks for. */
function shownTo(request: FastifyRequest): Language {
  const chosen = /(?:^|;\s*)cuadro\.language=(es|en)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  return chosen === 'es' || chosen === 'en' ? chosen : languageOfRequest(request);
}

/**
 * What the page at an address would ask for before it can show anything, answered as the same operations answer whoever asks, with their
 * rights: up to three ways to the server and back that a telephone need not wait for.
 * @param patienceMs what is not answered by then does not hold the page up: the browser asks for it, and gets what is being worked out
 */
export async function firstAnswers(
  host: Pick<Host, 'run'>,
  request: FastifyRequest,
  patienceMs: number,
): Promise<{ readonly language: Language; readonly answers: readonly FirstAnswer[] }> {
  const page = pages.find(({ path }) => path.test(request.url));
  const found = page?.path.exec(request.url)?.[1] ?? '';
  const language = shownTo(request);
  const actor = request.actor ?? nobody(request.ip);
  const answers: FirstAnswer[] = [];
  const ask: Ask = async (id, input) => {
    const operation = operations.get(id);
    const speaks = operation !== undefined && Object.hasOwn(fieldsOf(operation.input), 'language');
    const caller = { actor, progress: () => undefined, signal: request.gone };
    const answer = await host.run(id, { ...(speaks ? { language } : {}), ...input }, caller);
    answers.push({ id, input, answer });
    // As `web/src/api/call.ts` has it: tests hold every operation's answer to its type.
    return answer as OperationOutput<typeof id>;
  };
  const work = async (): Promise<void> => {
    const { kind, permissions, board } = await ask('session', {});
    // Who has not signed in is not told of the company.
    if (kind === 'nobody' || !permissions.includes('kpi.read')) return;
    await Promise.all([ask('company', {}), page?.ask(ask, found, language, board)]);
  };
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, patienceMs);
  // What is refused, or goes wrong, the browser hears when it asks for it.
  await Promise.race([work().catch(() => undefined), late]);
  clearTimeout(timer);
  return { language, answers: [...answers] };
}
