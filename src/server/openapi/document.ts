import { z } from 'zod';
import type { Operation } from '../../app/operation.ts';
import { version } from '../../app/version.ts';
import type { Language } from '../../i18n/language.ts';
import { operationGroups, restWords } from '../../i18n/rest.ts';
import { problemType } from '../rest/problem.ts';
import { restBase } from '../rest/route.ts';
import { groupOf, pathItem, takenBy } from './path.ts';
import { type Schema, Schemas } from './schema.ts';

const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.string(),
    where: z.string().nullable(),
    expected: z.string().nullable(),
    found: z.string().nullable(),
    fix: z.string().nullable(),
    language: z.enum(['es', 'en']),
  })
  .meta({ id: 'Problem' });

/** The OpenAPI 3.1 document of a list of operations. */
export function openApiDocument(operations: readonly Operation[], language: Language): Schema {
  const schemas = new Schemas();
  const listed = operations.map((operation) => ({ operation, taken: takenBy(operation, schemas) }));
  const paths = new Map<string, Record<string, Schema>>();
  for (const { operation, taken } of listed) {
    const { method, path } = operation.rest;
    const item = paths.get(path) ?? {};
    paths.set(path, { ...item, [method.toLowerCase()]: pathItem(operation, taken, schemas, language) });
  }
  schemas.add(z.array(problemSchema), 'output');
  const used = new Set(operations.map((operation) => groupOf(operation)?.id));
  return {
    openapi: '3.1.1',
    info: {
      title: restWords.title[language],
      version,
      description: [
        restWords.about[language].replace('{base}', restBase),
        restWords.signIn[language],
        restWords.queries[language],
        restWords.errorsAbout[language],
      ].join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: restBase }],
    security: [{ session: [] }, { key: [] }],
    tags: operationGroups.filter(({ id }) => used.has(id)).map(({ id, words }) => ({ name: id, description: words[language] })),
    paths: Object.fromEntries([...paths].toSorted(([left], [right]) => (left < right ? -1 : 1))),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'cuadro.session_token', description: restWords.session[language] },
        key: { type: 'http', scheme: 'bearer', description: restWords.key[language] },
      },
      responses: {
        Problem: {
          description: restWords.problem[language],
          content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: schemas.all(),
    },
  };
}
