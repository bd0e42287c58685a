import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { unbuiltWords } from '../../i18n/page.ts';
import { CuadroError } from '../../model/error.ts';
import { html } from '../openapi/html.ts';
import { sendProblem } from '../rest/plugin.ts';

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

/** The built web application: files whose name holds a hash of their content are kept for good, the page that names them never. */
export async function addWebApplication(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: ['index.html'],
    dotfiles: 'deny',
    // As the build has squeezed them (`web/squeeze.ts`).
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.slice(folder.length).replaceAll('\\', '/').startsWith('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && !notPages.test(request.url);
    if (!wantsPage) return refuse(request, reply);
    // Its own router says what is at this address, and what is not.
    return reply.sendFile('index.html');
  });
}
