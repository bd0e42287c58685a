import type { FastifyInstance } from 'fastify';
import { CuadroError } from '../../model/error.ts';

const isUpload = (path: unknown): boolean => typeof path === 'string' && path.startsWith('upload:');

/** Fields of inputs that name files of the machine that the operation runs on. */
const pathFields = ['paths', 'file', 'folder', 'path', 'to'];
const routes = /^\/api\/v1\/(batches|exports|backups|restores)(\/|$)/;

/** Over the network nobody names files of the server: neither to read nor to write. Only what was uploaded may be imported. */
export function refusePaths(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ method, body, routeOptions: { url = '' } }) => {
    if (method === 'GET' || !routes.test(url) || typeof body !== 'object' || body === null) return;
    for (const [field, value] of Object.entries(body)) {
      if (!pathFields.includes(field)) continue;
      const stray = (Array.isArray(value) ? value : [value]).find((one) => !isUpload(one));
      if (stray !== undefined)
        throw new CuadroError({ code: 'path_refused', where: field, found: String(stray).split(/[\\/]/).at(-1) ?? '' });
    }
  });
}
