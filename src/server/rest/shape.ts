import { z } from 'zod';

/** What the text of a query string becomes for one field of an input. */
export type Shape =
  | { readonly kind: 'text' | 'number' | 'boolean' | 'condition' }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> }
  /** Any of a few: the first that the text can be. */
  | { readonly kind: 'either'; readonly shapes: readonly Shape[] };

/** The schema under its defaults and absences. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly
  ) {
    return bare(schema.def.innerType);
  }
  return schema instanceof z.ZodPipe ? bare(schema.def.in) : schema;
}

/** A condition is written as on the command line: `where=owner.name=Ana`. */
const isCondition = (schema: z.core.$ZodType): boolean => z.globalRegistry.get(schema)?.id === 'Condition';

export function shapeOf(schema: z.core.$ZodType): Shape {
  const inner = bare(schema);
  if (isCondition(inner)) return { kind: 'condition' };
  if (inner instanceof z.ZodNumber) return { kind: 'number' };
  if (inner instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (inner instanceof z.ZodArray) return { kind: 'list', item: shapeOf(inner.def.element) };
  if (inner instanceof z.ZodObject) return { kind: 'object', fields: fieldsOf(inner) };
  if (inner instanceof z.ZodUnion) return { kind: 'either', shapes: inner.def.options.map(shapeOf) };
  return { kind: 'text' };
}

/** The fields of an input, by name; those of all its forms where it has several. */
export function fieldsOf(schema: z.core.$ZodType): Readonly<Record<string, Shape>> {
  return Object.fromEntries([...schemasOf(schema)].map(([name, field]) => [name, shapeOf(field)]));
}

export function schemasOf(schema: z.core.$ZodType): ReadonlyMap<string, z.core.$ZodType> {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) return new Map(Object.entries(inner.def.shape));
  if (inner instanceof z.ZodUnion) return new Map(inner.def.options.flatMap((option) => [...schemasOf(option)]));
  return new Map();
}

/** Whether the field of an input may be left out: it has a default, or is optional. */
export const mayBeAbsent = (schema: z.core.$ZodType): boolean => z.safeParse(schema, undefined).success;
