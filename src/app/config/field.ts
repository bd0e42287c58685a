import { z } from 'zod';
import type { Words } from '../../i18n/language.ts';

/** What a setting of the installation is, for people; `docs/configuration.md` is made of these. */
interface About {
  readonly about: Words;
  /** Never in `cuadro.yaml`: from the environment, or from a file that only its owner may read. */
  readonly secret?: true;
}

const known = z.registry<About>();

/** A setting with its words. The last call on the schema: what is made of it afterwards has none. */
export const field = <Schema extends z.ZodType>(schema: Schema, es: string, en: string): Schema => {
  known.add(schema, { about: { es, en } });
  return schema;
};

/** A password, a key: null where none is given. */
export const secret = (es: string, en: string): z.ZodDefault<z.ZodNullable<z.ZodString>> => {
  const schema = z.string().min(1).nullable().default(null);
  known.add(schema, { about: { es, en }, secret: true });
  return schema;
};

export const aboutOf = (schema: z.ZodType): About | null => known.get(schema) ?? null;
