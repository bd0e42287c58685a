import { z } from 'zod';
import type { Words } from '../../i18n/language.ts';
import { aboutOf } from './field.ts';
import { configSchema } from './schema.ts';

/** A setting that can be given by a variable as well. */
export interface ConfigField {
  /** `server`, `port`. */
  readonly part: string;
  readonly key: string;
  /** `CUADRO_SERVER_PORT` */
  readonly variable: string;
  readonly secret: boolean;
  readonly about: Words;
  readonly schema: z.ZodType;
  /** What is inside defaults and nulls: says how a variable's text is read. */
  readonly kind: 'number' | 'boolean' | 'list' | 'text' | 'document';
}

function inside(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional
  )
    return inside(schema.def.innerType);
  return schema;
}

function kindOf(schema: z.ZodType): ConfigField['kind'] {
  const core = inside(schema);
  if (core instanceof z.ZodNumber) return 'number';
  if (core instanceof z.ZodBoolean) return 'boolean';
  if (core instanceof z.ZodArray) return 'list';
  return core instanceof z.ZodObject || core instanceof z.ZodRecord ? 'document' : 'text';
}

/** Every setting of the parts that have named ones. */
export const configFields: readonly ConfigField[] = Object.entries(configSchema.shape).flatMap(([part, schema]) => {
  const core = inside(schema);
  if (!(core instanceof z.ZodObject)) return [];
  return Object.entries(core.shape).flatMap(([key, value]) =>
    value instanceof z.ZodType
      ? [
          {
            part,
            key,
            variable: `CUADRO_${part}_${key}`.toUpperCase(),
            secret: aboutOf(value)?.secret === true,
            about: aboutOf(value)?.about ?? { es: '', en: '' },
            schema: value,
            kind: kindOf(value),
          },
        ]
      : [],
  );
});
