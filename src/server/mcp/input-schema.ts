import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';

type Schema = Record<string, unknown>;

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** With every shape where it is referred to: not all clients follow references. None refers to itself. */
function inlined(value: unknown, shapes: Schema): unknown {
  if (Array.isArray(value)) return value.map((one) => inlined(one, shapes));
  if (!isObject(value)) return value;
  const { $ref, $defs: _, $schema: __, id: ___, ...rest } = value;
  const referred = typeof $ref === 'string' ? shapes[$ref.replace('#/$defs/', '')] : undefined;
  const whole = isObject(referred) ? { ...referred, ...rest, id: undefined } : rest;
  // A property may be called `id`: only what describes a schema is noise.
  const properties = isObject(value.properties) ? { properties: mapped(value.properties, shapes) } : {};
  return {
    ...Object.fromEntries(
      Object.entries(whole)
        .filter(([key, inner]) => key !== 'properties' && inner !== undefined)
        .map(([key, inner]) => [key, inlined(inner, shapes)]),
    ),
    ...(isObject(whole.properties) ? { properties: mapped(whole.properties, shapes) } : properties),
  };
}

const mapped = (properties: Schema, shapes: Schema): Schema =>
  Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, inlined(inner, shapes)]));

/** @returns JSON Schema of what a tool takes */
export function jsonSchemaOf(schema: z.ZodType): Schema {
  const made: unknown = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
  const shapes = isObject(made) && isObject(made.$defs) ? made.$defs : {};
  const whole = inlined(made, shapes);
  return isObject(whole) ? { ...whole, type: 'object' } : { type: 'object' };
}

/** For the SDK: it tells the schema, and leaves it to the tool to refuse, with an error of Cuadro's that says how to mend it. */
export const toldSchema = (schema: z.ZodType): StandardSchemaWithJSON<unknown, unknown> => {
  const json = jsonSchemaOf(schema);
  return {
    '~standard': {
      version: 1,
      vendor: 'cuadro',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => json, output: () => json },
    },
  };
};
