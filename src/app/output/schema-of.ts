import type { z } from 'zod';
import type { Frozen } from '../operation.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never;

/**
 * Ties the schema of an answer to a type that lives elsewhere: where one says more, less or another thing than the other, the
 * call does not compile.
 */
export const schemaOf =
  <Type>() =>
  <Schema extends z.ZodType>(schema: Schema & Same<Frozen<z.output<Schema>>, Type>): Schema =>
    schema;
