import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { CuadroError } from '../../model/error.ts';
import { sendProblem } from '../rest/plugin.ts';

export const isBuilt = (folder: string | null): folder is string => folder !== null && existsSync(join(folder, 'index.html'));

/** Paths that are never a page of the application. */
const notPages = /^\/(api|health|metrics|mcp|assets)(\/|\?|$)/;

/** The built web application: files whose name holds a hash of their content are kept for good, the page that names them never. */
export async function addWebApplication(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: ['index.html'],
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.slice(folder.length).replaceAll('\\', '/').startsWith('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && !notPages.test(request.url);
    if (!wantsPage) return sendProblem(request, reply, new CuadroError({ code: 'route_unknown', where: request.url.split('?')[0] ?? '' }));
    // Its own router says what is at this address, and what is not.
    return reply.sendFile('index.html');
  });
}
