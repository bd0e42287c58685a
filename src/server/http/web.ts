import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Host } from '../../app/host.ts';
import { unbuiltWords } from '../../i18n/page.ts';
import { CuadroError } from '../../model/error.ts';
import { html } from '../openapi/html.ts';
import { sendProblem } from '../rest/plugin.ts';
import { firstAnswers } from './first-answers.ts';

export const isBuilt = (folder: string | null): folder is string => folder !== null && existsSync(join(folder, 'index.html'));

/** Paths that are never a page of the application. */
const notPages = /^\/(api|health|metrics|mcp|assets)(\/|\?|$)/;

const refuse = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(request, reply, new CuadroError({ code: 'route_unknown', where: request.url.split('?')[0] ?? '' }));

/** What stands there until the web application is built. */
export function addUnbuiltPage(app: FastifyInstance): void {
  const page = html`<!doctype html>
<html lang="es">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Cuadro</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/api/style.css"></head>
<body><main><h1>Cuadro</h1>
${(['es', 'en'] as const).map((one) => html`<p lang="${one}">${unbuiltWords.unbuilt[one]} ${unbuiltWords.api[one]}: <a href="/api?lang=${one}">/api</a></p>`)}
</main></body>
</html>
`.text;
  app.get('/', async (_, reply) => reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page));
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, refuse);
}

/** JSON that may stand in a <script>, which ends at the first `</script` that it holds. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The built web application: files whose name holds a hash of their content are kept for good; the page that names them is nobody's to keep,
 * since it brings the first answers along.
 */
export async function addWebApplication(
  app: FastifyInstance,
  folder: string,
  host: Pick<Host, 'run'>,
  firstAnswersMs: number,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'deny',
    // As the build has squeezed them (`web/squeeze.ts`).
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.slice(folder.length).replaceAll('\\', '/').startsWith('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // Read anew each time: it may have been built since.
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const known = request.method === 'GET' ? await firstAnswers(host, request, firstAnswersMs) : null;
    // A block of data, which no content policy has to let run.
    const data = known && `<script type="application/json" id="first-answers">${inScript(known)}</script>`;
    return reply
      .code(200)
      .type('text/html; charset=utf-8')
      .header('vary', 'accept-language, cookie')
      .send(data === null ? page : page.replace('</body>', () => `${data}</body>`));
  };
  app.get('/', sendPage);
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && !notPages.test(request.url);
    // Its own router says what is at this address, and what is not.
    return wantsPage ? sendPage(request, reply) : refuse(request, reply);
  });
}
