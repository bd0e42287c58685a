import type { z } from 'zod';
import type { Operation } from '../../app/operation.ts';
import type { Language } from '../../i18n/language.ts';
import { operationGroups, restWords } from '../../i18n/rest.ts';
import { pathNames } from '../rest/route.ts';
import { mayBeAbsent, type Shape, schemasOf, shapeOf } from '../rest/shape.ts';
import type { Json, Schema, Schemas } from './schema.ts';

/** A sentence of a line. */
export const sentence = (line: string): string => `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;

export const groupOf = ({ permission }: Operation) => operationGroups.find(({ permissions }) => permissions.includes(permission));

/** As a query string holds it: conditions are texts. */
function parameterSchema(schema: z.ZodType, shape: Shape, schemas: Schemas): Schema {
  if (shape.kind === 'condition') return { type: 'string', examples: ['region=Norte'] };
  if (shape.kind === 'list' && shape.item.kind === 'condition') {
    return { type: 'array', items: { type: 'string', examples: ['region=Norte', 'amount>=1000'] } };
  }
  return schemas.add(schema, 'input');
}

function parameter(name: string, schema: z.ZodType, place: 'path' | 'query', schemas: Schemas): Schema {
  const required = place === 'path' || (name !== 'language' && !mayBeAbsent(schema));
  const shape = shapeOf(schema);
  return {
    name,
    in: place,
    required,
    ...(shape.kind === 'list' ? { style: 'form', explode: true } : {}),
    schema: parameterSchema(schema, shape, schemas),
  };
}

/** Over REST the language of the request stands in for `language`. */
function withoutLanguage(schema: Schema): Schema {
  if (!Array.isArray(schema.required)) return schema;
  return { ...schema, required: schema.required.filter((name: Json) => name !== 'language') };
}

/** The fields of a body that the path does not give. */
function bodySchema({ input, rest: { path } }: Operation, schemas: Schemas): Schema {
  const whole = withoutLanguage(schemas.add(input, 'input'));
  const names = new Set(pathNames(path));
  if (names.size === 0 || typeof whole.properties !== 'object' || whole.properties === null) return whole;
  const required = Array.isArray(whole.required) ? whole.required.filter((name: Json) => typeof name === 'string' && !names.has(name)) : [];
  const properties = Object.fromEntries(Object.entries(whole.properties).filter(([name]) => !names.has(name)));
  return { ...whole, properties, required };
}

const hasFields = (schema: Schema): boolean =>
  typeof schema.properties !== 'object' || schema.properties === null || Object.keys(schema.properties).length > 0;

/** What an operation takes, before what it gives: a schema that both name is the strict one. */
export interface Taken {
  readonly parameters: readonly Schema[];
  readonly body: Schema | null;
}

export function takenBy(operation: Operation, schemas: Schemas): Taken {
  const { input, rest } = operation;
  const inPath = pathNames(rest.path);
  const fields = [...schemasOf(input)].map(([name, schema]) => [name, schema as z.ZodType] as const);
  const parameters = fields.flatMap(([name, schema]) =>
    inPath.includes(name)
      ? [parameter(name, schema, 'path', schemas)]
      : rest.method === 'GET'
        ? [parameter(name, schema, 'query', schemas)]
        : [],
  );
  const body = rest.method === 'GET' ? null : bodySchema(operation, schemas);
  return { parameters, body: body && hasFields(body) ? body : null };
}

/** The operation object of OpenAPI. */
export function pathItem(operation: Operation, { parameters, body }: Taken, schemas: Schemas, language: Language): Schema {
  const { id, words, output, permission, effect } = operation;
  const group = groupOf(operation);
  const isOpen = permission === 'public';
  return {
    operationId: id,
    summary: sentence(words[language]),
    description: `${restWords.permission[language]}: ${permission}.`,
    ...(group ? { tags: [group.id] } : {}),
    ...(isOpen ? { security: [] } : {}),
    'x-permission': permission,
    'x-effect': effect,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: Array.isArray(body.required) && body.required.length > 0,
            content: { 'application/json': { schema: body } },
          },
        }
      : {}),
    responses: {
      200: { description: restWords.answer[language], content: { 'application/json': { schema: schemas.add(output, 'output') } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}
