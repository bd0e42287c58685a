import type { FastifyInstance } from 'fastify';
import { type Board, loadBoard } from '../../app/board.ts';
import type { Host } from '../../app/host.ts';
import { asCuadroError, renderError } from '../../i18n/errors.ts';
import { type Language, languageOf } from '../../i18n/language.ts';
import { CuadroError } from '../../model/error.ts';
import { boardPage, closedPage, troublePage, workingPage } from '../page/board.ts';
import { style } from '../page/style.ts';
import { sendProblem } from '../rest/plugin.ts';

/** How long a first visitor waits for figures before being shown that they are on their way. */
const patienceMs = 2_000;

/** The board, computed once until the data or the settings change. */
function keptBoard(host: Host): () => Promise<Board> {
  let kept: { readonly board: Promise<Board>; readonly settings: string } | null = null;
  host.onChange(() => {
    kept = null;
  });
  return async () => {
    // The server owns the data; `cuadro.yaml` may be edited at any time.
    const settings = JSON.stringify((await host.workspace()).settings);
    if (kept?.settings === settings) return kept.board;
    const entry = { board: loadBoard(host), settings };
    kept = entry;
    entry.board.catch(() => {
      if (kept === entry) kept = null;
    });
    return entry.board;
  };
}

async function page(host: Host, language: Language, boardOf: () => Promise<Board>): Promise<string> {
  const board = boardOf();
  const late = Symbol('late');
  const first = await Promise.race([board, new Promise<typeof late>((resolve) => setTimeout(resolve, patienceMs, late).unref())]);
  if (first !== late) return boardPage(first, language);
  board.catch(() => undefined);
  return workingPage(language, (await host.workspace()).settings.name);
}

/** The plain page that stands at `/` where the web application is not built. It shows everything to whoever may see all rows, else nothing. */
export function addBoardPage(app: FastifyInstance, host: Host): void {
  const boardOf = keptBoard(host);
  app.get('/style.css', async (_, reply) => reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(style));
  app.get<{ Querystring: { lang?: string | string[] } }>('/', async (request, reply) => {
    const asked = request.query.lang;
    let language: Language = asked === 'en' ? 'en' : 'es';
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache, private');
    try {
      if (asked !== 'es' && asked !== 'en') language = languageOf((await host.workspace()).settings.locale);
      const { actor } = request;
      const seesAll = actor?.permissions.has('kpi.read') && actor.rows.kind === 'all' && actor.amounts === 'shown';
      return reply.send(seesAll ? await page(host, language, boardOf) : closedPage(language));
    } catch (thrown) {
      const error = renderError(asCuadroError(thrown), language);
      return reply.code(500).send(troublePage(language, error.message, error.fix));
    }
  });
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/',
    handler: async (request, reply) =>
      sendProblem(request, reply.header('allow', 'GET, HEAD'), new CuadroError({ code: 'method_not_allowed', found: request.method })),
  });
}
