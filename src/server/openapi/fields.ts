import type { Json, Schema } from './schema.ts';

/** A field as a page lists it: `cells[].period`, of type `Period`. */
export interface Field {
  readonly name: string;
  /** As TypeScript would write it; names of shapes stand as they are. */
  readonly type: string;
  readonly required: boolean;
  /** As JSON; null: none. */
  readonly standard: string | null;
  readonly about: string | null;
}

const isObject = (value: Json | undefined): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: Json | undefined): readonly Schema[] => (Array.isArray(value) ? value.filter((one: Json) => isObject(one)) : []);

/** The name of the shape that a schema refers to; null: it is none. */
const shapeName = ({ $ref }: Schema): string | null => (typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? null) : null);

const grouped = (type: string): string => (type.includes(' | ') ? `(${type})` : type);

/** A schema in a word or a few. */
export function typeOf(schema: Schema): string {
  const name = shapeName(schema);
  if (name !== null) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value: Json) => JSON.stringify(value)).join(' | ');
  const any = [...objects(schema.anyOf), ...objects(schema.oneOf)];
  if (any.length > 0) return [...new Set(any.map(typeOf))].join(' | ');
  if (schema.type === 'array') {
    if (Array.isArray(schema.prefixItems)) return `[${objects(schema.prefixItems).map(typeOf).join(', ')}]`;
    return isObject(schema.items) ? `${grouped(typeOf(schema.items))}[]` : 'array';
  }
  if (schema.type === 'object' && isObject(schema.additionalProperties) && !isObject(schema.properties)) {
    return `{ [name]: ${typeOf(schema.additionalProperties)} }`;
  }
  if (typeof schema.format === 'string' && ['date', 'date-time', 'email', 'uri', 'uuid'].includes(schema.format)) return schema.format;
  return typeof schema.type === 'string' ? schema.type : 'any';
}

/** What an object has inside that must be listed: its own fields, those of the objects in a list, or of any of a few. */
function inside(schema: Schema): { readonly mark: string; readonly schema: Schema } | null {
  if (shapeName(schema) !== null) return null;
  if (isObject(schema.properties)) return { mark: '', schema };
  if (schema.type === 'array' && isObject(schema.items)) {
    const inner = inside(schema.items);
    return inner && { mark: `[]${inner.mark}`, schema: inner.schema };
  }
  const any = [...objects(schema.anyOf), ...objects(schema.oneOf)].map(inside).filter((one) => one !== null);
  return any.length === 1 ? (any[0] ?? null) : null;
}

/** Every field of an object, those of objects in it below their own. A choice of objects lists those of each. */
export function fieldsIn(schema: Schema, prefix = ''): readonly Field[] {
  const forms = [...objects(schema.anyOf), ...objects(schema.oneOf)].filter(({ properties }) => isObject(properties));
  if (forms.length > 1) {
    const all = forms.flatMap((form) => fieldsIn(form, prefix));
    const everywhere = (name: string) =>
      forms.every((form) => fieldsIn(form, prefix).some((field) => field.name === name && field.required));
    return all
      .filter(({ name }, index) => all.findIndex((field) => field.name === name) === index)
      .map((field) => ({ ...field, required: field.required && everywhere(field.name) }));
  }
  if (!isObject(schema.properties)) return [];
  const required: readonly Json[] = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).flatMap(([name, field]): Field[] => {
    if (!isObject(field)) return [];
    const inner = inside(field);
    const own: Field = {
      name: `${prefix}${name}`,
      type: typeOf(field),
      required: required.includes(name),
      standard: field.default === undefined ? null : JSON.stringify(field.default),
      about: typeof field.description === 'string' ? field.description : null,
    };
    return inner ? [own, ...fieldsIn(inner.schema, `${prefix}${name}${inner.mark}.`)] : [own];
  });
}
