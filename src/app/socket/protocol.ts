import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';

/** One line of JSON from the command. */
export const requestSchema = z.strictObject({ operation: z.string(), input: z.unknown() });
export type Request = z.infer<typeof requestSchema>;

const progressSchema = z.object({
  step: z.string(),
  done: z.number().nullable(),
  total: z.number().nullable(),
  unit: z.string().nullable(),
});

const errorSchema = z.object({
  code: z.string(),
  blame: z.enum(['input', 'internal']),
  where: z.string().nullable(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Lines of JSON back: any number of `progress`, then one `result` or `error`. */
export const responseSchema = z.union([
  z.object({ progress: progressSchema }),
  z.object({ error: errorSchema }),
  z.object({ result: z.unknown() }),
]);
export type Response = z.infer<typeof responseSchema>;

export const packError = ({ code, blame, where, found, expected, params }: CuadroError): Response => ({
  error: { code, blame, where, found, expected, params: { ...params } },
});

export const unpackError = ({ where, found, expected, ...rest }: z.infer<typeof errorSchema>): CuadroError =>
  new CuadroError({
    ...rest,
    ...(where === null ? {} : { where }),
    ...(found === null ? {} : { found }),
    ...(expected === null ? {} : { expected }),
  });
