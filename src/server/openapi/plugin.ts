import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Operation } from '../../app/operation.ts';
import { operations } from '../../app/operation-list.ts';
import type { Language } from '../../i18n/language.ts';
import { languageOfRequest } from '../rest/plugin.ts';
import { restBase } from '../rest/route.ts';
import { openApiDocument } from './document.ts';
import { apiPage } from './page.ts';
import { apiStyle } from './style.ts';

function languageAsked(request: FastifyRequest): Language {
  const asked = new URLSearchParams(request.raw.url?.split('?')[1]).get('lang');
  return asked === 'es' || asked === 'en' ? asked : languageOfRequest(request);
}

/** Made once for each language. */
function kept<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

/**
 * The OpenAPI document and the readable page of it: what there is, not what anyone's data are, so that all may read them.
 * Both follow `?lang=`, else `Accept-Language`.
 */
export function registerApiPages(fastify: FastifyInstance): void {
  const list: readonly Operation[] = [...operations.values()];
  const document = kept((language) => JSON.stringify(openApiDocument(list, language)));
  const page = kept((language) => apiPage(list, language));
  fastify.get(`${restBase}/openapi.json`, async (request, reply) => {
    const language = languageAsked(request);
    return reply
      .header('content-language', language)
      .header('vary', 'accept-language')
      .type('application/vnd.oai.openapi+json;version=3.1; charset=utf-8')
      .send(document(language));
  });
  fastify.get('/api', async (request, reply) => {
    const language = languageAsked(request);
    return reply
      .header('content-language', language)
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(page(language));
  });
  fastify.get('/api/style.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(apiStyle));
}
