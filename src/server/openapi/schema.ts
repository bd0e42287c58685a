import { z } from 'zod';

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it: plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Schema = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (object: Schema, change: (value: Json) => Json): Schema =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** Keys whose value is a schema, schemas in a list, or schemas by name; what stands under others is data. */
const one = new Set(['items', 'additionalProperties', 'propertyNames', 'not']);
const many = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);

/** What says nothing to a reader: a pattern beside the format that it spells out, the bounds of every whole number. */
const isNoise = (key: string, value: Json, { format }: Schema): boolean =>
  (key === 'pattern' && format !== undefined) ||
  (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) ||
  (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) ||
  key === '$schema' ||
  key === '$defs' ||
  key === 'id';

/** @param open of answers: a client must bear fields that come later, so it is not said that there are no others */
function tidy(schema: Json, open: boolean): Json {
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
      if (isNoise(key, value, schema) || (open && key === 'additionalProperties' && value === false)) return [];
      if (key === '$ref') return [[key, String(value).replace('#/$defs/', '#/components/schemas/')]];
      if (key === 'properties' && isObject(value)) return [[key, mapValues(value, (inner) => tidy(inner, open))]];
      if (one.has(key)) return [[key, tidy(value, open)]];
      if (many.has(key) && Array.isArray(value)) return [[key, value.map((inner: Json) => tidy(inner, open))]];
      return [[key, value]];
    }),
  );
}

/** The schemas of a document, each that has a name kept once. Add inputs before outputs: what both have is strict. */
export class Schemas {
  private readonly strict = new Map<string, string>();
  private readonly named = new Map<string, Json>();

  /** @throws Error where two different schemas bear one name: a fault of the program */
  add(schema: z.ZodType, io: 'input' | 'output'): Schema {
    const made: Json = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' })));
    if (!isObject(made)) return {};
    for (const [name, inner] of Object.entries(isObject(made.$defs) ? made.$defs : {})) {
      const strict = JSON.stringify(tidy(inner, false));
      const known = this.strict.get(name);
      if (known !== undefined && known !== strict) throw new Error(`Two schemas are called ${name}.`);
      this.strict.set(name, strict);
      if (known === undefined) this.named.set(name, tidy(inner, io === 'output'));
    }
    const tidied = tidy(made, io === 'output');
    return isObject(tidied) ? tidied : {};
  }

  /** By name, in order. */
  all(): Schema {
    return Object.fromEntries([...this.named].toSorted(([left], [right]) => (left < right ? -1 : 1)));
  }
}
